import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PACE } from '../../src/discord/connection.ts';
import { startBot, type Bot, type BotOptions } from './bot.ts';
import type { Time } from '../../src/discord/time.ts';
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

  test('resumes and replays missed events once', async () => {
    await started();
    discord.gateway.close(4000);
    const missed = discord.send(discord.slashPayload('help'));
    await discord.answer(missed);
    expect(counts()).toMatchObject({ identifies: 1, resumed: 1 });
    discord.redeliver(missed);
    await answers();
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

  test('op 9 resumes if it allows that, and otherwise begins a new session', async () => {
    await started();
    discord.gateway.invalidate(true);
    await eventually(() => counts().resumed === 1);
    await answers();
    discord.gateway.invalidate(false);
    await eventually(() => counts().identifies === 2);
    await answers();
    expect(counts().resumed).toBe(1);
  });

  test('new sessions are held back when sessions end early', async () => {
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
    // Timers may be late but never early: the second session comes after one gap, the third after two.
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

test('F5 a RESUME without an answer leads to a new connection', async () => {
  await started({ pace: { resume: 300 } });
  discord.gateway.silence.resume = true;
  discord.gateway.close(1006);
  await eventually(() => counts().identifies === 2);
  await answers();
  expect(bot?.lines.some((line) => line.includes('RESUME was not answered'))).toBe(true);
});

test('F3 F5 after unanswered heartbeats the session resumes on another connection', async () => {
  discord.world.heartbeatInterval = 200;
  await started({ pace: { ack: 500 } });
  discord.gateway.silence.acks = true;
  await eventually(() => counts().resumed === 1);
  discord.gateway.silence.acks = false;
  await answers();
  expect(bot?.lines.some((line) => line.includes('a heartbeat was not answered'))).toBe(true);
  expect(counts().identifies).toBe(1);
});

test.each(['hello', 'handshake'] as const)(
  'F5 a gateway without %s is abandoned and tried again',
  async (what) => {
    if (what === 'hello') discord.gateway.silence.hello = true;
    else discord.gateway.refuseHandshake.with = 'hang';
    bot = await startBot(discord, { pace: { hello: 200 } });
    await eventually(() => counts().handshakes >= 3);
    discord.gateway.silence.hello = false;
    discord.gateway.refuseHandshake.with = undefined;
    await discord.ready();
    await answers();
    expect(counts().identifies).toBe(1);
    await eventually(() => discord.gateway.open() === 1);
  },
);

describe('F4 F7 after 90 seconds of refused handshakes the bot is back:', () => {
  /** A clock that advances only while the bot waits to reconnect; the refusals end after 90 seconds of it. */
  function passing(from = 0): Time & { outageEnds: number } {
    let now = from;
    const time = {
      outageEnds: Number.POSITIVE_INFINITY,
      now: () => now,
      async sleep(milliseconds: number): Promise<void> {
        now += milliseconds;
        if (now >= time.outageEnds) discord.gateway.refuseHandshake.with = undefined;
        await new Promise(setImmediate);
      },
    };
    return time;
  }
  const OUTAGE = 90_000;
  const { retry, longestRetry, identify } = PACE;
  const pace = { retry, longestRetry, identify };

  /** After each outage there is one connection, at most five seconds after the outage ends. */
  async function isBack(time: Time & { outageEnds: number }): Promise<void> {
    await discord.ready();
    await answers();
    expect(time.now() - time.outageEnds).toBeLessThan(5000);
    await eventually(() => discord.gateway.open() === 1);
    // Twenty seconds of retries every half second would be 40.
    expect(counts().handshakes).toBeLessThan(60);
  }

  test.each([503, 520, 500])('with %i at the start', async (status) => {
    const time = passing();
    time.outageEnds = OUTAGE;
    discord.gateway.refuseHandshake.with = status;
    bot = await startBot(discord, { time, pace });
    await isBack(time);
    expect(counts()).toMatchObject({ connections: 1, identifies: 1 });
  });

  test.each([503, 520])('with %i after READY, resuming the session', async (status) => {
    const time = passing();
    await started({ time, pace });
    time.outageEnds = time.now() + OUTAGE;
    discord.gateway.refuseHandshake.with = status;
    discord.gateway.close(1006);
    await isBack(time);
    expect(counts()).toMatchObject({ connections: 2, identifies: 1, resumed: 1 });
  });

  test('with 503 after READY, although Discord forgot the session', async () => {
    const time = passing();
    await started({ time, pace });
    time.outageEnds = time.now() + OUTAGE;
    discord.gateway.refuseHandshake.with = 503;
    discord.gateway.close(1006);
    discord.gateway.forgetSession();
    await isBack(time);
    expect(counts()).toMatchObject({ connections: 3, identifies: 2, resumed: 0 });
  });

  test('a connection that Discord forbids is tried less and less often', async () => {
    const time = passing();
    time.outageEnds = 3_600_000;
    discord.gateway.refuseHandshake.with = 403;
    bot = await startBot(discord, { time, pace });
    await discord.ready();
    expect(counts().handshakes).toBeLessThan(25);
  });

  test('a bot that is stopped meanwhile does not connect again', async () => {
    discord.gateway.refuseHandshake.with = 503;
    bot = await startBot(discord, { pace: { retry: 5, longestRetry: 5 } });
    await eventually(() => counts().handshakes > 3);
    await bot.stop();
    bot = undefined;
    const { handshakes } = counts();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(counts().handshakes).toBe(handshakes);
  });
});

describe('F8 a permanent refusal', () => {
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

  test('in the middle of a session ends it too', async () => {
    const { gateway } = await started();
    discord.gateway.close(4004);
    await expect(gateway.ended).rejects.toMatchObject({ exitCode: 78 });
  });
});

test('F7 a bot that starts while Discord is down tries until it is back', async () => {
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

test('F21 leaving and joining servers is recorded, and nothing is lost', async () => {
  const [first, second] = discord.guilds.map(({ id }) => id);
  const { outlet, lines } = await started();
  discord.gateway.dispatch('GUILD_DELETE', { id: first });
  discord.gateway.dispatch('GUILD_DELETE', { id: second, unavailable: true });
  await eventually(() => lines.some((line) => line.includes('keeping its articles for now')));
  expect(lines.filter((line) => line.includes('removed from a server'))).toHaveLength(1);
  discord.gateway.dispatch('GUILD_CREATE', { id: first });
  await eventually(() => lines.some((line) => line.includes('the bot joined a server')));
  expect(await outlet.isMember(first ?? '')).toBe(true);
  expect(await outlet.isMember('100000000000000099')).toBe(false);
});

test('the real pace waits as documented', () => {
  expect(PACE.identify.gap).toBeGreaterThanOrEqual(60_000);
  expect(PACE.resume + PACE.leave + PACE.retry * 1.25).toBeLessThan(30_000);
  // The longest wait and one attempt: the bot is back within five seconds of an outage.
  expect(PACE.longestRetry * 1.25).toBeLessThan(4000);
});
