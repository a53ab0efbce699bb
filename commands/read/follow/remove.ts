import { fold } from '../../../src/english/words.ts';
import type { Asker, Choice, Desk } from '../../../src/desk/ports.ts';
import { line } from '../../../src/reply/blocks.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { runText, say } from '../../../src/reply/say.ts';
import type { Follow } from '../../../src/store/desk/follows.ts';
import { followsHere, followsOf, followWords, requireMayDecide } from './places.ts';

/** Ends a subscription of a channel or the asker. */
export async function removeFollow(typed: string, desk: Desk, asker: Asker): Promise<Reply> {
  const { channel, person } = await followsHere(desk, asker);
  const all = [...person, ...channel];
  const wanted = fold(typed);
  const found =
    all.find(({ id }) => id === typed) ??
    all.find((follow) => [follow.subject, labelOf(follow, desk)].some((name) => fold(name) === wanted));
  if (!found) throw new AskerError(say('follow.unknown', { typed }));
  if (channel.includes(found)) requireMayDecide(desk, asker);
  await followsOf(desk).remove(found.id);
  return {
    tone: 'info',
    private: !channel.includes(found),
    blocks: [line(say('follow.removed', { what: followWords(found, desk) }))],
  };
}

/** The subscriptions that can be ended here, as choices. */
export async function suggestFollows(typed: string, desk: Desk, asker: Asker): Promise<Choice[]> {
  const { channel, person } = await followsHere(desk, asker);
  const wanted = fold(typed);
  return [
    ...person.map((follow) => ({ follow, where: 'for you' })),
    ...channel.map((follow) => ({ follow, where: 'in this channel' })),
  ]
    .map(({ follow, where }) => ({
      name: `${labelOf(follow, desk)} · ${where}`.slice(0, 100),
      value: follow.id,
    }))
    .filter(({ name }) => fold(name).includes(wanted));
}

const labelOf = (follow: Follow, desk: Desk): string => followWords(follow, desk).map(runText).join('');
