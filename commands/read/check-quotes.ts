import { checkedText, messageToCheck } from '../../src/desk/checked-text.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { checkReply } from '../../src/reply/check-reply.ts';

/** On a message: for the one who asks alone, who may then share it. */
export default defineCommand({
  data: { name: 'Check quotes', type: 3 },
  section: 'check',
  input: targetMessage,
  async run(message, desk, asker) {
    const checked = await checkedText(desk, messageToCheck(message));
    return withButtons(checkReply(checked, desk.index.within().articles, true), asker.userId);
  },
});
