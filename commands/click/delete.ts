import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';

/** Removes a reply of the bot, for its asker or anyone who may remove messages here. */
export default defineAction({
  name: 'delete',
  args: z.tuple([z.string().min(1).max(30)]),
  run([askerId], _desk, asker) {
    if (asker.userId !== askerId && !asker.mayModerate) {
      return errorReply(say('click.not-yours'));
    }
    return { remove: true };
  },
});
