import { checkText } from '../../src/answer/quotes/check-text.ts';
import { messageToCheck } from '../../src/desk/checked-text.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { checkReply } from '../../src/reply/check-reply.ts';

/** On a message: for the one who asks alone, who may then share it. */
export default defineCommand({
  data: { name: 'Check quotes', type: 3 },
  input: targetMessage,
  run(message, desk, asker) {
    const checked = checkText(messageToCheck(message), desk.index);
    return withButtons(checkReply(checked, desk.index.within().articles, true), asker.userId);
  },
});
