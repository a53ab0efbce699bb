import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { checkLog } from './invariants.ts';
import { eventually, PATIENCE } from './patience.ts';

const ROOT = join(import.meta.dirname, '../..');

let discord: FakeDiscord;
let dataDir: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE });
  dataDir = await mkdtemp(join(tmpdir(), 'pullquote-'));
});
afterEach(async () => {
  if (child && child.exitCode === null) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
  await discord.close();
});

/** `pullquote start` as in production, connected to the loopback Discord. */
function run(settings: Record<string, string> = {}) {
  const env = {
    PATH: process.env['PATH'],
    DISCORD_API: discord.api,
    DISCORD_TOKEN: discord.token,
    DATA_DIR: dataDir,
    ARTICLES_DIR: join(ROOT, 'seeds'),
    LOG_LEVEL: 'debug',
    ...settings,
  };
  // In a folder without .env.
  const started = spawn(process.execPath, [join(ROOT, 'src/main.ts'), 'start'], { env, cwd: tmpdir() });
  child = started;
  const out = { log: '', errors: '' };
  started.stdout.on('data', (data: Buffer) => void (out.log += data.toString()));
  started.stderr.on('data', (data: Buffer) => void (out.errors += data.toString()));
  return {
    out,
    signal: (name: NodeJS.Signals) => started.kill(name),
    ended: once(started, 'close').then(([code]) => code as number | null),
  };
}

const lines = (log: string): Record<string, unknown>[] =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('F15 after SIGTERM an answer in flight is finished, and the program ends with 0', async () => {
  const bot = run();
  await discord.ready();
  await discord.slash('/ask', { question: 'Who led the round?' });
  discord.faults.plan('POST', /callback$/u, { delay: 800 });
  const exchange = discord.send(discord.slashPayload('help'));
  await eventually(() => discord.requests.some(({ path }) => path.includes(exchange.record.id)));
  bot.signal('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(exchange.text()).toMatch(/\/ask/u);
  // I3, T20, T26: JSON lines, no token, no control character.
  expect(lines(bot.out.log).at(-1)).toMatchObject({
    msg: expect.stringContaining('disconnected from Discord') as string,
  });
  expect(checkLog(bot.out.log, [discord.token, ...discord.world.interactions.keys()])).toEqual([]);
  expect(bot.out.errors).toBe('');
});

test('F8 a wrong token gives one line and exit code 78', async () => {
  const bot = run({ DISCORD_TOKEN: 'x'.repeat(60) });
  expect(await bot.ended).toBe(78);
  expect(bot.out.errors).toMatch(/^Discord does not accept DISCORD_TOKEN: [^\n]+\n$/u);
});

test('F8 disallowed intents give one line and exit code 78', async () => {
  discord.gateway.refuseIdentify.with = 4014;
  const bot = run();
  expect(await bot.ended).toBe(78);
  expect(bot.out.errors).toMatch(/^Discord does not allow the intents[^\n]+\n$/u);
});

test('F9 malformed packets neither end the program nor lose a command', async () => {
  const bot = run();
  await discord.ready();
  for (const t of [
    'INTERACTION_CREATE',
    'MESSAGE_CREATE',
    'GUILD_CREATE',
    'GUILD_DELETE',
    'THREAD_CREATE',
    'X',
  ])
    for (const d of [null, {}, [], 'text', { id: {} }, { mentions: [null, { id: discord.world.bot.id }] }])
      discord.gateway.dispatch(t, d);
  const payload = discord.slashPayload('help');
  const member = { ...(payload['member'] as object), permissions: 'all' };
  discord.gateway.dispatch('INTERACTION_CREATE', { ...payload, member });
  for (const raw of ['', 'not json', '[]', '{"op":0}', '{"op":77,"d":null}']) discord.gateway.raw(raw);
  const exchange = await discord.slash('help');
  expect(exchange.text()).toMatch(/\/ask/u);
  bot.signal('SIGINT');
  expect(await bot.ended).toBe(0);
});
