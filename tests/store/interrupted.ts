import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './stores.ts';

const mounted = (folder: string, kilobytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status === 0;

/** Whether this process may create a small disk, which most containers and developers' machines do not allow. */
export const canMount = ((): boolean => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-disk-'));
  const is = mounted(folder, 100);
  if (is) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return is;
})();

/** Runs `work` while `folder` is a small disk of its own. */
export async function onSmallDisk(
  folder: string,
  kilobytes: number,
  work: () => Promise<void>,
): Promise<void> {
  mkdirSync(folder);
  if (!mounted(folder, kilobytes)) throw new Error('no disk could be mounted');
  try {
    await work();
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
}

const RESTORE = `import { restoreStore } from ${JSON.stringify(path.resolve('src/store/safety/restore.ts'))};
process.stdout.write('ready');
await restoreStore(JSON.parse(process.argv[1]), process.argv[2]);
process.stdout.write('done');
setInterval(() => undefined, 1000);`;

/** Restores in a separate process and kills it after this long. Returns how it ended. */
export async function restoreAndKill(
  { dataDir, databaseUrl }: Place,
  file: string,
  milliseconds: number,
): Promise<string> {
  const options = JSON.stringify({ dataDir, databaseUrl });
  const child = spawn(process.execPath, ['--input-type=module', '-e', RESTORE, options, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await sleep(milliseconds);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  const [, signal] = (await gone) as [number | null, string];
  return signal;
}
