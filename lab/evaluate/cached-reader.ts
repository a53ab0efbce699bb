import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Document } from '../../src/article/article.ts';
import { readableSentences } from '../../src/reader/readable.ts';
import type { Reader, WindowReading } from '../../src/reader/reader.ts';
import { vectorText } from '../../src/reader/vector-text.ts';
import { createVectors, type Vectors } from '../../src/search/index/vectors.ts';
import { itemAt } from '../../src/article/item-at.ts';

const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 24);

/**
 * A reader that caches its results in a file of JSON lines, so that repeated fits and evaluations take seconds. Delete the file when the
 * weights change.
 */
export function cachedReader(reader: Reader, file: string): Reader {
  const known = new Map<string, unknown>();
  if (existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue;
      const [key, value] = JSON.parse(line) as [string, unknown];
      known.set(key, value);
    }
  }
  const keep = (key: string, value: unknown): void => {
    known.set(key, value);
    appendFileSync(file, `${JSON.stringify([key, value])}\n`);
  };
  return {
    ...reader,
    async read(question, windows) {
      const keys = windows.map(({ articleId, front, sentences }) =>
        keyOf(question, articleId, front, ...sentences.map(({ n, start, text }) => `${n} ${start} ${text}`)),
      );
      const missing = windows.filter((_, at) => !known.has(itemAt(keys, at)));
      if (missing.length > 0) {
        const read = await reader.read(question, missing);
        if (!read) return undefined;
        for (const [at, window] of missing.entries()) keep(itemAt(keys, windows.indexOf(window)), read[at]);
      }
      return keys.map((key) => known.get(key) as WindowReading);
    },
    async embed(texts, role) {
      const keys = texts.map((text) => keyOf(role, text));
      const missing = texts.filter((_, at) => !known.has(itemAt(keys, at)));
      if (missing.length > 0) {
        const made = await reader.embed(missing, role);
        if (!made) return undefined;
        for (const [at, text] of missing.entries()) keep(keyOf(role, text), Array.from(made[at] ?? []));
      }
      return keys.map((key) => Int8Array.from(known.get(key) as number[]));
    },
  };
}

/** The vectors of all readable sentences of articles; undefined when the reader is off. */
export async function cachedVectorsOf(
  documents: readonly Document[],
  reader: Reader,
): Promise<Vectors | undefined> {
  const vectors = createVectors();
  for (const document of documents) {
    const sentences = readableSentences(document);
    const made = await reader.embed(
      sentences.map((sentence) => vectorText(document, sentence)),
      'sentence',
    );
    if (!made) return undefined;
    vectors.add(
      document.article.id,
      sentences.map(({ n }) => n),
      Int8Array.from(made.flatMap((vector) => [...vector])),
    );
  }
  return vectors;
}
