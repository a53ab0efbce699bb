import { z } from 'zod';
import { passageOf } from '../../src/answer/answer.ts';
import { summarise } from '../../src/answer/summary.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import {
  articleOption,
  OPTION,
  readingInput,
  readingOptions,
  suggestCommon,
  typedText,
} from '../../src/desk/options.ts';
import { articleNamed, newestArticle } from '../../src/desk/find/scope.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { quoteBlock, withoutRepeats } from '../../src/reply/quote.ts';
import type { Block } from '../../src/reply/reply.ts';
import { say } from '../../src/reply/say.ts';
import { note, title } from '../../src/reply/blocks.ts';

const MAX_SENTENCES = 10;

export default defineCommand({
  data: {
    name: 'summary',
    description: 'An article in its own sentences, in its own order',
    options: [
      articleOption,
      {
        type: OPTION.integer,
        name: 'sentences',
        description: 'How many sentences, 1 to 10 (3 when left out)',
        min_value: 1,
        max_value: MAX_SENTENCES,
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({
    article: typedText.optional(),
    sentences: z.coerce.number().int().min(1).max(MAX_SENTENCES).default(3),
    ...readingInput,
  }),
  run({ article, sentences, hide }, desk, asker) {
    const document = article === undefined ? newestArticle(desk) : articleNamed(desk, article);
    const chosen = summarise(document, sentences);
    const blocks: Block[] = [title(say('summary.title', { headline: { news: document.article.headline } }))];
    let last = 0;
    for (const sentence of chosen) {
      if (sentence.n > last + 1) blocks.push({ type: 'gap', sentences: sentence.n - last - 1 });
      blocks.push(quoteBlock(passageOf(document, sentence)));
      last = sentence.n;
    }
    const rest = document.sentences.length - last;
    if (rest > 0) blocks.push({ type: 'gap', sentences: rest });
    blocks.push(note(say('summary.shown', { shown: chosen.length, sentences: document.sentences.length })));
    return withButtons({ tone: 'info', private: hide, blocks: withoutRepeats(blocks) }, asker.userId);
  },
  suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
  section: 'facts',
  examples: (desk) =>
    desk.index
      .documents()
      .slice(0, 1)
      .map(({ article }) => `/summary article:${article.id}`),
});
