import { dayWords } from '../article/date-words.ts';
import type { Document } from '../article/article.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { OutdatedPost, PostedQuote } from '../store/desk/posts.ts';
import { mayQuote, type Lookup } from '../store/articles/stored.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import { withButtons } from '../reply/buttons.ts';
import { currentBlocks, quotedAt } from '../reply/changed-blocks.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { line, note, title } from '../reply/blocks.ts';

/** What editing a message needs. */
export type PostSources = Readonly<{
  archive: Pick<GuildArchive, 'article' | 'revision' | 'posts'>;
  house: ReadonlyMap<string, Document>;
  now: Date;
}>;

/** Neighbouring sentences of one revision that a message quotes. */
type Group = Readonly<{ articleId: string; revision: number; sentences: readonly number[] }>;

/**
 * A message as it must read now: each sentence of a corrected article as it reads now, with what was changed; a
 * tombstone in the place of a retracted article; and what did not change, as it was.
 */
export async function editedPost(
  { messageId, channelId, title: heading }: Pick<OutdatedPost, 'messageId' | 'channelId' | 'title'>,
  { archive, house, now }: PostSources,
): Promise<Reply> {
  const blocks: Block[] = heading === undefined ? [] : [title(heading)];
  for (const group of groupsOf(await archive.posts.quotes(messageId))) {
    const { articleId, revision, sentences } = group;
    const own = house.get(articleId);
    const current = await archive.article(articleId);
    if (current.state === 'unknown' && own) blocks.push(...quoted(own, sentences));
    else if (current.state === 'live' && !mayQuote(current.stored.visibility, [channelId], now))
      blocks.push(note('A quote that stood here is no longer shown in this channel.'));
    else blocks.push(...changed(sentences, await archive.revision(articleId, revision), current));
  }
  // Nobody is known to have asked for it: without an asker, moderators delete it.
  return withButtons({ tone: 'info', private: false, blocks }, undefined);
}

function changed(sentences: readonly number[], cited: Lookup, current: Lookup): Block[] {
  if (current.state === 'retracted') {
    const { headline, retractedAt, reason } = current.tombstone;
    return [
      line('Retracted: “', { news: headline, struck: true }, '”'),
      note(`On ${dayWords(retractedAt)}: ${reason}`),
    ];
  }
  if (current.state !== 'live' || cited.state !== 'live')
    return [note('A quote that stood here can no longer be shown.')];
  const [earlier, later] = [documentOfStored(cited.stored), documentOfStored(current.stored)];
  if (earlier.article.revision === later.article.revision) return quoted(later, sentences);
  return sentences.flatMap((n) => currentBlocks(earlier, later, n));
}

const quoted = (document: Document, sentences: readonly number[]): Block[] =>
  sentences.flatMap((n) => quotedAt(document, n));

function groupsOf(quotes: readonly PostedQuote[]): Group[] {
  const groups = Map.groupBy(quotes, ({ articleId, revision }) => `${articleId}.r${revision}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, sentences: group.map(({ sentence }) => sentence) }] : [];
  });
}
