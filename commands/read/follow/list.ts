import type { Asker, Desk } from '../../../src/desk/ports.ts';
import { list, note, title, when } from '../../../src/reply/blocks.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import { followsHere, followWords } from './places.ts';

/** Lists what this channel and the asker follow. */
export async function listFollows(desk: Desk, asker: Asker): Promise<Reply> {
  const { channel, person } = await followsHere(desk, asker);
  const lines = (follows: typeof channel) => list(follows.map((follow) => followWords(follow, desk)));
  return {
    tone: 'info',
    private: true,
    blocks: [
      ...when(channel.length > 0, title(say('follow.in-channel')), lines(channel)),
      ...when(person.length > 0, title(say('follow.by-you')), lines(person)),
      ...when(channel.length + person.length === 0, note(say('follow.nothing'))),
    ],
  };
}
