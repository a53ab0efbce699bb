import { STOP_WORDS, words } from '../../../src/english/words.ts';
import { articleNamed, nameMeant } from '../../../src/desk/find/scope.ts';
import type { Asker, Desk } from '../../../src/desk/ports.ts';
import { line, note } from '../../../src/reply/blocks.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Reply, Words } from '../../../src/reply/reply.ts';
import type { FollowKind } from '../../../src/store/desk/follows.ts';
import { channelOf, followsOf, followWords, requireMayDecide } from './places.ts';

/** Longer words are no topic or name. Characters. */
const LONGEST = 100;

/** Lets a channel, or whoever asks, be told of something from now on. */
export async function addFollow(
  kind: FollowKind,
  typed: string,
  privately: boolean,
  desk: Desk,
  asker: Asker,
): Promise<Reply> {
  const store = followsOf(desk);
  if (!privately) requireMayDecide(desk, asker);
  const place = privately ? { person: asker.userId } : channelOf(asker);
  const subject = subjectOf(kind, typed, desk);
  const added = await store.add({ place, kind, subject, createdBy: asker.userId });
  if (added.outcome === 'full')
    throw new AskerError('As much is followed here as can be: /follow remove makes room.');
  const where: Words = 'person' in place ? ['you'] : [{ mention: 'channel', id: place.channel }];
  const what = followWords(added.follow, desk);
  return {
    tone: 'info',
    private: privately,
    blocks: [
      added.outcome === 'exists'
        ? line('The ', ...what, ' is followed already.')
        : line(
            'From now on ',
            ...where,
            privately ? ' are told' : ' is told',
            ` ${TOLD[kind]} `,
            ...what,
            '.',
          ),
      note('/follow list shows what is followed; /follow remove ends it.'),
    ],
  };
}

const TOLD: Readonly<Record<FollowKind, string>> = {
  topic: 'what new and corrected articles say about the',
  company: 'what new and corrected articles say about the',
  article: 'of corrections and of a retraction of the',
};

/** What is followed as it is kept. Throws {@link AskerError} for what cannot be. */
function subjectOf(kind: FollowKind, typed: string, desk: Desk): string {
  if (kind === 'article') {
    const document = articleNamed(desk, typed);
    if (!document.provenance)
      throw new AskerError('This is a house article, and those do not change while the bot runs.');
    return document.article.id;
  }
  if (typed.length > LONGEST) throw new AskerError(`A ${kind} is at most ${LONGEST} characters long.`);
  if (!words(typed).some(({ folded }) => folded !== '' && !STOP_WORDS.has(folded)))
    throw new AskerError(`“${typed}” stands in every article: name what it is about.`);
  return kind === 'company' ? (nameMeant(desk, typed) ?? typed) : typed;
}
