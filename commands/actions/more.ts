import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { address, passageAt } from '../../src/desk/addressed.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { plural } from '../../src/reply/count.ts';
import { quoteBlock } from '../../src/reply/quote.ts';

/** The passages that came after those shown, for the one who pressed. */
export default defineAction({
  name: 'more',
  args: z.array(address).min(1).max(5),
  run(addresses, desk, asker) {
    const passages = addresses.map((where) => passageAt(desk, where));
    return withButtons(
      {
        tone: 'unsure',
        private: true,
        blocks: [
          {
            type: 'note',
            words: [`${plural(passages.length, 'further matching sentence')}, less likely to answer:`],
          },
          ...passages.map((passage) => quoteBlock(passage)),
        ],
      },
      asker.userId,
    );
  },
});
