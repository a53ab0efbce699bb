import { checkMessage } from '../../src/desk/checked-message.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { ANYWHERE } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { checkReply } from '../../src/reply/check-reply.ts';

/** A message command. The result is private and can be shared. */
export default defineCommand({
  data: { name: 'Check quotes', type: 3, ...ANYWHERE },
  section: 'check',
  input: targetMessage,
  run: (message, desk, asker) =>
    checkMessage(message, desk, (checked, { index }) =>
      withButtons(checkReply(checked, index.within().articles, true), asker.userId),
    ),
});
