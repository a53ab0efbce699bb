import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { VECTORS_FOLDER, vectorFiles } from '../../src/newsroom/vector-files.ts';
import { vectorMaker } from '../../src/newsroom/vector-maker.ts';
import { openReader } from '../../src/reader/open-reader.ts';
import { noReader, VECTOR_LENGTH, VECTOR_SCALE, type Reader } from '../../src/reader/reader.ts';
import { createVectors } from '../../src/search/index/vectors.ts';
import { syntheticArticles } from '../bench/archive/articles.ts';
import { readApartNews } from '../evaluate/data-set.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import { ROOT } from './bot-process.ts';

/**
 * Writes `count` articles to `articles` below a data folder: first the project's invented news with questions, then synthetic ones, whose
 * vectors are random, since making them would take an hour. Returns the questions of the former, always in the same random order.
 */
export async function writeNews(
  dataDir: string,
  count: number,
): Promise<Readonly<{ folder: string; questions: string[] }>> {
  const folder = join(dataDir, 'articles');
  mkdirSync(folder, { recursive: true });
  const { documents, questions } = await readApartNews(ROOT);
  const asked = documents.slice(0, count).map(({ article }) => article);
  for (const { id, text } of asked) writeFileSync(join(folder, `${id}.txt`), text);

  const reader = await randomReader();
  const kept = vectorFiles(join(dataDir, VECTORS_FOLDER));
  const maker = vectorMaker({
    reader,
    vectors: createVectors(),
    kept,
    gentle: false,
    onTrouble: () => undefined,
  });
  let number = asked.length;
  for (const { headline, text } of syntheticArticles(1).take(count - asked.length)) {
    const name = `synthetic-${number++}.txt`;
    writeFileSync(join(folder, name), `${headline}\n\n${text}\n`);
    maker.want(documentOf(parseArticle(name, `${headline}\n\n${text}\n`)));
  }
  await maker.settled();
  maker.close();

  const ids = new Set(asked.map(({ id }) => id));
  const known = questions.filter(({ article }) => article !== undefined && ids.has(article));
  return {
    folder,
    questions: shuffled(
      known.map(({ q }) => q),
      seededRandom(1),
    ),
  };
}

/** A reader whose vectors are random, under the name of those of the installed encoder. */
async function randomReader(): Promise<Reader> {
  const installed = openReader({ mode: 'on', threads: 1, notice: () => undefined });
  await installed.opened;
  await installed.close();
  const chance = seededRandom(1);
  const vector = (): Int8Array => {
    const numbers = Array.from({ length: VECTOR_LENGTH }, () => chance() - 0.5);
    const scale = VECTOR_SCALE / Math.hypot(...numbers);
    return Int8Array.from(numbers, (value) => Math.round(value * scale));
  };
  return {
    ...noReader(),
    vectorModel: installed.vectorModel,
    status: () => ({ state: 'ready' }),
    embed: (texts) => Promise.resolve(texts.map(vector)),
  };
}
