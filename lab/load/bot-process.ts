import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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
  /** Answers so far, by whether the reader had a part in them. */
  answers(): Promise<Readonly<{ reader: number; words: number }>>;
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

/** A port of this machine that nothing listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
