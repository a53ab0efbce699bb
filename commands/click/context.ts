import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { citedDocument } from '../../src/desk/find/cited-document.ts';
import { placeName } from '../../src/reply/place-name.ts';
import { quoteBlock, quoteOfSentences } from '../../src/reply/quote.ts';
import { say } from '../../src/reply/say.ts';
import type { Block } from '../../src/reply/reply.ts';
import { title } from '../../src/reply/blocks.ts';

/** Number of sentences shown on each side. */
const AROUND = 2;

/** Shows the sentences around a quote, with the quote marked; each paragraph is a separate quote. */
export default defineAction({
  name: 'context',
  args: z.tuple([address]),
  async run([where], desk) {
    const passage = await passageAt(desk, where);
    const { sentence } = passage;
    const { id, revision, headline } = passage.document.article;
    const document = await citedDocument(desk, id, revision);
    const around = document.sentences.slice(Math.max(0, sentence.n - 1 - AROUND), sentence.n + AROUND);
    const blocks: Block[] = [
      title(say('context.title', { place: placeName(sentence.n), headline: { news: headline } })),
      ...(sentence.n === 0 ? [quoteBlock(passage)] : []),
    ];
    for (const paragraph of new Set(around.map((each) => each.paragraph))) {
      const inside = around.filter((each) => each.paragraph === paragraph);
      const [first] = inside;
      const last = inside.at(-1);
      if (!first || !last) continue;
      const marks = inside.filter(({ n }) => n === sentence.n);
      blocks.push({ type: 'quote', quote: quoteOfSentences(document, first, last, marks) });
    }
    return { tone: 'info', private: true, blocks: [...blocks, ...sinceCited(desk, [passage])] };
  },
});
