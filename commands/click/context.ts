import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { citedDocument } from '../../src/desk/find/cited-document.ts';
import { passageOf } from '../../src/answer/answer.ts';
import { placeName } from '../../src/reply/place-name.ts';
import { quoteBlock, quoteOfSentences } from '../../src/reply/quote.ts';
import { say } from '../../src/reply/say.ts';
import type { Block } from '../../src/reply/reply.ts';
import { title } from '../../src/reply/blocks.ts';

/** Number of sentences shown on each side. */
const AROUND = 2;

/** Shows the sentences around a quote, with those of the quote marked; each paragraph is a separate quote. */
export default defineAction({
  name: 'context',
  /** The first sentence, and the last one where they differ. */
  args: z.union([z.tuple([address]), z.tuple([address, address])]),
  async run([where, end = where], desk) {
    const passage = await passageAt(desk, where);
    const { sentence } = passage;
    const { id, revision, headline } = passage.document.article;
    const document = await citedDocument(desk, id, revision);
    // After a correction that removed one of the two, their revisions differ.
    const last = end.revision === where.revision ? Math.max(sentence.n, end.n) : sentence.n;
    const around = document.sentences.slice(Math.max(0, sentence.n - 1 - AROUND), last + AROUND);
    const quoted = document.sentences.slice(sentence.n, last).map((each) => passageOf(document, each));
    const blocks: Block[] = [
      title(say('context.title', { place: placeName(sentence.n, last), headline: { news: headline } })),
      ...(sentence.n === 0 ? [quoteBlock(passage)] : []),
    ];
    for (const paragraph of new Set(around.map((each) => each.paragraph))) {
      const inside = around.filter((each) => each.paragraph === paragraph);
      const [first] = inside;
      const final = inside.at(-1);
      if (!first || !final) continue;
      const marks = inside.filter(({ n }) => n >= sentence.n && n <= last);
      blocks.push({ type: 'quote', quote: quoteOfSentences(document, first, final, marks) });
    }
    return { tone: 'info', private: true, blocks: [...blocks, ...sinceCited(desk, [passage, ...quoted])] };
  },
});
