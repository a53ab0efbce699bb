import { z } from 'zod';
import type { Document } from '../../article/article.ts';
import { documentOfStored } from '../../desk/find/stored-document.ts';
import { freshSentences, readsOtherwise } from '../../desk/told/news-of.ts';
import type { StoredArticle } from '../../store/articles/stored.ts';
import { placeKey, type Follow, type FollowPlace } from '../../store/desk/follows.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';

/** Validates a change of an article, as `queueFollowing` stored it. */
export const changedSchema = z.strictObject({
  articleId: z.string(),
  kind: z.enum(['added', 'corrected', 'retracted', 'restored', 'visibility']),
});
type Changed = z.output<typeof changedSchema>;

/** News is collected for this long, so that it can be combined if it would exceed the hourly limit. Milliseconds. */
export const GATHER_MS = 10_000;

/** What {@link lookThrough} needs. */
export type LookThrough = Readonly<{
  archive: Pick<GuildArchive, 'article' | 'revision' | 'follows' | 'news'>;
  now: Date;
  /** How long to collect further news; {@link GATHER_MS}, or another time in tests. */
  gather: number;
}>;

/** Records for each channel and person whether a changed article says something new about a thing they follow. */
export async function lookThrough(
  { articleId, kind }: Changed,
  { archive, now, gather }: LookThrough,
): Promise<void> {
  const follows = await archive.follows.list();
  const found = await archive.article(articleId);
  const dueFrom = new Date(now.getTime() + gather);
  const places = [...Map.groupBy(follows, ({ place }) => placeKey(place)).values()];
  if (found.state === 'retracted') {
    await archive.news.drop(articleId);
    for (const there of places)
      await noteRetracted(there, articleId, found.tombstone.retractedAt, dueFrom, archive);
    return;
  }
  if (found.state !== 'live') return;
  const { stored } = found;
  const document = documentOfStored(stored);
  for (const there of places) {
    const [first] = there;
    if (!first || !isSeen(stored, first.place)) continue;
    const since = await sinceOf(kind, stored, there, archive);
    if (since === undefined) continue;
    const before = since === 0 ? undefined : await archive.revision(articleId, since);
    const earlier = before?.state === 'live' ? documentOfStored(before.stored) : undefined;
    const meant = there.filter((follow) => saysSomething(document, earlier, follow));
    if (meant.length === 0) continue;
    const { embargoUntil = '' } = stored.visibility;
    const due = dueFrom.toISOString();
    const news = { articleId, state: `r${stored.newestRevision}`, since, follows: idsOf(meant) } as const;
    await archive.news.note(first.place, news, embargoUntil > due ? embargoUntil : due);
  }
}

async function noteRetracted(
  there: readonly Follow[],
  articleId: string,
  retractedAt: string,
  due: Date,
  { news }: LookThrough['archive'],
): Promise<void> {
  const meant = there.filter(({ kind, subject }) => kind === 'article' && subject === articleId);
  const [first] = meant;
  if (!first) return;
  const what = { articleId, state: `x${retractedAt}`, since: 0, follows: idsOf(meant) } as const;
  await news.note(first.place, what, due.toISOString());
}

const idsOf = (follows: readonly Follow[]): string[] => follows.map(({ id }) => id);

/** Whether a channel or person may see an article, apart from an embargo. */
function isSeen({ visibility: { channels } }: StoredArticle, place: FollowPlace): boolean {
  if (channels === undefined) return true;
  return 'here' in place && place.here.some((channel) => channels.includes(channel));
}

/**
 * The revision that a channel or person already knows: 0 for none, undefined for the newest. An article that was stored before
 * they followed anything counts as known, so that a change of its visibility does not announce it as new.
 */
async function sinceOf(
  kind: Changed['kind'],
  { article, newestRevision, addedAt }: StoredArticle,
  there: readonly Follow[],
  { news }: LookThrough['archive'],
): Promise<number | undefined> {
  const [first] = there;
  const known = first && (await news.knownIn(first.place, article.id));
  if (known === newestRevision && kind !== 'restored') return undefined;
  if (kind === 'restored') return 0;
  if (known !== undefined) return known;
  if (kind === 'corrected') return newestRevision - 1;
  const wasThere = there.every(({ createdAt }) => createdAt >= addedAt);
  return kind === 'visibility' && wasThere ? undefined : 0;
}

function saysSomething(document: Document, earlier: Document | undefined, follow: Follow): boolean {
  if (follow.kind !== 'article') return freshSentences(document, earlier, follow).length > 0;
  if (follow.subject !== document.article.id) return false;
  return earlier === undefined || readsOtherwise(document, earlier);
}
