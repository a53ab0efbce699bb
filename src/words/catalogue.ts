import type { en } from './en.ts';
import type { Counts, Fills } from './pattern.ts';

/** English is the source: its keys are those of every language. */
export type English = (typeof en)['words'];
/** What one of the bot's own sentences is called in the catalogue. */
export type Key = keyof English;

/** How a language writes what is in no sentence. */
export type Manners = Readonly<{
  /** For numbers, as a BCP 47 tag. */
  locale: string;
  /** What Discord calls it, in the order of its documentation. */
  discord: readonly string[];
  /** The forms of a plural in the order in which sentences have them; any other form is the last of these. */
  plurals: readonly Intl.LDMLPluralRule[];
  /** How a day is written, and by which tag when that is not `locale`. */
  day: Readonly<Intl.DateTimeFormatOptions & { locale?: string }>;
}>;

/** Names and descriptions of commands and their options, by what they are in English in the commands' own files. */
export type CommandWords = Readonly<{
  names: Readonly<Record<string, string>>;
  descriptions: Readonly<Record<string, string>>;
}>;

/** A language: exactly the keys of English. */
export type LanguageFile = Manners &
  Readonly<{ words: Readonly<Record<Key, string>>; commands: CommandWords }>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The sentences themselves where each fills in what the English one does, and nothing of the kind where it does not. */
type Checked<Given> = {
  [K in keyof Given]: K extends Key
    ? Given[K] extends string
      ? Same<Counts<Given[K]>, Counts<English[K]>> extends true
        ? Same<Fills<Given[K]>, Fills<English[K]>> extends true
          ? Given[K]
          : Readonly<{ mustFillIn: Fills<English[K]> }>
        : Readonly<{ mustCount: Counts<English[K]> }>
      : never
    : never;
};

/** A language file; the compiler refuses a missing or unknown key, and a sentence that fills in something else than the English one. */
export const defineLanguage = <const Given extends Readonly<Record<Key, string>>>(
  file: Manners & Readonly<{ words: Given & Checked<Given>; commands: CommandWords }>,
): LanguageFile => file;
