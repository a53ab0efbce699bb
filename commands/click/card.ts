import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { languageFor } from '../../src/desk/worded.ts';
import { withCardButton } from '../../src/reply/buttons.ts';
import { cardReply } from '../../src/reply/picture/card-reply.ts';
import { quoteOfSentences } from '../../src/reply/quote.ts';

/** Sends a quote as a picture to the person who clicked. */
export default defineAction({
  name: 'card',
  args: z.tuple([address]),
  async run([where], desk, asker) {
    const passage = await passageAt(desk, where);
    const { document, sentence } = passage;
    const quote = quoteOfSentences(document, sentence, sentence);
    const card = await cardReply(quote, desk.png, true, languageFor(asker, true));
    const reply = withCardButton(card, asker.userId, quote);
    return { ...reply, blocks: [...reply.blocks, ...sinceCited(desk, [passage])] };
  },
});
