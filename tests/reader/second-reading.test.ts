import { expect, test } from 'vitest';
import { openReader } from '../../src/reader/open-reader.ts';
import type { Window } from '../../src/reader/reader.ts';

/** Nobody waits in this test. Milliseconds. */
const AN_HOUR = { begin: 3_600_000, end: 3_600_000 };

const text = 'The town bought the ferry in March.';
const window: Window = {
  articleId: 'ferry',
  front: 'Town buys ferry',
  start: 0,
  end: text.length,
  sentences: [{ n: 1, start: 0, end: text.length, text }],
};

test('a second reading that would come too late is left out, which is no overload', async () => {
  const notices: string[] = [];
  const reader = openReader({
    mode: 'on',
    threads: 1,
    patience: { embed: AN_HOUR, read: AN_HOUR, again: { ...AN_HOUR, begin: 1 } },
    notice: (level, told) => notices.push(`${level}: ${told}`),
  });
  await reader.opened;
  const first = reader.read('Who bought the ferry?', [window, window, window, window]);
  const again = reader.read('Who bought the ferry?', [window], { turn: 'again' });
  await expect(again).resolves.toBeUndefined();
  expect(reader.status()).toEqual({ state: 'ready' });
  expect(notices).toEqual(['info: the reader is ready']);
  await expect(first).resolves.toHaveLength(4);
  await reader.close();
});
