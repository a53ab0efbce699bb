import { z } from 'zod';
import { checkedTexts, textsToCheck } from '../../src/desk/checked-text.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, readingInput, readingOptions } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { sourceReply } from '../../src/reply/source-reply.ts';

export default defineCommand({
  data: {
    name: 'source',
    description: 'Where a wording comes from, also one that is remembered loosely',
    options: [
      {
        type: OPTION.string,
        name: 'text',
        description: 'The words, as well as you know them',
        required: true,
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({ text: z.string(), ...readingInput }),
  async run({ text, hide }, desk, asker) {
    const { checks } = await checkedTexts(desk, textsToCheck([text], 'text'));
    return withButtons(sourceReply(checks, desk.index.within().articles, hide), asker.userId);
  },
  section: 'check',
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/source text:${name}`),
});
