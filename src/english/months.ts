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

/** The names of months and days of the week in lower case: capitals in English, and names of nobody. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  [...MONTHS, ...WEEKDAYS].map((name) => name.toLowerCase()),
);

/** A month by its name or abbreviation ("Sept."), as a pattern without groups. */
export const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|\\b))`;

/** The number of a month, 1 to 12, by its name or its first three letters in any case; 0 for anything else. */
export const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
