import { MONTH, monthNumber, WEEKDAYS } from '../../english/months.ts';
import { around, group, tenseOf, type DateReading, type DateWay } from './date-way.ts';
import { dayKey, type Day } from './day.ts';
import { isYear } from './years.ts';
import { mapValue } from '../../article/item-at.ts';

const DAY = '(?:[12]\\d|3[01]|[1-9])(?:st|nd|rd|th)?';
const AND_DAY = `(?:(?: to | and | or | ?[–-] ?)${DAY}(?!\\d))?`;
const WEEKDAY = `(?:(?:${WEEKDAYS.join('|')}),? )?`;
const PART = '(?:(?<part>early|mid|late)(?: |-))?';
const YEAR = '(?:1\\d|20)\\d\\d';
/** The year after a day or month: "March 19, 2024", "March 19 this year". */
const OF_YEAR = `(?:,? (?<year>${YEAR})|,? (?:of )?(?<rel>last|this|next) year)?(?!\\w)`;

/** The year of a later date that applies to this one too: "3 March to 5 April 2020". */
const YEAR_BEHIND = new RegExp(
  `^ ?(?:to|and|until|or|–|-) ?(?:${DAY} )?${MONTH}(?: ${DAY})?,? (?<year>${YEAR})(?!\\w)`,
  'u',
);
/** Longest text of such a second date. Characters. */
const BEHIND = 40;
/** A month further ahead than this is last year's, unless the words say that it is in the future. */
const MONTHS_AHEAD = 6;
const RELATIVE_YEARS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** The year of a date without one: the year of publication, or a neighbouring year that the words suggest. */
function yearFor(
  match: RegExpExecArray,
  month: number,
  day: number,
  published: Day | undefined,
): number | undefined {
  const end = match.index + match[0].length;
  const shared = YEAR_BEHIND.exec(match.input.slice(end, end + BEHIND))?.groups?.['year'];
  if (shared !== undefined) return Number(shared);
  if (!published) return undefined;
  const away = RELATIVE_YEARS[group(match, 'rel')];
  if (away !== undefined) return published.year + away;
  const later = month - published.month || (day === 0 ? 0 : day - published.day);
  // "froze prices until December": something that lasts until a month is usually not over yet.
  const tense = /\buntil (?:at least )?(?:the end of )?$/iu.test(around(match)[0]) ? 'ahead' : tenseOf(match);
  if (tense === 'ahead') return later < 0 ? published.year + 1 : published.year;
  const past = tense !== undefined ? later > 0 : month - published.month > MONTHS_AHEAD;
  return past ? published.year - 1 : published.year;
}

const calendar: DateReading = (match, published) => {
  const month = monthNumber(group(match, 'month'));
  const written = group(match, 'day');
  const day = written === '' ? 0 : Number.parseInt(written, 10);
  const year =
    group(match, 'year') === '' ? yearFor(match, month, day, published) : Number(group(match, 'year'));
  return year === undefined ? undefined : dayKey(year, month, day);
};

/** "5/6/2022" may be June or May, so only the year is certain. With dots the day comes first. */
const digits: DateReading = (match) => {
  const [a, b] = [Number(group(match, 'a')), Number(group(match, 'b'))];
  const year = Number(group(match, 'year'));
  const pointed = match[0].includes('.');
  if (b <= 12 && (a > 12 || pointed || a === b)) return dayKey(year, b, a);
  return a <= 12 && b > 12 && !pointed ? dayKey(year, a, b) : dayKey(year);
};

const yearAlone: DateReading = (match) => dayKey(Number(group(match, 'year')));

const ORDER = ['first', 'second', 'third', 'fourth'];
const SEASONS = new Map(Object.entries({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }));
const PARTS = new Map(Object.entries({ early: 0, mid: 6, late: 10 }));
const EDGES = new Map(Object.entries({ end: 12, middle: 6, beginning: 1, start: 1 }));

