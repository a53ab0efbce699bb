import { z } from 'zod';
import { findPhrase } from '../../src/answer/phrase.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, readingInput, readingOptions, typedText } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { plural } from '../../src/reply/count.ts';
import { quoteBlock } from '../../src/reply/quote.ts';

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
    const searched = `${plural(desk.index.within().articles, 'article')} searched.`;
    if (shown.length === 0) {
      return {
        tone: 'nothing',
        private: true,
        blocks: [
          {
            type: 'text',
            words: [`No article has the words “${phrase}” in that order; ${searched}`],
          },
          { type: 'note', words: ['/ask finds sentences with the same words in another order.'] },
        ],
      };
    }
    return withButtons(
      {
        tone: 'found',
        private: hide,
        blocks: [
          { type: 'title', words: [`“${phrase}”`] },
          ...shown.map((passage) => quoteBlock(passage)),
          {
            type: 'note',
            words: [`${shown.length} of ${plural(found.length, 'sentence')} with these words; ${searched}`],
          },
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
