import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Document } from '../article/article.ts';
import { vectorFiles, VECTORS_FOLDER } from '../newsroom/vector-files.ts';
import { vectorMaker, type KeptVectors } from '../newsroom/vector-maker.ts';
import type { Reader } from '../reader/reader.ts';
import { createVectors, type Vectors } from '../search/index/vectors.ts';
import type { StoredVectors } from '../store/articles/vectors.ts';

/** Longest wait for vectors in the terminal. Sentences without vectors are found only by their words. Milliseconds. */
const PATIENCE = 60_000;

export type VectorsOfOptions = Readonly<{
  reader: Reader;
  /** Folder for the vectors of articles in folders, so that they are made once. Ignored if it does not exist. */
  dataDir: string;
  /** The stored vectors of the archive's articles, by id. These are never written to files, which would outlive a retraction. */
  stored: ReadonlyMap<string, StoredVectors | undefined>;
  /** Called with the number of articles whose vectors were not made in time. */
  onLeftOut(articles: number): void;
  patience?: number;
}>;

/** Returns the vectors of articles, and makes missing ones. */
export async function vectorsOf(documents: readonly Document[], options: VectorsOfOptions): Promise<Vectors> {
  const { reader, dataDir, stored, onLeftOut, patience = PATIENCE } = options;
  const vectors = createVectors();
  const kept = keptIn(dataDir, stored);
  const maker = vectorMaker({ reader, vectors, kept, gentle: false, onTrouble: () => undefined });
  for (const document of documents) maker.want(document);
  const enough = new AbortController();
  const late = sleep(patience, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([maker.settled(), late]);
  enough.abort();
  if (reader.status().state === 'ready' && maker.missing() > 0) onLeftOut(maker.missing());
  maker.close();
  return vectors;
}

function keptIn(dataDir: string, stored: VectorsOfOptions['stored']): KeptVectors {
  const files = existsSync(dataDir) ? vectorFiles(join(dataDir, VECTORS_FOLDER)) : undefined;
  return {
    async get(document, madeOf) {
      const { id } = document.article;
      if (!stored.has(id)) return files?.get(document, madeOf);
      const found = stored.get(id);
      if (found?.madeOf !== madeOf) return undefined;
      return new Int8Array(found.vectors.buffer, found.vectors.byteOffset, found.vectors.length);
    },
    async put(document, madeOf, made) {
      if (!stored.has(document.article.id)) await files?.put(document, madeOf, made);
    },
  };
}
