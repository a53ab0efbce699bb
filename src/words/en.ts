import answers from './en/answers.ts';
import articles from './en/articles.ts';
import checks from './en/checks.ts';
import desk from './en/desk.ts';
import errors from './en/errors.ts';
import fetching from './en/fetching.ts';
import intake from './en/intake.ts';
import publicPages from './en/public.ts';
import reader from './en/reader.ts';

/**
 * English, the source of all languages. A word is added here first; `{name}` and `{count:# one|# many}` are explained in
 * pattern.ts. Names and descriptions of commands stand in the commands' own files.
 */
export const en = {
  locale: 'en-US',
  discord: ['en-US', 'en-GB'],
  plurals: ['one', 'other'],
  // As the options `from` and `to` take it, and read alike on both sides of the Atlantic.
  day: { locale: 'en-CA', year: 'numeric', month: '2-digit', day: '2-digit' },
  words: {
    ...answers,
    ...checks,
    ...errors,
    ...articles,
    ...desk,
    ...intake,
    ...fetching,
    ...publicPages,
    ...reader,
  },
  commands: { names: {}, descriptions: {} },
} as const;
