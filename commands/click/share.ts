import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { passagesAt } from '../../src/desk/find/addressed.ts';
import { readAddress } from '../../src/reply/address.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';
import { sharedBy } from '../../src/reply/outline/shared.ts';

/** Posts a private reply in the channel, rebuilt from its outline and the archive. */
export default defineAction({
  name: 'share',
  // The quoted sentences, which select the articles of a large archive.
  args: z.array(z.string()).max(5),
  async run(addresses, desk, asker, { messageId }) {
    if (!asker.maySpeak) {
      return errorReply(say('share.may-not'));
    }
    const reply = messageId === undefined ? undefined : await desk.again(messageId, sharedBy(asker.userId));
    if (reply) return reply;
    // Retracted articles say so. If only the outline is gone, the question can be asked again.
    await passagesAt(
      desk,
      addresses.flatMap((text) => readAddress(text) ?? []),
    );
    return errorReply(say('share.too-old'));
  },
});
