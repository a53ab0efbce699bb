import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import { changedList, mentionsOf } from './lists.ts';
import { line, note } from '../../../src/reply/blocks.ts';

type Input = Readonly<{ add?: string | undefined; remove?: string | undefined }>;

/** Shows or changes the channels where questions are answered. */
export async function setChannels(
  { add, remove }: Input,
  { archive, settings }: EditorTools,
): Promise<Reply> {
  const { answerChannels } =
    add === undefined && remove === undefined
      ? settings
      : await archive.settings.set({
          answerChannels: changedList(settings.answerChannels, add, remove, 100),
        });
  return {
    tone: 'info',
    private: true,
    blocks: [
      line(
        answerChannels.length === 0
          ? say('desk.answered-everywhere')
          : say('desk.answered', { channels: mentionsOf('channel', answerChannels) }),
      ),
      note(say('desk.editors-everywhere')),
    ],
  };
}
