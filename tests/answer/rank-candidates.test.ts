import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/ask.ts';
import { MODEL } from '../../src/answer/model.ts';
import { createPace } from '../../src/answer/pace.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { noReader, type Reader } from '../../src/reader/reader.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

/** Asks with a reader of which no reading comes to anything, and tells how many windows of 12 are read afterwards. */
async function windowsAfter(read: Reader['read']): Promise<number> {
  const index = createSearchIndex();
  index.add(documentOf(parseArticle('rain.txt', 'Rain falls\n\nIt rained on Bergen for nine days.')));
  const pace = createPace();
  const reader: Reader = { ...noReader(), status: () => ({ state: 'ready' }), read };
  const thresholds = { found: undefined, unsure: undefined };
  const ask = createEngine({ index, synonyms: new Map(), model: MODEL, thresholds, reader, pace });
  const { byReader } = await ask({ question: 'Where did it rain?' });
  expect(byReader).toBe(false);
  return pace.windows(12);
}

test('a reading that was begun and given up slows the pace', async () => {
  const given = await windowsAfter(async (_question, _windows, onBegun) => {
    onBegun?.();
    return undefined;
  });
  expect(given).toBe(4);
});

test('a question that the reader refused does not slow the pace, so that after a flood as much is read as before', async () => {
  expect(await windowsAfter(async () => undefined)).toBe(12);
});
