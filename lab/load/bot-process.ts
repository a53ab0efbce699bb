import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeDiscord } from '../../tests/discord/fake-discord.ts';

export const ROOT = join(import.meta.dirname, '../..');
const REPORT_USAGE = join(import.meta.dirname, 'report-usage.ts');

/** Live bytes after a collection, bytes resident, and CPU time since the start in milliseconds. */
export type Usage = Readonly<{ heap: number; resident: number; cpu: number }>;

/** The bot in a process of its own, as it runs at a newsroom, towards a loopback Discord. */
export type BotProcess = Readonly<{
  /** Its folder of articles and settings, which goes when it is stopped. */
  dataDir: string;
  usage(): Promise<Usage>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Starts the bot and waits until its commands are registered; `settings` as environment variables. `patience` in milliseconds. */
export async function startProcess(
  discord: FakeDiscord,
  settings: Readonly<Record<string, string>> = {},
  patience = 60_000,
): Promise<BotProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pullquote-load-'));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--expose-gc', '--import', REPORT_USAGE, join(ROOT, 'src/main.ts'), 'start'],
    {
      cwd: tmpdir(),
      env: {
        PATH: process.env['PATH'],
        DISCORD_API: discord.api,
        DISCORD_TOKEN: discord.token,
        DATA_DIR: dataDir,
        ARTICLES_DIR: join(ROOT, 'seeds'),
        LOG_LEVEL: 'warn',
        ...settings,
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  await discord.ready('global', patience);
  return {
    dataDir,
    async usage() {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [Usage];
      return usage;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
