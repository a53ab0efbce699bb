import { checkMessage } from '../../src/desk/checked-message.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { ANYWHERE } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { sourceReply } from '../../src/reply/source-reply.ts';

/** On a message: for the one who asks alone, who may then share it. */
export default defineCommand({
  data: { name: 'Find source', type: 3, ...ANYWHERE },
  section: 'check',
  input: targetMessage,
  run: (message, desk, asker) =>
    checkMessage(message, desk, ({ checks }, { index }) =>
      withButtons(sourceReply(checks, index.within().articles, true), asker.userId),
    ),
});
