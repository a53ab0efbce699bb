/** A mark on the axis: its position in years, and its label. */
export type Tick = Readonly<{ year: number; name: string }>;

const MONTHS = 12;
/** Days per year, so that the last day stays before the next year. */
const DAYS = 366;
/** Most marks that are readable. */
const TICKS_MAX = 8;

type Parts = Readonly<{ year: number; month: number; day: number }>;

/** Splits a date's key (year × 10,000 + month × 100 + day, 0 for unknown parts); a year or month alone means its beginning. */
function partsOf(key: number): Parts {
  const year = Math.floor(key / 10_000);
  const month = Math.floor((key - year * 10_000) / 100);
  return { year, month: Math.max(1, month), day: Math.max(1, key - year * 10_000 - month * 100) };
}

/** The position of a date in years: 2017-07-01 is 2017.5. */
export function yearOf(key: number): number {
  const { year, month, day } = partsOf(key);
  return year + (month - 1) / MONTHS + (day - 1) / DAYS;
}

/** Marks between two date keys at round steps of years, months or days. */
export function ticksBetween(from: number, to: number): Tick[] {
  const [low, high] = [yearOf(from), yearOf(to)];
  for (const ticksOf of WAYS) {
    const ticks = ticksOf(from, to).filter(({ year }) => year >= low && year <= high);
    if (ticks.length <= TICKS_MAX) return ticks;
  }
  return [];
}

type Way = (from: number, to: number) => Tick[];
/** One more step than may be drawn is enough to reject a step size. */
const steps = (count: number): number[] =>
  Array.from({ length: Math.min(Math.max(0, count) + 1, TICKS_MAX + 3) }, (_, index) => index);
const padded = (part: number): string => String(part).padStart(2, '0');

const daysBy =
  (step: number): Way =>
  (from, to) => {
    const { year, month, day } = partsOf(from);
    return steps(((yearOf(to) - yearOf(from)) * DAYS) / step).map((index) => {
      const date = new Date(Date.UTC(year, month - 1, day + index * step));
      const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
      return {
        year: yearOf(parts[0] * 10_000 + parts[1] * 100 + parts[2]),
        name: parts.map(padded).join('-'),
      };
    });
  };

const monthsBy =
  (step: number): Way =>
  (from, to) => {
    const first = Math.ceil((yearOf(from) * MONTHS) / step - 1e-6);
    return steps((yearOf(to) * MONTHS) / step - first).map((index) => {
      const month = (first + index) * step;
      const year = Math.floor(month / MONTHS);
      return { year: month / MONTHS, name: `${nameOf(year)}-${padded(month - year * MONTHS + 1)}` };
    });
  };

const yearsBy =
  (step: number): Way =>
  (from, to) => {
    const first = Math.ceil(yearOf(from) / step);
    return steps(yearOf(to) / step - first).map((index) => {
      const year = (first + index) * step;
      return { year, name: nameOf(year) };
    });
  };

/** There is no year 0: 1 follows 1 BC. */
const nameOf = (year: number): string => (year < 0 ? `${-year} BC` : String(year || 1));

/** From fine to coarse; the first with few enough marks is used. */
const WAYS: readonly Way[] = [
  ...[1, 2, 5, 10].map(daysBy),
  ...[1, 2, 3, 6].map(monthsBy),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(yearsBy),
];
