import { WEEKDAYS } from '../../english/months.ts';
import { valueOf, WORDED } from '../../english/numbers.ts';
import { edgeMonth, seasonMonth } from './calendar-dates.ts';
import { around, group, tenseOf, type DateReading, type DateWay } from './date-way.ts';
import { dayAway, dayKey, monthAway, weekdayOf, type Day } from './day.ts';
import { mapValue } from '../../article/item-at.ts';

/** Distance that these words mean, in weeks, months or years. */
const AWAY: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  this: 0,
  the: 0,
  current: 0,
  next: 1,
  coming: 1,
};
/** 0 for the words that are not in the table. */
const away = (match: RegExpExecArray, name = 'which'): number => AWAY[group(match, name).toLowerCase()] ?? 0;

const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
const COUNT = `(?<count>an?|half an?|${WORDED}|\\d{1,4})`;
const UNIT = '(?<unit>minute|hour|day|week|month|year|decade|century|centurie)';
const HOURS = 24;

/** Requires a publication date to count from. */
const from =
  (read: (match: RegExpExecArray, published: Day) => number): DateReading =>
  (match, published) =>
    published && read(match, published);

/** A near day may still be in the future when it was planned: "was to fly on Sunday". */
const isAhead = (match: RegExpExecArray): boolean => {
  const tense = tenseOf(match);
  return tense === 'ahead' || tense === 'planned';
};

/** The last such weekday, including the day itself, or the next one if the words are about the future. */
function weekday(match: RegExpExecArray, published: Day): number {
  const which = group(match, 'which').toLowerCase();
  const back = (weekdayOf(published) - WEEKDAYS.indexOf(group(match, 'weekday') as 'Monday') + 7) % 7;
  if (which === 'last') return dayAway(published, -(back || 7));
  if (which === 'next' || which === 'coming') return dayAway(published, 7 - back);
  return dayAway(published, which === 'this' || isAhead(match) ? (7 - back) % 7 : -back);
}

function unitsAway(match: RegExpExecArray, published: Day, sign: 1 | -1): number {
  const written = group(match, 'count').toLowerCase();
  const by = sign * (/^an?$/u.test(written) ? 1 : written.startsWith('half') ? 0.5 : valueOf(written));
  switch (group(match, 'unit').toLowerCase()) {
    case 'minute':
      return dayAway(published, 0);
    case 'hour':
      return dayAway(published, Math.trunc(by / HOURS));
    case 'day':
      return dayAway(published, by);
    case 'week':
      return dayAway(published, 7 * by);
    case 'month':
      return monthAway(published, by);
    case 'decade':
      return dayKey(published.year + 10 * by);
    case 'century':
    case 'centurie':
      return dayKey(published.year + 100 * by);
    default:
      return dayKey(Math.floor(published.year + by));
  }
}

/** The Saturday of the last weekend, of the next if the words are about the future, or of the current one on a weekend. */
function weekend(match: RegExpExecArray, published: Day): number {
  const which = group(match, 'which').toLowerCase();
  const back = (weekdayOf(published) + 2) % 7;
  if (which === 'last') return dayAway(published, back <= 1 ? -back - 7 : -back);
  const ahead = which === 'next' || isAhead(match);
  return dayAway(published, back <= 1 ? (which === 'next' ? 7 - back : -back) : ahead ? 7 - back : -back);
}

/** Words that make a weekday a feast or part of a name. */
const NAMED_DAY =
  'Good|Black|Ash|Super|Palm|Easter|Cyber|Bloody|Holy|Maundy|Shrove|Whit|Fat|Giving|Sheffield|Ruby|Freaky|Blue|Happy|Big';

/** The edges of a week, as days after its Monday. */
const DAYS_OF_WEEK = new Map(Object.entries({ beginning: 0, start: 0, middle: 2, end: 6 }));

