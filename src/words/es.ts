import { defineLanguage } from './catalogue.ts';
import answers from './es/answers.ts';
import articles from './es/articles.ts';
import checks from './es/checks.ts';
import commands from './es/commands.ts';
import desk from './es/desk.ts';
import errors from './es/errors.ts';
import fetching from './es/fetching.ts';
import intake from './es/intake.ts';
import publicPages from './es/public.ts';
import reader from './es/reader.ts';

/** Spanish, for Spain and Latin America. */
export const es = defineLanguage({
  locale: 'es',
  discord: ['es-ES', 'es-419'],
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
