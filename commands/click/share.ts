import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { passagesAt } from '../../src/desk/find/addressed.ts';
import { readAddress } from '../../src/reply/address.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';
import { sharedBy } from '../../src/reply/outline/shared.ts';

/** Shows in the channel what only the asker saw, as it was shown: made again from what was kept of it and the archive. */
export default defineAction({
  name: 'share',
  // The sentences quoted, which tell a large archive what to look for.
  args: z.array(z.string()).max(5),
  async run(addresses, desk, asker, { messageId }) {
    if (!asker.maySpeak) {
      return errorReply(say('share.may-not'));
    }
    const reply = messageId === undefined ? undefined : await desk.again(messageId, sharedBy(asker.userId));
    if (reply) return reply;
    // What was retracted says so; what is only kept no longer can be asked again.
    await passagesAt(
      desk,
      addresses.flatMap((text) => readAddress(text) ?? []),
    );
    return errorReply(say('share.too-old'));
  },
});
