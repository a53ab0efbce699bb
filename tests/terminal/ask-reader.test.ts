import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../store/stores.ts';

const root = path.join(import.meta.dirname, '..', '..');
const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Loading the networks and reading one article takes about three seconds, on a slow machine in use many times that. Milliseconds. */
const PATIENT = 300_000;

const ANSWER = 'Edda Brink paid 500 dollars for the vessel.';
const ARTICLE = `Harlow buys a boat

The town council met on Monday evening. It rained on the harbour all day, and few people came. ${ANSWER}
She will sail it to Bergen in the spring. The harbour was closed for repairs in March.`;

type Asked = Readonly<{
  verdict: string;
  passages: readonly Readonly<{ quote: string; margin?: number; similarity?: number }>[];
}>;

test(
  'the program reads: it answers a question that shares no word with the sentence, in JSON with margins',
  { timeout: PATIENT },
  async () => {
    const articles = path.join(folder, 'articles');
    mkdirSync(articles);
    writeFileSync(path.join(articles, 'boat.txt'), ARTICLE);
    const argv = ['src/main.ts', 'ask', '--json', '--no-seeds', '--articles', articles];
    const env = { PATH: process.env['PATH'], DATA_DIR: path.join(folder, 'data'), READER: 'on' };
    const child = spawn(process.execPath, argv, { cwd: root, env });
    child.stdin.end('{"q":"What did that ship cost?"}\n');
    const [out, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const { verdict, passages } = JSON.parse(out) as Asked;
    expect(verdict).not.toBe('nothing');
    expect(passages[0]).toMatchObject({
      quote: ANSWER,
      margin: expect.any(Number) as number,
      similarity: expect.any(Number) as number,
    });
  },
);
