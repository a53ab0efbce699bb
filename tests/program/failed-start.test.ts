import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/archive.ts';
import { temporaryFolder } from '../store/stores.ts';

const ROOT = join(import.meta.dirname, '../..');

test('F14 a second program on one archive ends with code 75, although its reader has begun to load', async () => {
  const { folder, remove } = temporaryFolder();
  const store = await openStore({ dataDir: folder });
  const second = spawn(process.execPath, [join(ROOT, 'src/main.ts'), 'start'], {
    cwd: ROOT,
    env: { ...process.env, DISCORD_TOKEN: '', DATABASE_URL: '', PORT: '0', DATA_DIR: folder, READER: 'on' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  try {
    expect(await once(second, 'exit', { signal: AbortSignal.timeout(15_000) })).toEqual([75, null]);
  } finally {
    second.kill('SIGKILL');
    await store.close();
    remove();
  }
});
