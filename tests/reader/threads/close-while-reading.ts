import { setTimeout as sleep } from 'node:timers/promises';
import { openReader } from '../../../src/reader/open-reader.ts';

/** A program that closes its reader in the middle of a long reading, which must not be finished first. Exits with 1 if it was. */
const reader = openReader({ mode: 'on', threads: 1, notice: () => undefined });
await reader.opened;
const sentence = 'The company raised money on Tuesday. ';
const sentences = Array.from({ length: 12 }, (_, at) => ({
  n: at + 1,
  start: at * sentence.length,
  end: (at + 1) * sentence.length - 1,
  text: sentence.trim(),
}));
const window = { articleId: 'a', front: 'Money', start: 0, end: 12 * sentence.length, sentences };
const reading = reader.read(
  'Who raised money?',
  Array.from({ length: 200 }, () => window),
);
await sleep(100);
await reader.close();
process.exitCode = (await reading) === undefined ? 0 : 1;
