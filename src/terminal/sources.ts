import type { Dirent } from 'node:fs';
import { opendir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isArticleName } from '../store/articles/folder.ts';
import type { AddSource } from './add-all.ts';
import { type DraftFields } from '../article/fields.ts';
import { MAX_BYTES, type Hint } from '../intake/extracted.ts';
import { displayName, IntakeError, megabytes } from '../intake/intake-error.ts';
import { isReadableName } from '../intake/kind.ts';

/** Functions that read articles from bytes and addresses. */
export type Readers = Readonly<{
  extract(bytes: Uint8Array, hint: Hint): Promise<DraftFields>;
  page(url: string): Promise<Readonly<{ extracted: DraftFields; host?: string }>>;
}>;

/** Something found under a name that was given in the terminal. */
export type Named =
  | Readonly<{ kind: 'source'; source: AddSource }>
  /** A file with an article in each line. */
  | Readonly<{ kind: 'lines'; file: string }>
  /** A file in a folder that cannot be an article. */
  | Readonly<{ kind: 'passed over'; file: string }>;

/**
 * Maximum number of entries of a folder that are sorted by name. A larger folder is read in pages of this size, in the system's order,
 * so that a folder of a million files is never in memory.
 */
const SORTED = 10_000;

/** Addresses start with a scheme; a single letter before the colon is a Windows drive. */
const ADDRESS = /^[a-z][a-z\d+.-]+:/iu;

/** Whether a file has articles as one JSON object per line. */
const isLines = (name: string): boolean => /\.(?:jsonl|ndjson)$/iu.test(name);

/** Turns files, folders (with their subfolders) and web addresses into sources, one by one. Reads the folders on each call. */
export async function* sourcesNamed(named: readonly string[], readers: Readers): AsyncGenerator<Named> {
  for (const name of named) {
    if (ADDRESS.test(name)) yield { kind: 'source', source: { name, read: () => readers.page(name) } };
    else if (await isFolder(name)) yield* walk(name, readers);
    else if (isLines(name)) yield { kind: 'lines', file: name };
    else yield { kind: 'source', source: fileSource(name, readers) };
  }
}

async function isFolder(name: string): Promise<boolean> {
  try {
    return (await stat(name)).isDirectory();
  } catch {
    // Reading it as a file later reports the reason.
    return false;
  }
}

async function* walk(folder: string, readers: Readers): AsyncGenerator<Named> {
  try {
    for await (const entries of pagesOf(folder)) {
      for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const file = path.join(folder, entry.name);
        if (entry.name.startsWith('.')) continue;
        // Links to folders are not followed, because they may form a loop.
        if (entry.isDirectory()) yield* walk(file, readers);
        else if (isLines(entry.name)) yield { kind: 'lines', file };
        else if (isReadableName(entry.name) && isArticleName(entry.name))
          yield { kind: 'source', source: fileSource(file, readers) };
        else yield { kind: 'passed over', file };
      }
    }
  } catch (error) {
    yield { kind: 'source', source: { name: folder, read: () => Promise.reject(unreadable(folder, error)) } };
  }
}

/** The entries of a folder, up to {@link SORTED} at a time. */
async function* pagesOf(folder: string): AsyncGenerator<Dirent[]> {
  let page: Dirent[] = [];
  for await (const entry of await opendir(folder)) {
    page.push(entry);
    if (page.length < SORTED) continue;
    yield page;
    page = [];
  }
  yield page;
}

function fileSource(file: string, readers: Readers): AddSource {
  return {
    name: file,
    async read() {
      const bytes = await readBytes(file);
      return { extracted: await readers.extract(bytes, { name: path.basename(file) }) };
    },
  };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile())
      throw new IntakeError('unsupported', `${displayName(file)} is not a file: name one.`);
    if (found.size > MAX_BYTES) {
      throw new IntakeError(
        'too-large',
        `${displayName(file)} has ${megabytes(found.size)}, more than the ${megabytes(MAX_BYTES)} that are read: split it.`,
      );
    }
    return await readFile(file);
  } catch (error) {
    throw error instanceof IntakeError ? error : unreadable(file, error);
  }
}

/** Reasons by error code of Node.js. They are not in the catalogue because the terminal speaks only English. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check the path',
  EACCES: 'may not be read by this user: check who owns it',
  EPERM: 'may not be read by this user: check who owns it',
  ENOTDIR: 'does not exist: check the path',
  ELOOP: 'is a link that leads back to itself: remove it',
  ENAMETOOLONG: 'has too long a name: check the path',
};

function unreadable(file: string, error: unknown): IntakeError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? `cannot be read (${code || 'no reason given'}): check the path`;
  return new IntakeError('unsupported', `${displayName(file)} ${reason}.`, { cause: error });
}
