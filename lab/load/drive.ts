import type { APIUser } from 'discord.js';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Times from an interaction to its first response, as Discord sees them. Milliseconds. */
export type Outcome = Readonly<{ asked: number; p50: number; p99: number; longest: number; missed: number }>;

/** Discord gives up after this. Milliseconds. */
const DEADLINE = 3000;
/** People who ask. */
const PEOPLE = 2000;

/**
 * Sends slash commands at a steady rate, whatever the bot does, and waits for the last one. What has no answer in three
 * seconds is missed.
 */
export async function drive(discord: FakeDiscord, pressure: Pressure): Promise<Outcome> {
  const { perSecond, seconds, questions, until, by } = pressure;
  const people = by ? [by] : Array.from({ length: PEOPLE }, (_, at) => user(`Reader ${at}`));
  const exchanges: Exchange[] = [];
  const began = performance.now();
  const goesOn = (): boolean => exchanges.length < perSecond * seconds && until?.aborted !== true;
  while (goesOn()) {
    const due = Math.min(perSecond * seconds, ((performance.now() - began) / 1000) * perSecond);
    while (exchanges.length < due) {
      const at = exchanges.length;
      const question = questions[at % questions.length] ?? '';
      const person = people[at % people.length];
      exchanges.push(
        discord.send(discord.slashPayload('/ask', { question }, person ? { user: person } : {})),
      );
    }
    await sleep(1);
  }
  await sleep(DEADLINE);
  const times = exchanges.flatMap(({ record }) => record.response?.after ?? []).toSorted((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return {
    asked: exchanges.length,
    p50: at(0.5),
    p99: at(0.99),
    longest: at(1),
    missed: exchanges.length - times.filter((time) => time <= DEADLINE).length,
  };
}

/** One line of figures. */
export function told({ asked, p50, p99, longest, missed }: Outcome): string {
  const ms = (time: number): string => `${time.toFixed(1)} ms`;
  return `${asked} asked · first response p50 ${ms(p50)} · p99 ${ms(p99)} · longest ${ms(longest)} · ${missed} over 3 s`;
}
