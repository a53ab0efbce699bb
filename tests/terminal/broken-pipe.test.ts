import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

test.each([
  ['the program', ['src/main.ts', 'help']],
  ['an evaluation', ['lab/evaluate/main.ts', 'sentences', 'tests/golden/sentences/golden-rules.jsonl']],
])('%s ends quietly when its output is closed, as in “… | head”', async (_, argv) => {
  const child = spawn(process.execPath, argv, { cwd: root });
  child.stdout.destroy();
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect({ errors, code }).toEqual({ errors: '', code: 0 });
});
