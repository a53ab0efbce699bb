import type { Document } from '../article/article.ts';
import type { Desk } from '../desk/ports.ts';
import type { Posted } from '../desk/posted.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { againFrom, keepReply, type ReplySources, type SeenWhere } from './kept-replies.ts';

/** Records what the bot's messages quote, and rebuilds their replies. */
export type KeptMessages = Readonly<{
  /** Records a message; `known` returns documents that are in memory. Rejects with a StoreError. */
  keep(
    post: Omit<Posted, 'guildId'>,
    archive: GuildArchive,
    known: (articleId: string) => Document | undefined,
  ): Promise<void>;
  /** {@link Desk.again} for a channel of a server. */
  againIn(archive: GuildArchive | undefined, seen: SeenWhere): Desk['again'];
  /** {@link Desk.answersHere} for the first of the given channels, which in a thread is the thread itself. */
  answersIn(archive: GuildArchive | undefined, seen: SeenWhere): Desk['answersHere'];
}>;

export function keptMessages(common: Omit<ReplySources, 'archive'>): KeptMessages {
  /** Messages that are being recorded; a button that is pressed immediately waits for that. */
  const keeping = new Map<string, Promise<void>>();
  return {
    async keep(post, archive, known) {
      const kept = keepReply(post, archive, known);
      keeping.set(post.messageId, kept);
      await kept.finally(() => keeping.delete(post.messageId));
    },
    againIn: (archive, seen) => async (messageId, change) => {
      await keeping.get(messageId)?.catch(() => undefined);
      const found = await archive?.posts.find(messageId);
      if (!archive || !found || found.kind === 'desk') return undefined;
      return againFrom(found, { ...common, archive }, seen, change);
    },
    answersIn: (archive, seen) => async (count) => {
      await Promise.allSettled(keeping.values());
      const [channelId] = seen.here;
      const found = channelId === undefined ? undefined : await archive?.posts.inChannel(channelId, count);
      if (!archive || !found) return [];
      return Promise.all(found.map((post) => againFrom(post, { ...common, archive }, seen)));
    },
  };
}
