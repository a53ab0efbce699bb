import { STOP_WORDS, words } from '../../../src/english/words.ts';
import { articleNamed, nameMeant } from '../../../src/desk/find/scope.ts';
import type { Asker, Desk } from '../../../src/desk/ports.ts';
import { line, note } from '../../../src/reply/blocks.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import type { FollowKind } from '../../../src/store/desk/follows.ts';
import { channelOf, followsOf, followWords, requireMayDecide, subjectWords } from './places.ts';

/** Longer texts are not a topic or name. Characters. */
const LONGEST = 100;

/** Subscribes a channel or the asker to news about something. */
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
  if (added.outcome === 'full') throw new AskerError(say('follow.full'));
  const told = say(`follow.told-${kind}`, { subject: subjectWords(added.follow, desk) });
  return {
    tone: 'info',
    private: privately,
    blocks: [
      added.outcome === 'exists'
        ? line(say('follow.exists', { what: followWords(added.follow, desk) }))
        : line(
            'person' in place
              ? say('follow.now-you', { what: told })
              : say('follow.now-channel', { channel: { mention: 'channel', id: place.channel }, what: told }),
          ),
      note(say('follow.hint')),
    ],
  };
}

/** The subject to store. Throws {@link AskerError} when it cannot be followed. */
function subjectOf(kind: FollowKind, typed: string, desk: Desk): string {
  if (kind === 'article') {
    const document = articleNamed(desk, typed);
    if (!document.provenance) throw new AskerError(say('follow.house'));
    return document.article.id;
  }
  if (typed.length > LONGEST) throw new AskerError(say('follow.long', { characters: LONGEST }));
  if (!words(typed).some(({ folded }) => folded !== '' && !STOP_WORDS.has(folded)))
    throw new AskerError(say('follow.common', { typed }));
  return kind === 'company' ? (nameMeant(desk, typed) ?? typed) : typed;
}