/** The month in which a season begins, in the northern hemisphere. */
export const seasonMonth = (name: string): number => mapValue(SEASONS, name.toLowerCase());
/** The month for the end, middle, beginning or start of a year. */
export const edgeMonth = (name: string): number => mapValue(EDGES, name.toLowerCase());

/** Dates with a year, month or day, longest first. */
export const CALENDAR_WAYS: readonly DateWay[] = [
  [
    /\b(?<year>(?:1\d|20)\d\d)-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\d|3[01])\b/gu,
    (match) => dayKey(Number(group(match, 'year')), Number(group(match, 'm')), Number(group(match, 'd'))),
  ],
  [
    /(?<![\w.,/])(?<a>0?[1-9]|[12]\d|3[01])(?<by>[/.])(?<b>0?[1-9]|[12]\d|3[01])\k<by>(?<year>(?:1\d|20)\d\d)(?!\w)/gu,
    digits,
  ],
  [new RegExp(`\\b${WEEKDAY}(?<day>${DAY})${AND_DAY} (?:of )?(?<month>${MONTH})${OF_YEAR}`, 'gu'), calendar],
  [new RegExp(`\\b${WEEKDAY}(?<month>${MONTH}) (?<day>${DAY})${AND_DAY}${OF_YEAR}`, 'gu'), calendar],
  [
    new RegExp(
      `\\b${PART}(?<month>${MONTH})(?:,? (?<year>${YEAR})|,? (?:of )?(?<rel>last|this|next) year)\\b`,
      'gu',
    ),
    calendar,
  ],
  [
    new RegExp(`\\b${PART}(?<season>spring|summer|autumn|fall|winter)(?: of)? (?<year>${YEAR})\\b`, 'giu'),
    (match) => dayKey(Number(group(match, 'year')), seasonMonth(group(match, 'season'))),
  ],
  [
    new RegExp(`\\b(?:the )?(?<which>first|second|third|fourth) quarter(?: of)? (?<year>${YEAR})\\b`, 'giu'),
    (match) =>
      dayKey(Number(group(match, 'year')), ORDER.indexOf(group(match, 'which').toLowerCase()) * 3 + 1),
  ],
  [
    new RegExp(`\\bQ(?<which>[1-4])(?: of)? (?<year>${YEAR})\\b`, 'gu'),
    (match) => dayKey(Number(group(match, 'year')), (Number(group(match, 'which')) - 1) * 3 + 1),
  ],
  [
    new RegExp(`\\b(?:the )?(?<which>first|second) half of (?<year>${YEAR})\\b`, 'giu'),
    (match) =>
      dayKey(Number(group(match, 'year')), ORDER.indexOf(group(match, 'which').toLowerCase()) * 6 + 1),
  ],
  [
    new RegExp(
      `\\b(?:by |before |until |at )?the (?<edge>end|beginning|start|middle) of (?<year>${YEAR})\\b`,
      'giu',
    ),
    (match) => dayKey(Number(group(match, 'year')), edgeMonth(group(match, 'edge'))),
  ],
  [
    new RegExp(`\\b(?<part>early|mid|late)(?: |-)(?<year>${YEAR})(?!\\w)`, 'giu'),
    (match) => dayKey(Number(group(match, 'year')), mapValue(PARTS, group(match, 'part').toLowerCase())),
  ],
  [
    /\b(?<c>\d{1,2})(?:st|nd|rd|th)(?: |-)century(?<bc> BCE?)?\b/giu,
    (match) =>
      group(match, 'bc') === ''
        ? dayKey((Number(group(match, 'c')) - 1) * 100)
        : dayKey(-Number(group(match, 'c')) * 100),
  ],
  [
    /\b(?:early |mid-?|late )?(?:the )?(?<year>1\d\d0|20\d0)s\b/giu,
    (match) => dayKey(Number(group(match, 'year'))),
  ],
  [
    new RegExp(
      `(?<=\\b(?:[Aa]t|[Bb]y|[Ss]ince|[Bb]efore|[Aa]fter|[Uu]ntil|[Oo]n|[Oo]ver|this|last|next|[Ff]rom|around) )Christmas(?: (?<eve>Eve)| Day)?(?:,? (?<year>${YEAR})\\b|,? (?<rel>last|this|next) year\\b)?`,
      'gu',
    ),
    (match, published) => {
      const year =
        group(match, 'year') === '' ? yearFor(match, 12, 25, published) : Number(group(match, 'year'));
      return year === undefined ? undefined : dayKey(year, 12, group(match, 'eve') === '' ? 25 : 24);
    },
    (match) =>
      /^ \p{L}/u.test(around(match)[1]) &&
      !/^ (?:and|when|after|in|at|he|she|they|we)\b/u.test(around(match)[1]),
  ],
  [/\b(?<year>\d{1,4}) BCE?\b/gu, (match) => dayKey(-Number(group(match, 'year')))],
];

