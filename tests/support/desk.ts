import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { createEngine } from '../../src/answer/ask.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Article } from '../../src/article/article.ts';
import type { Asker, Desk } from '../../src/desk/ports.ts';
import { revisionIn } from '../../src/desk/find/revision.ts';
import { cachedVectorsOf } from '../../lab/evaluate/cached-reader.ts';
import { MODEL } from '../../src/answer/model.ts';
import { UNHURRIED } from '../../src/answer/pace.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';
import { parseSynonyms } from '../../src/search/question/synonyms.ts';
import { readSettings } from '../../src/settings.ts';

const seeds = join(import.meta.dirname, '../../seeds');

/** A file from the seeds of a new installation. */
export const readSeeds = (name: string): Promise<string> => readFile(join(seeds, name), 'utf8');

/** The thresholds of a new installation. */
const { FOUND_CONFIDENCE: found, UNSURE_CONFIDENCE: unsure } = readSettings({});

/** The seed article, as a new installation reads it. */
export const seedArticle = async (): Promise<Article> =>
  parseArticle('sensetime.txt', await readSeeds('sensetime-alibaba-round.txt'));

/**
 * A desk over some articles. Records and log lines are collected in `kept` and `logged`. Answers use words alone unless a reader is
 * given.
 */
export async function deskOver(
  articles: readonly Article[],
  reader?: Reader,
): Promise<Desk & { kept: unknown[]; logged: unknown[] }> {
  const index = createSearchIndex();
  for (const article of articles) index.add(documentOf(article));
  const synonyms = parseSynonyms(await readSeeds('synonyms.txt'));
  const vectors = reader && (await cachedVectorsOf(index.documents(), reader));
  const kept: unknown[] = [];
  const logged: unknown[] = [];
  const log = (fields: unknown, message: string): void => void logged.push({ fields, message });
  return {
    index,
    ask: createEngine({
      index,
      synonyms,
      model: MODEL,
      thresholds: { found, unsure },
      pace: UNHURRIED,
      ...(reader && { reader }),
      ...(vectors && { vectors }),
    }),
    commands,
    notes: { gap: (note) => void kept.push(note), feedback: (note) => void kept.push(note) },
    editorRoles: [],
    answerChannels: [],
    // Drawing takes a tenth of a second, and tests/reply/picture covers it.
    png: async (svg) => new TextEncoder().encode(svg),
    revision: revisionIn(index),
    retracted: () => Promise.resolve([]),
    past: () => Promise.resolve(undefined),
    again: () => Promise.resolve(undefined),
    answersHere: () => Promise.resolve([]),
    took: () => {},
    now: () => new Date('2026-01-02T03:04:05Z'),
    log: { debug: log, info: log, warn: log, error: log },
    kept,
    logged,
  };
}

/** A member of a server without any permission. */
export const member: Asker = {
  userId: '200000000000000001',
  guildId: '100000000000000001',
  mayEdit: false,
  mayModerate: false,
  maySpeak: true,
};
