import { type Asker, type Desk, isEditor } from '../../../src/desk/ports.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Run, Words } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import type { Follow, FollowPlace, FollowStore } from '../../../src/store/desk/follows.ts';

/** What is followed on this server. Throws {@link AskerError} where there is no server. */
export function followsOf({ follows }: Desk): FollowStore {
  if (follows) return follows;
  throw new AskerError(say('error.server-only'));
}

/** The channel where it is asked. Throws {@link AskerError} where there is none. */
export function channelOf({ channels = [] }: Asker): FollowPlace & Readonly<{ channel: string }> {
  const [channel] = channels;
  if (channel !== undefined) return { channel, here: channels };
  throw new AskerError(say('follow.no-channel'));
}

/** Who decides what a channel is told without having asked. Throws {@link AskerError} for others. */
export function requireMayDecide(desk: Desk, asker: Asker): void {
  if (isEditor(desk, asker) || asker.mayModerate) return;
  throw new AskerError(say('follow.may-not'));
}

/** What is followed in the channel where it is asked, and by whoever asks. */
export async function followsHere(
  desk: Desk,
  asker: Asker,
): Promise<Readonly<{ channel: readonly Follow[]; person: readonly Follow[] }>> {
  const store = followsOf(desk);
  const [channel, person] = await Promise.all([
    asker.channels?.[0] === undefined ? [] : store.list(channelOf(asker)),
    store.list({ person: asker.userId }),
  ]);
  return { channel, person };
}

/** What is followed, in words: an article by its headline, as far as the asker may see it. */
export const followWords = (follow: Follow, desk: Desk): Words => [
  say(`follow.${follow.kind}`, { subject: subjectWords(follow, desk) }),
];

/** What is followed alone: an article's headline, as far as the asker may see it. */
export function subjectWords({ kind, subject }: Follow, desk: Desk): Run {
  const document = kind === 'article' ? desk.index.document(subject) : undefined;
  return document ? { news: document.article.headline } : subject;
}
