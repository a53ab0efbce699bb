import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { languageFor } from '../../src/desk/worded.ts';
import { cardReply } from '../../src/reply/picture/card-reply.ts';
import { quoteOfSentences } from '../../src/reply/quote.ts';

/** Sends a quote as a picture to the person who clicked. */
export default defineAction({
  name: 'card',
  args: z.tuple([address]),
  async run([where], desk, asker) {
    const passage = await passageAt(desk, where);
    const { document, sentence } = passage;
    const reply = await cardReply(
      quoteOfSentences(document, sentence, sentence),
      desk.png,
      true,
      languageFor(asker, true),
    );
    return { ...reply, blocks: [...reply.blocks, ...sinceCited(desk, [passage])] };
  },
});
