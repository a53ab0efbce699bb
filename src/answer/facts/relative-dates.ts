import { edgeMonth, seasonMonth } from './calendar-dates.ts';
import { group, isAhead, type DateReading, type DateWay } from './date-way.ts';
import { dayAway, keyOf, monthAway, weekdayOf, type Day } from './day.ts';

/** How many weeks, months or years away these words mean. */
const AWAY: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  this: 0,
  the: 0,
  current: 0,
  next: 1,
  coming: 1,
};
const away = (match: RegExpExecArray, name = 'which'): number => AWAY[group(match, name).toLowerCase()] ?? 0;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const COUNT = `(?<count>an?|${NUMBERS.join('|')}|\\d{1,3})`;
const UNIT = '(?<unit>day|week|month|year|decade)';

/** Only what has a publication date to count from can be placed. */
const from =
  (read: (match: RegExpExecArray, published: Day) => number): DateReading =>
  (match, published) =>
    published && read(match, published);

/** The nearest such weekday: the last one, the day itself included, unless the words speak of what is to come. */
function weekday(match: RegExpExecArray, published: Day): number {
  const which = group(match, 'which').toLowerCase();
  const back = (weekdayOf(published) - WEEKDAYS.indexOf(group(match, 'weekday') as 'Monday') + 7) % 7;
  if (which === 'last') return dayAway(published, -(back || 7));
  if (which === 'next' || which === 'coming') return dayAway(published, 7 - back);
  return dayAway(published, which === 'this' || isAhead(match) ? (7 - back) % 7 : -back);
}

function unitsAway(match: RegExpExecArray, published: Day, sign: 1 | -1): number {
  const written = group(match, 'count').toLowerCase();
  const count = /^an?$/u.test(written) ? 1 : NUMBERS.indexOf(written) + 1 || Number(written);
  const by = sign * count;
  switch (group(match, 'unit').toLowerCase()) {
    case 'day':
      return dayAway(published, by);
    case 'week':
      return dayAway(published, 7 * by);
    case 'month':
      return monthAway(published, by);
    case 'decade':
      return keyOf(published.year + 10 * by);
    default:
      return keyOf(published.year + by);
  }
}

/** The end or the beginning of this, the last or the next week, month or year. */
function edge(match: RegExpExecArray, published: Day): number {
  const [name, by] = [group(match, 'edge').toLowerCase(), away(match)];
  const unit = group(match, 'unit').toLowerCase();
  if (unit === 'year') return keyOf(published.year + by, edgeMonth(name));
  if (unit === 'week')
    return dayAway(published, 7 * by - weekdayOf(published) + { end: 6, middle: 2 }[name as 'end']);
  const month = monthAway(published, by) + 1;
  const first: Day = { year: Math.floor(month / 10_000), month: Math.floor(month / 100) % 100, day: 1 };
  const days = new Date(Date.UTC(first.year, first.month, 0)).getUTCDate();
  return dayAway(first, { end: days - 1, middle: 14 }[name as 'end'] ?? 0);
}

function season(match: RegExpExecArray, published: Day): number {
  const [month, which] = [seasonMonth(group(match, 'season')), away(match)];
  const over = month + 2 < published.month;
  const begun = month <= published.month;
  const by = which < 0 ? (over ? 0 : -1) : which > 0 ? (begun ? 1 : 0) : 0;
  return keyOf(published.year + by, month);
}

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, 'last night': -1, tomorrow: 1 };

/** Dates that count from the publication; the longest first. */
export const RELATIVE_WAYS: readonly DateWay[] = [
  [
    /\b(?:by |before |until |at )?the (?<edge>end|beginning|start|middle) of (?<which>the|this|last|next) (?<unit>week|month|year)\b/giu,
    from(edge),
  ],
  [new RegExp(`\\b${COUNT} ${UNIT}s? ago\\b`, 'giu'), from((match, day) => unitsAway(match, day, -1))],
  [
    new RegExp(`\\bin ${COUNT} ${UNIT}s?['’]?s? time\\b`, 'giu'),
    from((match, day) => unitsAway(match, day, 1)),
  ],
  [
    /\b(?<which>last|this|next|previous|coming) year\b/giu,
    from((match, { year }) => keyOf(year + away(match))),
  ],
  [/\b(?<which>last|this|next) month\b/giu, from((match, day) => monthAway(day, away(match)))],
  [/\b(?<which>last|this|next) week\b/giu, from((match, day) => dayAway(day, 7 * away(match)))],
  [/\b(?<which>last|this|next) (?<season>spring|summer|autumn|fall|winter)\b/giu, from(season)],
  [
    /\b(?<which>yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b/giu,
    from((match, day) => dayAway(day, DAYS[group(match, 'which').toLowerCase()] ?? 0)),
  ],
  [new RegExp(`\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|coming) )${WEEKDAY}\\b`, 'gu'), from(weekday)],
  [
    new RegExp(
      `(?<=\\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|early|late) )${WEEKDAY}\\b`,
      'gu',
    ),
    from(weekday),
  ],
  // "said Monday", but not "Good Friday", "every Monday" or "Sunday Times".
  [
    new RegExp(`(?<!\\b(?:\\p{Lu}[\\p{L}’'-]*|[Ee]very|[Ee]ach) )\\b${WEEKDAY}\\b(?! \\p{Lu})`, 'gu'),
    from(weekday),
  ],
];
