import type { BriefingPlan } from '../../store/desk/briefings.ts';

/**
 * The last moment at or before `now` when a digest was due in a time zone. An hour that the change to summer time skips moves
 * to the next one; of an hour that occurs twice, the first counts.
 */
export function lastDue({ every, day, hour }: BriefingPlan, timeZone: string, now: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const step = every === 'week' ? { weeks: 1 } : { days: 1 };
  let date = local.toPlainDate();
  if (every === 'week') date = date.add({ days: day - date.dayOfWeek });
  for (;;) {
    const due = date.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) });
    if (due.epochMilliseconds <= now.getTime()) return new Date(due.epochMilliseconds);
    date = date.subtract(step);
  }
}
