import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeDiscord } from '../../tests/discord/fake-discord.ts';

export const ROOT = join(import.meta.dirname, '../..');
const REPORT_USAGE = join(import.meta.dirname, 'report-usage.ts');

/**
 * Live bytes after garbage collection, resident bytes, CPU time so far, and the longest time for which the event loop was blocked since the
 * last look. Milliseconds.
 */
export type Usage = Readonly<{ heap: number; resident: number; cpu: number; blocked: number }>;

/** A bot in a process of its own, as in production, connected to a loopback Discord. */
export type BotProcess = Readonly<{
  /** Its folder of articles and settings, which `stop` removes. */
  dataDir: string;
  usage(): Promise<Usage>;
  /** Number of answers so far, with and without the reader. */
  answers(): Promise<Readonly<{ reader: number; words: number }>>;
  /** Kills it like a power failure. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Starts the bot and waits until its commands are registered; `settings` are environment variables, `patience` is in milliseconds. */
export async function startProcess(
  discord: FakeDiscord,
  settings: Readonly<Record<string, string>> = {},
  patience = 60_000,
): Promise<BotProcess> {
  const dataDir = settings['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'pullquote-load-')));
  const metricsPort = await freePort();
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
        METRICS_PORT: String(metricsPort),
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
    async answers() {
      const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      const by = (who: string): number =>
        [...metrics.matchAll(new RegExp(`^pullquote_answers_total\\{.*by="${who}"\\} (\\d+)`, 'gm'))].reduce(
          (all, [, count]) => all + Number(count),
          0,
        );
      return { reader: by('reader'), words: by('words') };
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

/** A free port of this machine. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
