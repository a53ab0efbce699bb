import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt } from '../../src/desk/addressed.ts';
import { cardReply } from '../../src/picture/card-reply.ts';
import { quoteOfSentences } from '../../src/reply/quote.ts';

/** A quote as a picture, for the one who pressed. */
export default defineAction({
  name: 'card',
  args: z.tuple([address]),
  run([where], desk) {
    const { document, sentence } = passageAt(desk, where);
    return cardReply(quoteOfSentences(document, sentence, sentence), desk.png, true);
  },
});
