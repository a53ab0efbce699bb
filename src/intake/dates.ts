const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu;
/** RFC 822 and 2822, the dates of RSS and HTTP: `Tue, 05 Mar 2024 10:00:00 GMT`. */
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{1,5}|[+-]\d{4})$/iu;
const DAY_MONTH_YEAR = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/iu;
const MONTH_DAY_YEAR = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const JAPANESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date of a page or feed as ISO 8601: with its time and offset when both are stated, else the date alone
 * (a time without a zone says less than it seems to). `undefined` when it is not understood or not in the calendar.
 */
export function isoDate(value: string): string | undefined {
  const text = value.trim().slice(0, 100);
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso[1] ?? '', iso[2], iso[3]);
  if (RFC_822.test(text)) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
  }
  const [, y, m, d] = JAPANESE.exec(text) ?? [];
  if (y !== undefined) return onCalendar(Number(y), Number(m), Number(d));
  const [, day, month, year] = DAY_MONTH_YEAR.exec(text) ?? [];
  if (day !== undefined) return onCalendar(Number(year), monthOf(month), Number(day));
  const [, named, dayOf, yearOf] = MONTH_DAY_YEAR.exec(text) ?? [];
  return named === undefined ? undefined : onCalendar(Number(yearOf), monthOf(named), Number(dayOf));
}

function fromIso(date: string, time?: string, zone?: string): string | undefined {
  const [year, month, day] = date.split('-').map(Number);
  const checked = onCalendar(year ?? 0, month ?? 0, day ?? 0);
  if (checked === undefined || time === undefined || zone === undefined) return checked;
  const offset = /^z$/iu.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
  const full = `${date}T${time}${offset}`;
  return Number.isNaN(Date.parse(full)) ? checked : full;
}

function onCalendar(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
