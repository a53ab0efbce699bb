import type { Document } from '../../src/article/article.ts';
import { VECTOR_LENGTH } from '../../src/reader/reader.ts';
import { createVectors } from '../../src/search/index/vectors.ts';
import { print, readerQuantile } from './print.ts';

/** Sentences per article. */
const SENTENCES_PER_ARTICLE = 25;
const NEAREST = 10;
const SEARCHES = 100;

/** Prints the time of a nearest-neighbour search among many sentences, in all articles and in twelve. */
export function measureVectors(sentences: number): void {
  const memoryBefore = process.memoryUsage.rss();
  const vectors = createVectors();
  const articles = Math.ceil(sentences / SENTENCES_PER_ARTICLE);
  const numbers = Array.from({ length: SENTENCES_PER_ARTICLE }, (_, n) => n + 1);
  const started = performance.now();
  for (let article = 0; article < articles; article++) {
    vectors.add(`article-${article}`, numbers, randomVectors(SENTENCES_PER_ARTICLE));
  }
  print('sentences', vectors.size());
  print('to fill, s', (performance.now() - started) / 1000);
  print('memory, MB', (process.memoryUsage.rss() - memoryBefore) / 1e6);
  const twelve = Array.from({ length: 12 }, (_, n) => ({ article: { id: `article-${n}` } }) as Document);
  for (const [what, scope] of [
    ['all articles', undefined],
    ['twelve articles', twelve],
  ] as const) {
    const used = process.cpuUsage();
    const times = Array.from({ length: SEARCHES }, () => {
      const question = randomVectors(1);
      const begun = performance.now();
      vectors.nearest(question, NEAREST, scope);
      return performance.now() - begun;
    });
    const { user, system } = process.cpuUsage(used);
    print(`search in ${what}, ms of processor time`, (user + system) / 1000 / SEARCHES);
    print(`search in ${what}, ms: p50`, readerQuantile(times, 0.5));
    print(`search in ${what}, ms: p99`, readerQuantile(times, 0.99));
  }
}

let state = 1;
/** The same numbers in every run (a linear congruential generator). */
function randomVectors(count: number): Int8Array {
  return Int8Array.from({ length: count * VECTOR_LENGTH }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 24) - 128;
  });
}
