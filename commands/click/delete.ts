import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';

/** Removes one of our replies, for who asked for it or who may remove any message here. */
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
