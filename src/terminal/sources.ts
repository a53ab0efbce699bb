import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isArticleName } from '../store/articles/folder.ts';
import type { AddSource } from './add-all.ts';
import { type DraftFields } from '../article/fields.ts';
import { MAX_BYTES, type Hint } from '../intake/extracted.ts';
import { displayName, IntakeError, megabytes } from '../intake/intake-error.ts';
import { isReadableName } from '../intake/kind.ts';

/** How bytes and addresses become articles. */
export type Readers = Readonly<{
  extract(bytes: Uint8Array, hint: Hint): Promise<DraftFields>;
  page(url: string): Promise<Readonly<{ extracted: DraftFields; host?: string }>>;
}>;

/** What was named in the terminal, and the files of its folders that hold no articles. */
export type Named = Readonly<{
  sources: readonly AddSource[];
  /** Files with an article in each line. */
  lines: readonly string[];
  passedOver: readonly string[];
}>;

/** Addresses begin with a scheme; one letter before a colon is a drive of Windows. */
const ADDRESS = /^[a-z][a-z\d+.-]+:/iu;

/** A file of articles, one JSON object a line. */
const isLines = (name: string): boolean => /\.(?:jsonl|ndjson)$/iu.test(name);

/** Turns files, folders (with all folders in them) and web addresses into sources, folders in the order of their names. */
export async function sourcesNamed(named: readonly string[], readers: Readers): Promise<Named> {
  const found: Found = { sources: [], lines: [], passedOver: [] };
  for (const name of named) {
    if (ADDRESS.test(name)) found.sources.push({ name, read: () => readers.page(name) });
    else if (await isFolder(name)) await walk(name, readers, found);
    else if (isLines(name)) found.lines.push(name);
    else found.sources.push(fileSource(name, readers));
  }
  return found;
}

type Found = { sources: AddSource[]; lines: string[]; passedOver: string[] };

async function isFolder(name: string): Promise<boolean> {
  try {
    return (await stat(name)).isDirectory();
  } catch {
    // Reading it as a file will tell why it cannot be read.
    return false;
  }
}

async function walk(folder: string, readers: Readers, found: Found): Promise<void> {
  const { sources, lines, passedOver } = found;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    sources.push({ name: folder, read: () => Promise.reject(unreadable(folder, error)) });
    return [];
  });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    // A link to a folder may lead back to where it is: it is not followed.
    if (entry.isDirectory()) await walk(file, readers, found);
    else if (isLines(entry.name)) lines.push(file);
    else if (isReadableName(entry.name) && isArticleName(entry.name)) sources.push(fileSource(file, readers));
    else passedOver.push(file);
  }
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
