import { setTimeout as sleep } from 'node:timers/promises';
import { fakeDiscord, type FakeDiscord } from '../../tests/discord/fake-discord.ts';
import { startProcess } from './bot-process.ts';

/** The bot must answer within this time after an outage. Milliseconds. */
const SOON = 5000;
/** How long to wait for a bot to return, and for a question to be delivered. Milliseconds. */
const GIVEN_UP = 120_000;

/**
 * Answers handshakes with 503 for that many seconds, at start-up and again after READY. Prints how soon after each outage the bot
 * answered, how often it tried to connect, and how many connections were left. Resolves to the exit code.
 */
export async function sitOut(seconds: number, say: (line: string) => void): Promise<number> {
  const discord = await fakeDiscord({ responseWindow: GIVEN_UP });
  discord.gateway.refuseHandshake.with = 503;
  const starting = startProcess(discord, { LOG_LEVEL: 'error' }, seconds * 1000 + GIVEN_UP);
  const waits = [await outage(discord, seconds, 'at the start', say)];
  const bot = await starting;
  discord.gateway.refuseHandshake.with = 503;
  discord.gateway.close(1006);
  waits.push(await outage(discord, seconds, 'after READY', say));
  const { identifies } = discord.gateway.counts;
  const open = discord.gateway.open();
  say(`${identifies} session begun, ${open} connection open`);
  await bot.stop();
  await discord.close();
  return waits.every((wait) => wait <= SOON) && identifies === 1 && open === 1 ? 0 : 1;
}

/** Ends the outage after these seconds. Resolves to the milliseconds until a question is answered. */
async function outage(
  discord: FakeDiscord,
  seconds: number,
  when: string,
  say: (line: string) => void,
): Promise<number> {
  const { handshakes } = discord.gateway.counts;
  await sleep(seconds * 1000);
  const dialled = discord.gateway.counts.handshakes - handshakes;
  discord.gateway.refuseHandshake.with = undefined;
  const ended = performance.now();
  await discord.ready('global', GIVEN_UP);
  await discord.slash('help');
  const wait = performance.now() - ended;
  say(
    `503 for ${seconds} s ${when}: dialled ${dialled} times, answered ${(wait / 1000).toFixed(1)} s after its end`,
  );
  return wait;
}
