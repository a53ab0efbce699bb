import { type Asker, type Desk, isEditor } from '../../../src/desk/ports.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Run, Words } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import type { Follow, FollowPlace, FollowStore } from '../../../src/store/desk/follows.ts';

/** The server's subscriptions. Throws {@link AskerError} outside servers. */
export function followsOf({ follows }: Desk): FollowStore {
  if (follows) return follows;
  throw new AskerError(say('error.server-only'));
}

/** The asker's channel. Throws {@link AskerError} outside channels. */
export function channelOf({ channels = [] }: Asker): FollowPlace & Readonly<{ channel: string }> {
  const [channel] = channels;
  if (channel !== undefined) return { channel, here: channels };
  throw new AskerError(say('follow.no-channel'));
}

/** Throws {@link AskerError} unless the asker may decide what a channel follows. */
export function requireMayDecide(desk: Desk, asker: Asker): void {
  if (isEditor(desk, asker) || asker.mayModerate) return;
  throw new AskerError(say('follow.may-not'));
}

/** What the asker's channel and the asker follow. */
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

/** A subscription in words; an article by its headline, if the asker may see it. */
export const followWords = (follow: Follow, desk: Desk): Words => [
  say(`follow.${follow.kind}`, { subject: subjectWords(follow, desk) }),
];

/** The subject alone; an article by its headline, if the asker may see it. */
export function subjectWords({ kind, subject }: Follow, desk: Desk): Run {
  const document = kind === 'article' ? desk.index.document(subject) : undefined;
  return document ? { news: document.article.headline } : subject;
}
