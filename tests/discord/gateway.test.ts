import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PACE } from '../../src/discord/connection.ts';
import { startBot, type Bot, type BotOptions } from './bot.ts';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { eventually, PATIENCE } from './patience.ts';

let discord: FakeDiscord;
let bot: Bot | undefined;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE });
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.close();
});

/** Starts the bot and waits until its commands are registered. */
async function started(options: BotOptions = {}): Promise<Bot> {
  bot = await startBot(discord, options);
  await discord.ready();
  return bot;
}

const counts = () => discord.gateway.counts;
const reconnected = (connections: number) =>
  eventually(() => counts().connections >= connections && discord.gateway.connected());
const answers = async (): Promise<void> => expect((await discord.slash('help')).text()).toMatch(/\/ask/u);

describe('F4 a lost connection', () => {
  test.each([1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])(
    'closed with %i',
    async (code) => {
      await started();
      discord.gateway.close(code);
      await reconnected(2);
      await answers();
      expect(counts().identifies + counts().resumed).toBe(2);
    },
  );

  test('resumes, and gets what happened meanwhile, once', async () => {
    await started();
    discord.gateway.close(4000);
    const missed = discord.send(discord.slashPayload('help'));
    await discord.answer(missed);
    expect(counts()).toMatchObject({ identifies: 1, resumed: 1 });
    discord.redeliver(missed);
    await answers();
    expect(discord.requests.filter(({ path }) => path.includes(missed.record.id))).toHaveLength(1);
  });

  test('op 7 resumes', async () => {
    await started();
    discord.gateway.askToReconnect();
    await reconnected(2);
    await answers();
    expect(counts()).toMatchObject({ identifies: 1, resumed: 1 });
  });

  test('op 9 that can be resumed resumes, one that cannot begins anew', async () => {
    await started();
    discord.gateway.invalidate(true);
    await eventually(() => counts().resumed === 1);
    await answers();
    discord.gateway.invalidate(false);
    await eventually(() => counts().identifies === 2);
    await answers();
    expect(counts().resumed).toBe(1);
  });

  test('new sessions are held back when they do not last', async () => {
    const pace = { identify: { gap: 400, longest: 2000, lasting: 300_000 } };
    discord.gateway.refuseIdentify.with = 'invalidSession';
    bot = await startBot(discord, { pace });
    const times: number[] = [];
    const stop = discord.world.onChange(() => {
      if (counts().identifies > times.length) times.push(performance.now());
    });
    await eventually(() => times.length >= 3);
    stop();
    discord.gateway.refuseIdentify.with = undefined;
    await discord.ready();
    // Timers may be late, never early: the second comes after one gap, the third after two.
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(395);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(790);
  });

  test('no session is begun while few are left', async () => {
    discord.world.sessionStarts.remaining = 49;
    discord.world.sessionStarts.reset_after = 300;
    bot = await startBot(discord);
    await eventually(() => bot?.lines.some((line) => line.includes('few more sessions')));
    expect(counts().identifies).toBe(0);
    await discord.ready();
  });
});

test('F5 a RESUME that is never answered: the connection is begun anew', async () => {
  await started({ pace: { resume: 300 } });
  discord.gateway.silence.resume = true;
  discord.gateway.close(1006);
  await eventually(() => counts().identifies === 2);
  await answers();
  expect(bot?.lines.some((line) => line.includes('RESUME was not answered'))).toBe(true);
});

test('F5 a gateway that falls silent: the connection is begun anew', async () => {
  await started({ pace: { silence: 300 } });
  await eventually(() => counts().identifies === 2);
  expect(bot?.lines.some((line) => line.includes('the gateway fell silent'))).toBe(true);
});

describe('F8 what no further attempt can mend', () => {
  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4010, 'one process'],
    [4011, 'servers'],
    [4012, 'update Pullquote'],
    [4013, 'intents'],
    [4014, 'intents'],
  ])('close code %i ends it with one sentence', async (code, words) => {
    discord.gateway.refuseIdentify.with = code;
    bot = await startBot(discord);
    await expect(bot.gateway.ended).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringContaining(words),
    });
    expect(counts().identifies).toBe(1);
  });

  test('also in the middle of a session', async () => {
    const { gateway } = await started();
    discord.gateway.close(4004);
    await expect(gateway.ended).rejects.toMatchObject({ exitCode: 78 });
  });
});

test('F7 Discord is down at the start: the bot tries again until it is there', async () => {
  discord.faults.plan('GET', /^\/gateway\/bot$/u, { status: 502 }, 3);
  await started();
  await answers();
  expect(bot?.lines.filter((line) => line.includes('no connection to Discord'))).toHaveLength(3);
});

test('F9 unknown and malformed interactions and messages are dropped and counted', async () => {
  const { gateway } = await started();
  const ok = discord.slashPayload('help');
  const bad: unknown[] = [
    { ...ok, type: 99, id: '1' },
    { ...ok, id: 'x' },
    { ...ok, token: '../../users/@me' },
  ];
  for (const each of bad) discord.gateway.dispatch('INTERACTION_CREATE', each);
  discord.gateway.dispatch('SOMETHING_NEW', { id: 1 });
  await answers();
  expect(gateway.dropped()).toBe(bad.length);
});

test('F21 servers that are left and joined are noted, and nothing is lost', async () => {
  const [first, second] = discord.guilds.map(({ id }) => id);
  const { newsroom, lines } = await started();
  discord.gateway.dispatch('GUILD_DELETE', { id: first });
  discord.gateway.dispatch('GUILD_DELETE', { id: second, unavailable: true });
  await eventually(() => lines.some((line) => line.includes('its articles are kept for now')));
  expect(lines.filter((line) => line.includes('removed from a server'))).toHaveLength(1);
  discord.gateway.dispatch('GUILD_CREATE', { id: first });
  await eventually(() => lines.some((line) => line.includes('the bot is in a new server')));
  await newsroom.guilds.present([]);
});

test('the waits of a real start', () => {
  expect(PACE.identify.gap).toBeGreaterThanOrEqual(60_000);
  expect(PACE.resume + PACE.look + PACE.leave + PACE.retry * 1.25).toBeLessThan(30_000);
});
