/** A date read from the words of a page: its day, and its time with offset when both are stated. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan januar janner jaenner januari janvier janv enero ene gennaio gen janeiro stycznia ledna ocak ianuarie января',
    'february feb februar februari fevrier fevr fev febrero febbraio fevereiro lutego unora subat februarie февраля',
    'march mar marz maerz mrz maart mars marts marzo marco marca brezna mart martie марта',
    'april apr avril avr abril abr aprile kwietnia dubna nisan aprilie апреля',
    'may mai mayo maggio mag maio mei maj maja kvetna mayıs mayis мая',
    'june jun juni juin junio giugno giu junho czerwca cervna haziran iunie июня',
    'july jul juli juillet juil julio luglio lug julho lipca cervence temmuz iulie июля',
    'august aug augustus augusti aout agosto ago sierpnia srpna agustos августа',
    'september sep sept septembre septiembre setiembre settembre set setembro wrzesnia zari eylul septembrie сентября',
    'october oct oktober okt octobre octubre ottobre ott outubro pazdziernika rijna ekim octombrie октября',
    'november nov novembre noviembre novembro listopada listopadu kasim kasım noiembrie ноября',
    'december dec dezember dez decembre diciembre dic dicembre dezembro desember grudnia prosince aralik aralık decembrie декабря',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const TIME = String.raw`(?:[T ,·|-]{1,3}(?:at |um |à |a las |alle )?(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;
const ISO = new RegExp(String.raw`(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)${TIME}`, 'iu');
/** The compact format of ISO 8601: `20260304`, `20260304T101500Z`. */
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?=$|T)/u;
const SLASHED = /(?<![\d./])((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/u;
const CJK = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;
const DAY_FIRST =
  /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?\s{0,2}(?:of\s|de\s|-)?\s?(\p{L}{3,12})\.?,?[\s-]{1,2}(?:de\s|del\s)?(\d{4})(?!\d)/giu;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})(?!\d)/giu;
const NUMBERS = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/u;
/** RFC 822 and 2822, the dates of RSS and HTTP, including two-digit years and named zones: `Wed, 04 Mar 26 10:00 CET`. */
const RFC_822 =
  /^(?:\p{L}{3,9},?\s+)?(\d{1,2})\s+(\p{L}{3,9})\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([A-Z]{1,5}(?:[+-]\d{1,4})?|[+-]\d{4}|[+-]\d{2}:\d{2})?$/iu;
/** Named zones, in hours from UTC. Sources: RFC 822, section 5.1, and the names that European feeds use. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...['Z', 'UT', 'UTC', 'GMT', 'WET'].map((name) => [name, 'Z'] as const),
  ...['CET', 'BST', 'WEST', 'IST', 'MEZ'].map((name) => [name, '+01:00'] as const),
  ...['CEST', 'EET', 'MESZ', 'SAST'].map((name) => [name, '+02:00'] as const),
  ...['EEST', 'MSK'].map((name) => [name, '+03:00'] as const),
  ['JST', '+09:00'],
  ['AEST', '+10:00'],
  ['AEDT', '+11:00'],
  ['EDT', '-04:00'],
  ...['EST', 'CDT'].map((name) => [name, '-05:00'] as const),
  ...['CST', 'MDT'].map((name) => [name, '-06:00'] as const),
  ...['MST', 'PDT'].map((name) => [name, '-07:00'] as const),
  ['PST', '-08:00'],
]);
/** Longer text is prose, which may mention other dates. Characters. */
const MAX = 100;

/**
 * Parses a date of a page or feed to ISO 8601: with time and offset when both are stated, else the day alone, since a time without a
 * zone is ambiguous. Keeps its own zone, so that the day is the printed one. Undefined when it cannot be parsed or does not exist.
 * `language` (BCP 47) decides what `3/4/2026` means: 4 March in American English; ambiguous in plain English.
 */
export function isoDate(value: string, language = ''): string | undefined {
  const text = value.trim().replace(COMPACT, '$1-$2-$3');
  return text.length > MAX ? undefined : (fromRfc822(text) ?? findDate(text, language));
}

/** Finds the first date in a short text, in the form of {@link isoDate}: `Publié le 4 mars 2026 à 10h15`. */
export function findDate(text: string, language = ''): string | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const day = onCalendar(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day === undefined ? undefined : withTime(day, iso[4], iso[5]);
  }
  const [, year, month, day] = CJK.exec(text) ?? SLASHED.exec(text) ?? [];
  if (year !== undefined) return onCalendar(Number(year), Number(month), Number(day));
  return fromWords(text) ?? fromNumbers(text, language);
}

function fromWords(text: string): string | undefined {
  for (const [, day, month, year] of text.matchAll(DAY_FIRST)) {
    const found = onCalendar(Number(year), monthOf(month), Number(day));
    if (found !== undefined) return found;
  }
  for (const [, month, day, year] of text.matchAll(MONTH_FIRST)) {
    const found = onCalendar(Number(year), monthOf(month), Number(day));
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromNumbers(text: string, language: string): string | undefined {
  const [, first, sign, second, year = ''] = NUMBERS.exec(text) ?? [];
  if (first === undefined || (year.length === 2 && sign !== '.')) return undefined;
  const [a, b] = [Number(first), Number(second)];
  const isAmerican = /^en-US/iu.test(language);
  const monthFirst = sign === '/' && (b > 12 || (isAmerican && a <= 12));
  const isUnclear =
    sign !== '.' && a <= 12 && b <= 12 && a !== b && (language === '' || /^en$/iu.test(language));
  if (isUnclear) return undefined;
  return onCalendar(fullYear(year), monthFirst ? a : b, monthFirst ? b : a);
}

function fromRfc822(text: string): string | undefined {
  const [, day, month, year, hour, minute, second = '00', zone] = RFC_822.exec(text) ?? [];
  if (day === undefined || year === undefined) return undefined;
  const date = onCalendar(fullYear(year), monthOf(month), Number(day));
  return date && withTime(date, `${(hour ?? '').padStart(2, '0')}:${minute}:${second}`, zone);
}

/** RFC 2822, section 4.3: two-digit years below 50 are in this century. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);

function withTime(day: string, time: string | undefined, zone: string | undefined): string {
  const offset = offsetOf(zone);
  if (time === undefined || offset === undefined) return day;
  const full = `${day}T${time.padStart(5, '0')}${offset}`;
  return Number.isNaN(Date.parse(full)) ? day : full;
}

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const named = ZONES.get(zone.toUpperCase());
  if (named !== undefined) return named;
  const [, sign, hours, minutes = '00'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/iu.exec(zone) ?? [];
  return hours === undefined ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function onCalendar(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000 && year <= 9999;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

const monthOf = (name = ''): number =>
  MONTHS.get(name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) ?? 0;

/** Replaces each date and time of day by `sign`, to see what else a text says. */
export function withoutDates(text: string, sign: string): string {
  const isDate = (written: string): boolean => findDate(written, 'en-US') !== undefined;
  const patterns = [ISO, SLASHED, CJK, DAY_FIRST, MONTH_FIRST, NUMBERS];
  const dateless = patterns.reduce(
    (rest, { source }) =>
      rest.replace(new RegExp(source, 'giu'), (written) => (isDate(written) ? sign : written)),
    text,
  );
  return dateless === text
    ? text
    : dateless.replace(/\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?|uhr|[A-Z]{3,4}\b)?/giu, sign);
}
