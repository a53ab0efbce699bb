/** A calendar day; months from 1. */
export type Day = Readonly<{ year: number; month: number; day: number }>;

/** The sort key of a date: year × 10,000 + month × 100 + day, with 0 for unknown parts. */
export const dayKey = (year: number, month = 0, day = 0): number => year * 10_000 + month * 100 + day;

/** The day of an ISO 8601 date or time; undefined for anything else. */
export function dayOf(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

const dateOf = ({ year, month, day }: Day, by = 0): Date => new Date(Date.UTC(year, month - 1, day + by));

/** The key of the day `by` days later. */
export function dayAway(from: Day, by: number): number {
  const date = dateOf(from, by);
  return dayKey(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The key of the month `by` months later. */
export function monthAway({ year, month }: Day, by: number): number {
  const months = year * 12 + month - 1 + by;
  return dayKey(Math.floor(months / 12), (months % 12) + 1);
}

/** The weekday: 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: Day): number => (dateOf(day).getUTCDay() + 6) % 7;
