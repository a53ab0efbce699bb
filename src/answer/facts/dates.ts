import type { Slice } from '../../article/article.ts';

/**
 * A date as a text writes it. `key` orders dates: year × 10,000 + month × 100 + day, parts that are not told being 0;
 * years before our era are negative. Without one the date cannot be placed ("in July", "last year" in an article
 * without a date of its own).
 */
export type WrittenDate = Slice & Readonly<{ text: string; key?: number }>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)';
const DAY = '(?:[12]\\d|3[01]|[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1\\d|20)\\d\\d';

type Day = Readonly<{ year: number; month: number; day: number }>;
type Reading = (match: RegExpExecArray, published: Day | undefined) => number | undefined;

const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? '';
const keyOf = (year: number, month = 0, day = 0): number => year * 10_000 + month * 100 + day;
const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1;
/** A day or month without a year is of the publication's year: news say the year when it is another. */
const yearOr = (year: string, published: Day | undefined): number | undefined =>
  year === '' ? published?.year : Number(year);

const calendar: Reading = (match, published) => {
  const year = yearOr(group(match, 'year'), published);
  const day = group(match, 'day');
  return year === undefined
    ? undefined
    : keyOf(year, monthOf(group(match, 'month')), day === '' ? 0 : Number.parseInt(day, 10));
};

/** Years, by how a text may say them relative to its publication. */
const YEARS_AWAY: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  this: 0,
  the: 0,
  current: 0,
  next: 1,
  coming: 1,
};

const yearAlone: Reading = (match) => keyOf(Number(group(match, 'year')));

const bareYear = (before: string, notAfter: string): RegExp =>
  new RegExp(
    `(?<=${before})(?<year>${YEAR})(?![\\w%]|[.,]\\d| (?:million|billion|percent|people|euros?|dollars?)${notAfter})`,
    'giu',
  );

/** Each way of writing a date, the longest first; the first that fits at a place wins. */
const WAYS: readonly (readonly [RegExp, Reading])[] = [
  [
    /\b(?<year>(?:1\d|20)\d\d)-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\d|3[01])\b/gu,
    (match) => keyOf(Number(group(match, 'year')), Number(group(match, 'm')), Number(group(match, 'd'))),
  ],
  [new RegExp(`\\b(?<day>${DAY}) (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?(?!\\w)`, 'gu'), calendar],
  [new RegExp(`\\b(?<month>${MONTH}) (?<day>${DAY})(?:,? (?<year>${YEAR}))?(?!\\w)`, 'gu'), calendar],
  [new RegExp(`\\b(?:early |mid-?|late )?(?<month>${MONTH}),? (?<year>${YEAR})\\b`, 'gu'), calendar],
  [
    /\b(?<c>\d{1,2})(?:st|nd|rd|th)(?: |-)century(?<bc> BCE?)?\b/giu,
    (match) =>
      group(match, 'bc') === ''
        ? keyOf((Number(group(match, 'c')) - 1) * 100)
        : keyOf(-Number(group(match, 'c')) * 100),
  ],
  [
    /\b(?:early |mid-?|late )?(?:the )?(?<year>1\d\d0|20\d0)s\b/gu,
    (match) => keyOf(Number(group(match, 'year'))),
  ],
  [/\b(?<year>\d{1,4}) BCE?\b/gu, (match) => keyOf(-Number(group(match, 'year')))],
  [
    /\b(?:by |before |until |at )?the (?:end|beginning|start|middle) of (?<which>the|this|last|next) year\b/giu,
    (match, published) =>
      published &&
      keyOf(
        published.year + (YEARS_AWAY[group(match, 'which').toLowerCase()] ?? 0),
        / (?:end) /u.test(match[0]) ? 12 : 1,
      ),
  ],
  [
    /\b(?<which>last|this|next|previous|coming) year\b/giu,
    (match, published) =>
      published && keyOf(published.year + (YEARS_AWAY[group(match, 'which').toLowerCase()] ?? 0)),
  ],
  [
    /\b(?<which>last|this|next) month\b/giu,
    (match, published) =>
      published && monthAway(published, YEARS_AWAY[group(match, 'which').toLowerCase()] ?? 0),
  ],
  [
    /\b(?<which>yesterday|today|tomorrow)\b/giu,
    (match, published) =>
      published &&
      dayAway(published, { yesterday: -1, today: 0, tomorrow: 1 }[group(match, 'which').toLowerCase()] ?? 0),
  ],
  [
    new RegExp(`(?<=\\b(?:in|since|by|until|from|during|last|next|this) )(?<month>${MONTH})(?!\\w)`, 'gu'),
    calendar,
  ],
  // A bare number of four digits is a year when a word before it says so, or brackets or a range hold it; after the weaker
  // of these words only when it counts nothing ("and 2000 machines").
  [
    bareYear(
      '\\b(?:in|by|since|until|till|from|during|after|before|circa|early|late|mid|between|year) |[(–-]',
      '',
    ),
    yearAlone,
  ],
  [bareYear('\\b(?:of|to|and|around) ', '| \\p{Ll}+s\\b'), yearAlone],
];

/** All dates in a text, in its order, not overlapping. `published` is ISO 8601; relative dates count from it. Linear. */
export function datesIn(text: string, published?: string): WrittenDate[] {
  const from = published === undefined ? undefined : dayOf(published);
  const taken: WrittenDate[] = [];
  for (const [pattern, read] of WAYS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((other) => start < other.end && other.start < end)) continue;
      const key = read(match, from);
      taken.push({ start, end, text: match[0], ...(key === undefined ? {} : { key }) });
    }
  }
  return taken.toSorted((a, b) => a.start - b.start);
}

function dayOf(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

function monthAway({ year, month }: Day, by: number): number {
  const months = year * 12 + month - 1 + by;
  return keyOf(Math.floor(months / 12), (months % 12) + 1);
}

function dayAway({ year, month, day }: Day, by: number): number {
  const date = new Date(Date.UTC(year, month - 1, day + by));
  return keyOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
