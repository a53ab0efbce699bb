import type { Document } from '../article/article.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import type { Posted } from '../desk/posted.ts';
import {
  citedIn,
  readOutline,
  writeOutline,
  type Outline,
  type OutlineBlock,
} from '../reply/outline/outline.ts';
import type { Png } from '../reply/outline/made-again.ts';
import { replyAgain } from '../reply/outline/rebuild.ts';
import { citedRevisions, type Sight, type Sights } from '../reply/outline/sights.ts';
import { outlineOf, revisionsIn } from '../reply/outline/take.ts';
import { withButtons } from '../reply/buttons.ts';
import type { Reply } from '../reply/reply.ts';
import { mayQuote } from '../store/articles/stored.ts';
import type { KeptPost, PostedQuote } from '../store/desk/posts.ts';
import type { GuildArchive } from '../store/guild-archive.ts';

/** What a stored reply is rebuilt from. */
export type ReplySources = Readonly<{
  archive: Pick<GuildArchive, 'article' | 'revision' | 'posts'>;
  house: ReadonlyMap<string, Document>;
  png: Png;
}>;

/** Where and when a reply is seen: the id of the channel, or of the thread and its parent. */
export type SeenWhere = Readonly<{ here: readonly string[]; at: Date }>;

/** Records what a message shows; `known` returns documents that are in memory, such as house articles. Rejects with a StoreError. */
export async function keepReply(
  { channelId, messageId, reply, isPublic }: Omit<Posted, 'guildId'>,
  archive: ReplySources['archive'],
  known: (articleId: string) => Document | undefined = () => undefined,
): Promise<void> {
  const documents = new Map<string, Document>();
  for (const { articleId, revision } of revisionsIn(reply)) {
    const key = `${articleId} ${revision}`;
    if (documents.has(key)) continue;
    const indexed = known(articleId);
    const found =
      indexed?.article.revision === revision
        ? indexed
        : await revisionOf(articleId, revision, archive, new Map());
    if (found) documents.set(key, found);
  }
  const outline = outlineOf(reply, (articleId, revision) => documents.get(`${articleId} ${revision}`));
  await archive.posts.record({
    channelId,
    messageId,
    kind: isPublic ? 'reply' : 'private',
    outline: writeOutline(outline),
    quotes: quotesIn(outline),
  });
}

/** Lists every sentence that an outline quotes. */
export const quotesIn = (outline: Pick<Outline, 'blocks' | 'made'>): PostedQuote[] =>
  citedIn(outline).flatMap(({ articleId, revision, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ articleId, revision, sentence: from + at })),
  );

/** Rebuilds a stored reply, after applying `change` to its outline. Rejects with a StoreError. */
export async function againFrom(
  kept: Pick<KeptPost, 'outline' | 'title' | 'quotes'>,
  sources: ReplySources,
  seen: SeenWhere,
  change: (outline: Outline) => Outline = (outline) => outline,
): Promise<Reply> {
  const outline = change(kept.outline ? readOutline(kept.outline) : outlineOfQuotes(kept));
  const reply = await replyAgain(outline, await sightsOf(outline, sources, seen), sources.png);
  // Without an outline the asker is unknown, and only moderators may delete the message.
  return kept.outline ? reply : withButtons(reply, undefined);
}

/** The outline of a message that was posted before outlines were stored: its title and quotes. */
function outlineOfQuotes({ title: heading, quotes }: Pick<KeptPost, 'title' | 'quotes'>): Outline {
  const blocks = quotes.map(({ articleId, revision, sentence: n }): OutlineBlock => ({
    type: 'quote',
    articleId,
    revision,
    from: n,
    to: n,
    marks: [],
    before: true,
  }));
  const top: OutlineBlock[] = heading === undefined ? [] : [{ type: 'title', words: [{ said: 0 }] }];
  return {
    tone: 'info',
    blocks: [...top, ...blocks],
    buttons: [],
    words: heading === undefined ? [] : [heading],
  };
}

async function sightsOf(
  outline: Outline,
  { archive, house }: Pick<ReplySources, 'archive' | 'house'>,
  { here, at }: SeenWhere,
): Promise<Sights> {
  const sights = new Map<string, Sight>();
  for (const [articleId, revisions] of citedRevisions(outline))
    sights.set(articleId, await sightOf(articleId, [...revisions]));
  return sights;

  async function sightOf(articleId: string, revisions: readonly number[]): Promise<Sight> {
    const found = await archive.article(articleId);
    const own = house.get(articleId);
    if (found.state === 'unknown' && own)
      return { state: 'live', newest: own, cited: new Map([[own.article.revision, own]]) };
    if (found.state === 'retracted') {
      const { headline, retractedAt, reason, visibility } = found.tombstone;
      return mayQuote(visibility, here, at)
        ? { state: 'retracted', headline, retractedAt, reason }
        : { state: 'hidden' };
    }
    if (found.state !== 'live') return { state: 'gone' };
    if (!mayQuote(found.stored.visibility, here, at)) return { state: 'hidden' };
    const newest = documentOfStored(found.stored);
    const cited = new Map([[newest.article.revision, newest]]);
    for (const revision of revisions) {
      const document = cited.get(revision) ?? (await revisionOf(articleId, revision, archive, house));
      if (document) cited.set(revision, document);
    }
    return { state: 'live', newest, cited };
  }
}

/** A stored revision whose text matches its fingerprint, or a house article if it has this revision. */
async function revisionOf(
  articleId: string,
  revision: number,
  archive: ReplySources['archive'],
  house: ReplySources['house'],
): Promise<Document | undefined> {
  const found = await archive.revision(articleId, revision);
  if (found.state === 'live') return documentOfStored(found.stored);
  const own = house.get(articleId);
  return found.state === 'unknown' && own?.article.revision === revision ? own : undefined;
}
