import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passagesAt, sinceCited } from '../../src/desk/find/addressed.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { say } from '../../src/reply/say.ts';
import { quoteBlock } from '../../src/reply/quote.ts';
import { note } from '../../src/reply/blocks.ts';

/** Shows the next passages to the person who clicked. */
export default defineAction({
  name: 'more',
  args: z.array(address).min(1).max(5),
  async run(addresses, desk, asker) {
    const passages = await passagesAt(desk, addresses);
    return withButtons(
      {
        tone: 'unsure',
        private: true,
        blocks: [
          note(say('click.more', { sentences: passages.length })),
          ...passages.flatMap((passage) => [quoteBlock(passage), ...sinceCited(desk, [passage])]),
        ],
      },
      asker.userId,
    );
  },
});
