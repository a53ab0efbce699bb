import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

// The native library aborts the whole program when its thread is ended in the middle of its work.
test('F15 a program that closes its reader while it reads leaves the rest unread and ends by itself', async () => {
  const script = new URL('threads/close-while-reading.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([0, null]);
});
