import { z } from 'zod';
import type { English, Key } from './catalogue.ts';
import { en } from './en.ts';
import type { Counts, Fills } from './pattern.ts';
import { ENGLISH, type Language } from './spoken.ts';

/**
 * A sentence of the catalogue with texts and numbers alone in it: plain data, which threads hand to one another and the store
 * keeps. In which language it is told is settled when it is shown.
 */
export type CatalogueMessage = Readonly<{ say: Key; with?: Readonly<Record<string, Part>> }>;

/** A text that is the same in all languages, such as a name, or a sentence of the catalogue. */
export type Notice = string | CatalogueMessage;

/** What is filled into a message. */
type Part = number | Notice | readonly Notice[];

type With<Pattern extends string> = Readonly<Record<Counts<Pattern>, number> & Record<Fills<Pattern>, Part>>;

/** A message; the compiler asks for all that it fills in. */
export const message = <K extends Key>(
  key: K,
  ...[values]: [keyof With<English[K]>] extends [never] ? [] : [With<English[K]>]
): CatalogueMessage => ({ say: key, ...(values !== undefined && { with: values }) });

/** A notice as one text in a language. */
export function noticeIn(told: Notice, language: Language): string {
  if (typeof told === 'string') return told;
  return language
    .parts(told.say)
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = told.with?.[part.name] ?? '';
      if (typeof value === 'number')
        return part.forms ? language.form(value, part.forms) : language.number(value);
      return typeof value === 'object' && !('say' in value)
        ? value.map((each) => noticeIn(each, language)).join('')
        : noticeIn(value, language);
    })
    .join('');
}

/** For the log and the terminal. */
export const inEnglish = (told: Notice): string => noticeIn(told, ENGLISH);

/** Texts with the language's comma between them. */
export const listedNotices = (texts: readonly Notice[]): readonly Notice[] =>
  texts.flatMap((text, at) => (at === 0 ? [text] : [message('list.comma'), text]));

/** Whether a sentence is in the catalogue: one that was kept may have been taken out of it since. */
export const isKey = (name: string): name is Key => Object.hasOwn(en.words, name);

/** What {@link keptNotice} wrote, or what another thread sent. */
export const noticeSchema: z.ZodType<Notice> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({
      say: z.custom<Key>((name) => typeof name === 'string' && isKey(name)),
      with: z.record(z.string(), z.union([z.number(), noticeSchema, z.array(noticeSchema)])).exactOptional(),
    }),
  ]),
);

/** A notice as one line of text to keep, in no language yet. */
export const keptNotice = (told: Notice): string => (typeof told === 'string' ? told : JSON.stringify(told));

/** Reads what {@link keptNotice} wrote; a text that was kept in English stays as it is. */
export function readNotice(kept: string): Notice {
  if (!kept.startsWith('{"say":')) return kept;
  try {
    return noticeSchema.parse(JSON.parse(kept));
  } catch {
    return message('error.not-told');
  }
}
