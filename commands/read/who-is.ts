import { z } from 'zod';
import { receiptOf } from '../../src/answer/answer.ts';
import { descriptions } from '../../src/answer/facts/descriptions.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, readingInput, readingOptions, suggestNames, typedText } from '../../src/desk/options.ts';
import { nameMeant } from '../../src/desk/find/scope.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { note, title } from '../../src/reply/blocks.ts';
import { nothingReply } from '../../src/reply/nothing-reply.ts';
import { quoteBlock } from '../../src/reply/quote.ts';
import { say } from '../../src/reply/say.ts';

const SHOWN = 4;

export default defineCommand({
  data: {
    name: 'who-is',
    description: 'How the articles describe a person, a company or a thing',
    options: [
      { type: OPTION.string, name: 'name', description: 'Whose name?', required: true, autocomplete: true },
      ...readingOptions,
    ],
  },
  input: z.strictObject({ name: typedText, ...readingInput }),
  run({ name, hide }, desk, asker) {
    const meant = nameMeant(desk, name) ?? name;
    const found = descriptions(desk.index.holding(meant), meant).map(({ passage }) => passage);
    if (found.length === 0)
      return nothingReply(say('who-is.none', { name, articles: desk.index.within().articles }));
    const shown = found.slice(0, SHOWN);
    const items = shown.flatMap(({ document, sentence, spans }) =>
      spans.map(({ text }) => ({ news: text, receipt: receiptOf(document.article, sentence) })),
    );
    return withButtons(
      {
        tone: 'found',
        private: hide,
        blocks: [
          title(say('who-is.title', { name })),
          ...(meant === name ? [] : [note(say('answer.read-as', { written: name, read: meant }))]),
          { type: 'spans', items },
          ...shown.map((passage) => quoteBlock(passage)),
          note(
            say('who-is.shown', {
              shown: shown.length,
              sentences: found.length,
              articles: desk.index.within().articles,
            }),
          ),
        ],
      },
      asker.userId,
      found.slice(SHOWN),
    );
  },
  suggest: (_option, typed, desk) => suggestNames(typed, desk),
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/who-is name:${name}`),
});
