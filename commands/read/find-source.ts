import { checkMessage } from '../../src/desk/checked-message.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { ANYWHERE } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { sourceReply } from '../../src/reply/source-reply.ts';

/** A message command. The result is private and can be shared. */
export default defineCommand({
  data: { name: 'Find source', type: 3, ...ANYWHERE },
  section: 'check',
  input: targetMessage,
  run: (message, desk, asker) =>
    checkMessage(message, desk, ({ checks }, { index }) =>
      withButtons(sourceReply(checks, index.within().articles, true), asker.userId),
    ),
});
