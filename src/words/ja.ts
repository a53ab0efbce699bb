import { defineLanguage } from './catalogue.ts';
import answers from './ja/answers.ts';
import articles from './ja/articles.ts';
import checks from './ja/checks.ts';
import commands from './ja/commands.ts';
import desk from './ja/desk.ts';
import errors from './ja/errors.ts';
import fetching from './ja/fetching.ts';
import intake from './ja/intake.ts';
import publicPages from './ja/public.ts';
import reader from './ja/reader.ts';

/** Japanese. */
export const ja = defineLanguage({
  locale: 'ja',
  discord: ['ja'],
  plurals: ['other'],
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