/** A number of four digits that counts something is not a year: "a survey of 1709 pupils", "in 2000 homes and 1500 flats". */
const counts = (match: RegExpExecArray): boolean => {
  const [before, after] = around(match);
  return (
    /^ (?:(?!and|or|to|in|of|at|on|by|as|the)\p{Ll}[\p{L}-]* )?(?:\p{Ll}+s|\p{Ll}*(?:people|men|women|children|staff))\b/u.test(
      after,
    ) && !isYear(before, match[0], after)
  );
};
const bareYear = (before: string): RegExp =>
  new RegExp(
    `(?<=${before})(?<year>${YEAR})(?![\\w%]|[.,]\\d| (?:million|billion|percent|people|euros?|dollars?|GMT|hours|local time)\\b)`,
    'giu',
  );

/** A month or four digits that are a date only because of the words around them. */
export const BARE_WAYS: readonly DateWay[] = [
  [
    new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Bb]etween|[Bb]efore|[Aa]fter|[Ee]arly|[Mm]id|[Ll]ate|(?:end|start|beginning|middle) of|(?:years?|months|weeks|quarter) to)[ -])(?:(?:early|mid|late)[ -])?(?<month>${MONTH})(?:,? (?:of )?(?<rel>last|this|next) year\\b)?(?!\\w)`,
      'gu',
    ),
    calendar,
  ],
  // Both ends of "2000 - 2050".
  [new RegExp(`(?<![\\w.,/-])(?<year>${YEAR})(?= ?[–-] ?${YEAR}(?!\\w))`, 'gu'), yearAlone],
  [new RegExp(`(?<=(?<![\\w.,/-])${YEAR} ?[–-] ?)(?<year>${YEAR})(?![\\w-])`, 'gu'), yearAlone],
  // A bare number of four digits is a year after certain words, in brackets or in a range.
  [
    bareYear(
      '\\b(?:in|by|since|until|till|from|during|after|before|circa|between|for|as|year|founded|established|opened|built|born|early|mid|late|through) |[(–-]',
    ),
    yearAlone,
    counts,
  ],
  [bareYear('\\b(?:of|to|and|or|around) '), yearAlone, counts],
  // "World Cup 2018"
  [
    /(?<=\b(?:Cup|Games|Olympics|Expo|Championships?|Festival|Euro|Awards|Act|Summit|Open) )(?<year>(?:19|20)\d\d)(?![\w.,-]*\d)/gu,
    yearAlone,
  ],
  // "the 1991 Hajj", "its 2014 protests"
  [
    new RegExp(
      `(?<=\\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Aa]|\\p{L}+['’]s) )(?<year>(?:19|20)\\d\\d)(?= \\p{L})`,
      'gu',
    ),
    yearAlone,
    (match) => !isYear(...namedBy(match)),
  ],
];

const namedBy = (match: RegExpExecArray): [string, string, string] => {
  const [before, after] = around(match);
  return [before, match[0], after];
};
