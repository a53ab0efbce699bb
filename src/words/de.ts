import { defineLanguage } from './catalogue.ts';
import answers from './de/answers.ts';
import articles from './de/articles.ts';
import checks from './de/checks.ts';
import commands from './de/commands.ts';
import desk from './de/desk.ts';
import errors from './de/errors.ts';
import fetching from './de/fetching.ts';
import intake from './de/intake.ts';
import publicPages from './de/public.ts';
import reader from './de/reader.ts';

/** German. */
export const de = defineLanguage({
  locale: 'de',
  discord: ['de'],
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
