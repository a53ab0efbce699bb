import type { APIUser } from 'discord.js';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUSY } from '../../src/discord/busy.ts';
import type { Exchange, FakeDiscord } from '../../tests/discord/fake-discord.ts';
import { user } from '../../tests/discord/fake-objects.ts';

/** The rate and duration of questions. */
export type Pressure = Readonly<{
  perSecond: number;
  seconds: number;
  questions: readonly string[];
  /** Ends it early. */
  until?: AbortSignal;
  /** A single asker. By default so many people ask that nobody exceeds the bot's limit. */
  by?: APIUser;
}>;

/** The outcome of the questions, as Discord sees it. */
export type DriveOutcome = Readonly<{
  asked: number;
  /** First responses within three seconds: answers, and busy replies. */
  answered: number;
  busy: number;
  /** All others. */
  missed: number;
  /** Times from an interaction to its first response; missed ones count as infinite. Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  longest: number;
  /** Wait of a single question after all others. Milliseconds. */
  afterwards: number;
  /**
   * The 99th percentile of this harness's own delay. If it is large, the machine is busy and the other numbers mean little.
   * Milliseconds.
   */
  late: number;
}>;

/** Discord's deadline. Milliseconds. */
const DEADLINE = 3000;
/** Number of askers. */
const PEOPLE = 2000;

/**
 * Sends slash commands at a steady rate regardless of the bot, then one more, and waits for that. Interactions without a response within
 * three seconds are missed.
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

/** The bot's capacity on this machine: questions answered per second while `atOnce` are always waiting. */
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

/** Time from an interaction to its first response; infinite when that came too late or never. Milliseconds. */
function timeOf({ record: { response } }: Exchange): number {
  return response === undefined || response.after > DEADLINE ? Number.POSITIVE_INFINITY : response.after;
}

/** The quantile of sorted times; infinite when there are none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.POSITIVE_INFINITY;
}

/** The results in one line. */
export function formatOutcome({
  asked,
  answered,
  busy,
  p50,
  p95,
  p99,
  longest,
  missed,
  late,
}: DriveOutcome): string {
  return `${asked} asked · ${answered} answered, ${busy} told that too much is asked, ${missed} missed · first response p50 ${formatMilliseconds(p50)} · p95 ${formatMilliseconds(p95)} · p99 ${formatMilliseconds(p99)} · longest ${formatMilliseconds(longest)} · the harness up to ${formatMilliseconds(late)} late`;
}

/** Formats milliseconds. */
export const formatMilliseconds = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? `${milliseconds.toFixed(1)} ms` : 'never in time';
