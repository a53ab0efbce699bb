import { z } from 'zod';
import { receiptOf } from '../../src/answer/answer.ts';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { note } from '../../src/reply/blocks.ts';
import { say } from '../../src/reply/say.ts';

/** Sends a quote as text that no markup can change, and as a file with its exact bytes. */
export default defineAction({
  name: 'copy',
  args: z.tuple([address]),
  async run([where], desk) {
    const passage = await passageAt(desk, where);
    const { document, sentence, quote } = passage;
    const receipt = receiptOf(document.article, sentence);
    return {
      tone: 'info',
      private: true,
      blocks: [
        { type: 'exact', news: quote },
        note(say('click.copied', { receipt })),
        ...sinceCited(desk, [passage]),
      ],
      files: [{ name: 'quote.txt', data: new TextEncoder().encode(quote) }],
    };
  },
});
