import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createEngine } from '../../src/answer/ask.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { quantile } from '../evaluate/hits.ts';
import { MODEL } from '../../src/answer/model.ts';
import { openReader } from '../../src/reader/open-reader.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';
import { articleText } from './articles.ts';
import { questionsOn } from './questions.ts';

/** Number of questions, and how many of them warm up the compiler; fewer with the reader. */
const ASKED = { words: { all: 600, first: 100 }, reader: { all: 120, first: 20 } };
/** Articles added before the event loop turns. */
const A_TURN = 10;

/** Bytes in the heap and its buffers after garbage collection. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * Asks a synthetic archive of `sentences` sentences in this process, one question after another, and prints its memory and answer times.
 * `withReader` uses the reader too, but without vectors.
 */
export async function askLarge(
  wanted: number,
  withReader: boolean,
  say: (line: string) => void,
): Promise<void> {
  const before = liveBytes();
  const index = createSearchIndex();
  let count = 0;
  const began = performance.now();
  for (; index.within().sentences < wanted; count += 1) {
    index.add(documentOf(parseArticle(`article-${count}.txt`, articleText(count))));
    // Like the bot: temporary objects are freed when the event loop turns.
    if (count % A_TURN === 0) await turn();
  }
  await turn();
  const seconds = (performance.now() - began) / 1000;
  const { sentences } = index.within();
  say(
    `${sentences} sentences of ${count} articles read and indexed in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`,
  );
  const bytes = (liveBytes() - before) / sentences;
  const resident = process.memoryUsage.rss() / 1e6;
  say(`${bytes.toFixed(0)} bytes a sentence, texts included; ${resident.toFixed(0)} MB resident`);
  const reader = openReader({ mode: withReader ? 'on' : 'off', threads: 2, notice: () => undefined });
  await reader.opened;
  const ask = createEngine({
    index,
    synonyms: new Map(),
    model: MODEL,
    thresholds: { found: 0, unsure: 0 },
    reader,
  });
  const asked = ASKED[withReader ? 'reader' : 'words'];
  const times: number[] = [];
  let read = 0;
  for (const question of questionsOn(count, asked.all)) {
    const started = performance.now();
    const { byReader } = await ask({ question });
    times.push(performance.now() - started);
    read += Number(byReader);
  }
  await reader.close();
  const timed = times.slice(asked.first);
  const ms = (share: number): string => `${quantile(timed, share).toFixed(1)} ms`;
  say(
    `${timed.length} questions of six words, ${read} of all read: p50 ${ms(0.5)}, p95 ${ms(0.95)}, p99 ${ms(0.99)}`,
  );
}
