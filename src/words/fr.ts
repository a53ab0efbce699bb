import { defineLanguage } from './catalogue.ts';
import answers from './fr/answers.ts';
import articles from './fr/articles.ts';
import checks from './fr/checks.ts';
import commands from './fr/commands.ts';
import desk from './fr/desk.ts';
import errors from './fr/errors.ts';
import fetching from './fr/fetching.ts';
import intake from './fr/intake.ts';
import publicPages from './fr/public.ts';
import reader from './fr/reader.ts';

/** French. */
export const fr = defineLanguage({
  locale: 'fr',
  discord: ['fr'],
  plurals: ['one', 'other'],
  day: { dateStyle: 'long' },
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
  commands,
});
