/** The months of the year in English, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The days of the week in English, Monday first. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Names of months and weekdays in lower case: capitalised in English, but not names of anyone. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  [...MONTHS, ...WEEKDAYS].map((name) => name.toLowerCase()),
);

/** Pattern of a month's name or abbreviation ("Sept."), without groups. */
export const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|\\b))`;

/** The number of a month, 1 to 12, from its name or first three letters in any case; 0 for anything else. */
export const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
