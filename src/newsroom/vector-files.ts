import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptVectors } from './vector-maker.ts';

/** Files that were not used for this long are deleted. Days. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const ENDING = '.vectors';

/** Name of their folder in the data folder. */
export const VECTORS_FOLDER = 'vectors';

/**
 * Stores the vectors of articles that are not in the store but in a folder: one file for each, named after the fingerprint of
 * what they were made of.
 */
export function vectorFiles(folder: string): KeptVectors & Readonly<{ prune(now: Date): Promise<void> }> {
  const fileOf = (madeOf: string): string => join(folder, madeOf + ENDING);
  return {
    async get(_document, madeOf) {
      const bytes = await readFile(fileOf(madeOf)).catch(() => undefined);
      if (!bytes) return undefined;
      const now = new Date();
      await utimes(fileOf(madeOf), now, now);
      return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    },
    async put(_document, madeOf, vectors) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Writes to a unique name and renames: two programs may write the same file, and a truncated one must not be read.
      const part = `${fileOf(madeOf)}.${randomUUID()}`;
      await writeFile(part, vectors, { mode: 0o600 });
      await rename(part, fileOf(madeOf));
    },
    async prune(now) {
      for (const name of await readdir(folder).catch(() => [])) {
        const file = join(folder, name);
        const { mtimeMs } = await stat(file);
        if (now.getTime() - mtimeMs > KEPT_DAYS * DAY_MS) await rm(file, { force: true });
      }
    },
  };
}
