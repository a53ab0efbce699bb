import type { CommandWords, Key, LanguageFile } from './catalogue.ts';
import { en } from './en.ts';
import { patternParts, type PatternPart } from './pattern.ts';

/** A language as a reply is worded in it. */
export type Language = Readonly<{
  /** Its BCP 47 tag. */
  tag: string;
  /** What Discord calls it. */
  discord: readonly string[];
  parts(key: Key): readonly PatternPart[];
  /** Of a sentence's forms the one that a number needs, with the number in it. */
  form(count: number, forms: readonly string[]): string;
  number(value: number): string;
  /** The day of an ISO 8601 date or time, as it is told there: no time zone moves it. */
  day(iso: string): string;
  /** A moment of an ISO 8601 time in UTC, to the minute. */
  minute(iso: string): string;
  commands: CommandWords;
}>;

/** A language of its file. */
export function languageFrom(file: LanguageFile): Language {
  const { locale, discord, plurals, words, commands } = file;
  const { locale: dayLocale = locale, ...dayStyle } = file.day;
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(dayLocale, { ...dayStyle, timeZone: 'UTC' });
  const day = (iso: string): string => {
    const at = Date.parse(iso.slice(0, 10));
    return Number.isNaN(at) ? iso.slice(0, 10) : days.format(at);
  };
  return {
    tag: locale,
    discord,
    parts: (key) => patternParts(words[key]),
    form(count, forms) {
      const at = plurals.indexOf(rules.select(count));
      const form = forms[at === -1 ? forms.length - 1 : Math.min(at, forms.length - 1)] ?? '';
      return form.replaceAll('#', () => numbers.format(count));
    },
    number: (value) => numbers.format(value),
    day,
    minute: (iso) => `${day(iso)} ${iso.slice(11, 16)} UTC`,
    commands,
  };
}

/** The source of all others, and what is spoken where no other language is known. */
export const ENGLISH: Language = languageFrom(en);