/** The end, middle or beginning of this, the last or the next week, month or year. */
function edge(match: RegExpExecArray, published: Day): number {
  const [name, by] = [group(match, 'edge').toLowerCase(), away(match)];
  const unit = group(match, 'unit').toLowerCase();
  if (unit === 'year') return dayKey(published.year + by, edgeMonth(name));
  if (unit === 'week')
    return dayAway(published, 7 * by - weekdayOf(published) + mapValue(DAYS_OF_WEEK, name));
  const month = monthAway(published, by) + 1;
  const first: Day = { year: Math.floor(month / 10_000), month: Math.floor(month / 100) % 100, day: 1 };
  const days = new Date(Date.UTC(first.year, first.month, 0)).getUTCDate();
  return dayAway(first, name === 'end' ? days - 1 : name === 'middle' ? 14 : 0);
}

function season(match: RegExpExecArray, published: Day): number {
  const [month, which] = [seasonMonth(group(match, 'season')), away(match)];
  const over = month + 2 < published.month;
  const begun = month <= published.month;
  const by = which < 0 ? (over ? 0 : -1) : which > 0 ? (begun ? 1 : 0) : 0;
  return dayKey(published.year + by, month);
}

const DAYS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  tomorrow: 1,
  'the day after tomorrow': 2,
};
/** Events of a day: "today's vote", but not "today's world". */
const DAYS_EVENT =
  /^['’]s (?:\p{L}+ )?(?:meeting|vote|announcement|ruling|decision|match|game|statement|session|hearing|report|verdict|election|summit|talks|event|attack)\b/u;

/** Whether "today" means nowadays: "Today, few people smoke", "than today", "today's world". */
function isNowadays(match: RegExpExecArray): boolean {
  const [before, after] = around(match);
  if (!/^today$/iu.test(match[0])) return false;
  if (/^['’]s /u.test(after)) return !DAYS_EVENT.test(after);
  if (/\b(?:of|than|even|still|until|to|world|society|like|as) $/iu.test(before)) return true;
  return /^(?:.*[.!?“"] )?$/u.test(before) && tenseOf(match) === undefined;
}

/** Dates relative to the publication, longest first. */
export const RELATIVE_WAYS: readonly DateWay[] = [
  [
    /\b(?:by |before |until |at )?the (?<edge>end|beginning|start|middle) of (?<which>the|this|last|next) (?<unit>week|month|year)\b/giu,
    from(edge),
  ],
  [
    new RegExp(`(?:\\b|(?<=[\\s“"]))\\[?${COUNT}\\]? ${UNIT}s? ago\\b`, 'giu'),
    from((match, day) => unitsAway(match, day, -1)),
  ],
  [
    new RegExp(`\\bin ${COUNT} ${UNIT}s?['’]?s? time\\b`, 'giu'),
    from((match, day) => unitsAway(match, day, 1)),
  ],
  [
    /\b(?<which>last|this|next|previous|coming) year\b/giu,
    from((match, { year }) => dayKey(year + away(match))),
  ],
  [/\b(?<which>last|this|next) month\b/giu, from((match, day) => monthAway(day, away(match)))],
  [/\b(?<which>last|this|next) week\b/giu, from((match, day) => dayAway(day, 7 * away(match)))],
  [/\b(?<which>last|this|next) (?<season>spring|summer|autumn|fall|winter)\b/giu, from(season)],
  [
    /\b(?:(?<which>last|this|next) weekend|(?<=\b(?:over|at|on|during|throughout) )the (?:\p{L}+ )?weekend)\b/giu,
    from(weekend),
  ],
  [
    /\b(?:by |before |until |at |the )?(?:the )?year(?:['’]s)?[ -]end\b/giu,
    from((_match, { year }) => dayKey(year, 12)),
  ],
  [
    /\b(?<which>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b/giu,
    // Words that are not in the table mean today.
    from((match, day) => dayAway(day, DAYS[group(match, 'which').toLowerCase()] ?? 0)),
    isNowadays,
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
    new RegExp(
      `(?<!\\b(?:${NAMED_DAY}|[Ee]very|[Ee]ach) )\\b${WEEKDAY}\\b(?! \\p{Lu}|(?<=\\p{Lu}[\\p{L}]* \\p{Lu}\\p{Ll}+)["”’'])`,
      'gu',
    ),
    from(weekday),
  ],
];
