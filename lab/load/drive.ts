import type { APIUser } from 'discord.js';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUSY } from '../../src/discord/busy.ts';
import type { Exchange, FakeDiscord } from '../../tests/discord/fake-discord.ts';
import { user } from '../../tests/discord/fake-objects.ts';

/** How much is asked, for how long. */
export type Pressure = Readonly<{
  perSecond: number;
  seconds: number;
  questions: readonly string[];
  /** Ends it sooner. */
  until?: AbortSignal;
  /** All is asked by this one. Default: so many people that nobody asks faster than the bot allows. */
  by?: APIUser;
}>;

/** What came of the questions, as Discord sees it. */
export type DriveOutcome = Readonly<{
  asked: number;
  /** First responses within three seconds that answer, and those that say that the bot is too busy. */
  answered: number;
  busy: number;
  /** The rest. */
  missed: number;
  /** Times from an interaction to its first response, the missed counted as endless. Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  longest: number;
  /** How long the first question after all others waited. Milliseconds. */
  afterwards: number;
  /** How late this harness itself was, in 99 of 100 looks: with much else to do on the machine the rest says little. Milliseconds. */
  late: number;
}>;

/** Discord gives up after this. Milliseconds. */
const DEADLINE = 3000;
/** People who ask. */
const PEOPLE = 2000;

/**
 * Sends slash commands at a steady rate, whatever the bot does, then one more, and waits for the last one. What has no
 * response within three seconds is missed.
 */
export async function drive(discord: FakeDiscord, pressure: Pressure): Promise<DriveOutcome> {
  const { perSecond, seconds, questions, until, by } = pressure;
  const people = by ? [by] : Array.from({ length: PEOPLE }, (_, at) => user(`Reader ${at}`));
  const exchanges: Exchange[] = [];
  const ask = (at: number): Exchange => {
    const question = questions[at % questions.length] as string;
    return discord.send(
      discord.slashPayload('/ask', { question }, { user: people[at % people.length] as APIUser }),
    );
  };
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const began = performance.now();
  const goesOn = (): boolean => exchanges.length < perSecond * seconds && until?.aborted !== true;
  while (goesOn()) {
    const due = Math.min(perSecond * seconds, ((performance.now() - began) / 1000) * perSecond);
    while (exchanges.length < due) exchanges.push(ask(exchanges.length));
    await sleep(1);
  }
  const last = ask(exchanges.length);
  await sleep(DEADLINE);
  delay.disable();
  const times = exchanges.map(timeOf).toSorted((a, b) => a - b);
  const inTime = exchanges.filter((exchange) => timeOf(exchange) <= DEADLINE);
  const busy = inTime.filter((exchange) => exchange.text().includes(BUSY)).length;
  return {
    asked: exchanges.length,
    answered: inTime.length - busy,
    busy,
    missed: exchanges.length - inTime.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    longest: quantile(times, 1),
    afterwards: timeOf(last),
    late: delay.percentile(99) / 1e6,
  };
}

/** How many questions a second the bot answers when as many as `atOnce` wait for it all the time: what it can do on this machine. */
export async function capacity(
  discord: FakeDiscord,
  questions: readonly string[],
  seconds: number,
): Promise<number> {
  const atOnce = 16;
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const askOn = async (first: number): Promise<void> => {
    for (let at = first; performance.now() < until; at += atOnce) {
      const question = questions[at % questions.length] as string;
      await discord.slash('/ask', { question }, { user: user(`Reader ${at}`) });
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, at) => askOn(at)));
  return answered / seconds;
}

/** From an interaction to its first response; endless when that came too late or not at all. Milliseconds. */
function timeOf({ record: { response } }: Exchange): number {
  return response === undefined || response.after > DEADLINE ? Number.POSITIVE_INFINITY : response.after;
}

/** The time that this share of sorted times does not exceed; endless when there is none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.POSITIVE_INFINITY;
}

/** One line of figures. */
export function told({ asked, answered, busy, p50, p95, p99, longest, missed, late }: DriveOutcome): string {
  return `${asked} asked · ${answered} answered, ${busy} told that too much is asked, ${missed} missed · first response p50 ${inWords(p50)} · p95 ${inWords(p95)} · p99 ${inWords(p99)} · longest ${inWords(longest)} · the harness up to ${inWords(late)} late`;
}

/** Milliseconds in words. */
export const inWords = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? `${milliseconds.toFixed(1)} ms` : 'never in time';
