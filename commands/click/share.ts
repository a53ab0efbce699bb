import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passagesAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { quoteBlock } from '../../src/reply/quote.ts';

/** Shows in the channel what only the asker saw; the passages are read again from the archive. */
export default defineAction({
  name: 'share',
  args: z.array(address).min(1).max(5),
  async run(addresses, desk, asker) {
    if (!asker.maySpeak) {
      return errorReply('You may not write in this channel, so this cannot be shared here.');
    }
    const passages = await passagesAt(desk, addresses);
    const blocks = passages.flatMap((passage) => [quoteBlock(passage), ...sinceCited(desk, [passage])]);
    return withButtons({ tone: 'info', private: false, blocks }, asker.userId);
  },
});
