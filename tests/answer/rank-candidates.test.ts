import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/ask.ts';
import { MODEL } from '../../src/answer/model.ts';
import { createPace, UNHURRIED, type ReadingPace } from '../../src/answer/pace.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { noReader, type Reader, type Window, type WindowReading } from '../../src/reader/reader.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

const SENTENCES = [
  'It rained on Bergen for nine days.',
  'The harbour was closed.',
  'A boat sank off the quay.',
  'Nobody was hurt in the storm.',
  'The mayor thanked the crews.',
  'Schools open again on Monday.',
  'Ferries sail as usual.',
];
const QUESTION = 'Where did it rain?';

/** Asks about the article above, with a reader that reads like `read`. */
async function ask(read: Reader['read'], pace: ReadingPace = UNHURRIED) {
  const index = createSearchIndex();
  index.add(documentOf(parseArticle('rain.txt', `Rain falls\n\n${SENTENCES.join(' ')}`)));
  const reader: Reader = { ...noReader(), status: () => ({ state: 'ready' }), read };
  const thresholds = { found: undefined, unsure: undefined };
  return createEngine({ index, synonyms: new Map(), model: MODEL, thresholds, reader, pace })({
    question: QUESTION,
  });
}

/** The reading of windows in which each sentence has the margin that is told. */
const reading = (windows: readonly Window[], marginOf: (n: number) => number): WindowReading[] =>
  windows.map(({ sentences }) => ({
    sentences: sentences.map(({ n, start, end }) => ({
      n,
      margin: marginOf(n),
      spans: [{ start, end, margin: marginOf(n) }],
    })),
  }));

/** The numbers of the sentences in each window. */
const numbers = (windows: readonly Window[]): number[][] =>
  windows.map(({ sentences }) => sentences.map(({ n }) => n));

test('the five best sentences are read again, each alone, and the second reading counts as much as the first', async () => {
  const again: Window[] = [];
  const { passages, nearest } = await ask(async (_question, windows, { turn } = {}) => {
    if (turn !== 'again') return reading(windows, (n) => 10 - n);
    again.push(...windows);
    return reading(windows, (n) => (n === 3 ? 40 : 0));
  });
  expect(new Set(numbers(again))).toEqual(new Set([[1], [2], [3], [4], [5]]));
  expect(new Set(again.map(({ articleId, front }) => `${articleId}: ${front}`))).toEqual(
    new Set(['rain: Rain falls']),
  );
  const [first] = [...passages, ...nearest];
  expect(first?.sentence.n).toBe(3);
  expect(first?.evidence?.margin).toBe((7 + 40) / 2);
});

test('what was not read again stays behind what was, in descending order of scores', async () => {
  const { passages, nearest } = await ask(async (_question, windows, { turn } = {}) =>
    reading(windows, (n) => (turn === 'again' ? 0 : 30 - n)),
  );
  const shown = [...passages, ...nearest];
  expect(new Set(shown.slice(0, 5).map(({ sentence }) => sentence.n))).toEqual(new Set([1, 2, 3, 4, 5]));
  const scores = shown.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test('when the second reading does not come in time, the first stands', async () => {
  const once = await ask(async (_question, windows, { turn } = {}) =>
    turn === 'again' ? undefined : reading(windows, (n) => n),
  );
  expect(once.byReader).toBe(true);
  expect([...once.passages, ...once.nearest][0]?.evidence?.margin).toBe(7);
});

test('on a machine that is too slow for many windows nothing is read twice', async () => {
  const turns: (string | undefined)[] = [];
  const slow: ReadingPace = { windows: () => 4, took: () => undefined };
  await ask(async (_question, windows, options) => {
    turns.push(options?.turn);
    return reading(windows, (n) => n);
  }, slow);
  expect(turns).toEqual([undefined]);
});

/** Asks a reader whose readings come to nothing, and tells how many windows of 12 are read afterwards. */
async function windowsAfter(read: Reader['read']): Promise<number> {
  const pace = createPace();
  const { byReader } = await ask(read, pace);
  expect(byReader).toBe(false);
  return pace.windows(12);
}

test('a reading that was begun and given up slows the pace', async () => {
  const given = await windowsAfter(async (_question, _windows, options) => {
    options?.onBegun?.();
    return undefined;
  });
  expect(given).toBe(4);
});

test('a question that the reader refused does not slow the pace, so that after a flood as much is read as before', async () => {
  expect(await windowsAfter(async () => undefined)).toBe(12);
});
