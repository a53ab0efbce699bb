import { z } from 'zod';
import { findPhrase } from '../../src/answer/phrase.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, readingInput, readingOptions, typedText } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { line, note, title } from '../../src/reply/blocks.ts';
import { quoteBlock } from '../../src/reply/quote.ts';
import { say } from '../../src/reply/say.ts';

const SHOWN = 5;

export default defineCommand({
  data: {
    name: 'quote',
    description: 'Find a phrase, word for word, in the articles',
    options: [
      {
        type: OPTION.string,
        name: 'phrase',
        description: 'The exact words; case and typography do not matter',
        required: true,
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({ phrase: typedText, ...readingInput }),
  run({ phrase, hide }, desk, asker) {
    const found = desk.index.mentioning(phrase).flatMap((document) => findPhrase(document, phrase));
    const shown = found.slice(0, SHOWN);
    const { articles } = desk.index.within();
    if (shown.length === 0) {
      return {
        tone: 'nothing',
        private: true,
        blocks: [line(say('phrase.none', { phrase, articles })), note(say('phrase.hint'))],
      };
    }
    return withButtons(
      {
        tone: 'found',
        private: hide,
        blocks: [
          title(say('list.quoted', { text: phrase })),
          ...shown.map((passage) => quoteBlock(passage)),
          note(say('phrase.shown', { shown: shown.length, sentences: found.length, articles })),
        ],
      },
      asker.userId,
      found.slice(SHOWN),
    );
  },
  section: 'check',
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/quote phrase:${name}`),
});
