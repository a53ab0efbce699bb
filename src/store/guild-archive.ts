import { readChangedBetween, type Changes } from './articles/changed-between.ts';
import { briefingStore, type BriefingStore } from './desk/briefings.ts';
import { newsStore, type NewsStore } from './desk/follow-news.ts';
import { followStore, type FollowStore } from './desk/follows.ts';
import { addArticles, type Added, type Arrival } from './articles/add-article.ts';
import type { Db } from './db/db.ts';
import { feedbackStore, type FeedbackStore } from './desk/feedback.ts';
import { feedStore, type FeedStore } from './desk/feeds.ts';
import { gapStore, type GapStore } from './desk/gaps.ts';
import { stampOf } from './guild-context.ts';
import { settingsStore, type SettingsStore } from './desk/guild-settings.ts';
import { guildStatus, type GuildStatus } from './desk/guild-status.ts';
import { jobStore, type JobStore } from './desk/jobs.ts';
import { postStore, type PostStore } from './desk/posts.ts';
import {
  readChange,
  readHeads,
  readEarlier,
  readHoldings,
  readLiveIds,
  readNewest,
  readRevision,
  readRevisions,
  readTombstones,
  type ArticleHead,
  type Holdings,
  type RevisionEntry,
} from './articles/read-articles.ts';
import { retractedHolding } from './articles/retracted-wording.ts';
import type { Draft, Lookup, Submitter, StoredArticle, Tombstone, Visibility } from './articles/stored.ts';
import type { TextRoom } from './articles/text-room.ts';
import { vectorStore, type VectorStore } from './articles/vectors.ts';
import {
  correctArticle,
  restoreArticle,
  retractArticle,
  setVisibility,
  type Corrected,
  type Restored,
  type Retracted,
} from './articles/write-articles.ts';
import { raiseChange, type Writing } from './articles/writing.ts';

/**
 * One guild's articles. It is created for one guild id and cannot reach another guild's rows. Every function
 * throws StoreError when the database fails; a function that writes resolves once the write is durable.
 */
export type GuildArchive = Readonly<{
  guildId: string;
  /** All live articles at their newest revision, whatever their visibility, and the damaged ones. */
  articles(): Promise<Holdings>;
  /** The ids of all live articles, newest first. */
  liveIds(): Promise<readonly string[]>;
  /** The newest revision of an article. */
  article(id: string): Promise<Lookup>;
  /** The newest revisions of several articles, by id; unknown ids are left out. At most a few hundred at once. */
  newest(ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>>;
  /** A page of live articles without their texts, ordered by id: at most `count`, after the id `after`. */
  heads(after: string, count: number): Promise<readonly ArticleHead[]>;
  /** The number of the last change; every write of an article increases it. */
  change(): Promise<number>;
  /** Raises the number of the last change to at least `least`: a restored backup may be older than what the engine received. */
  raiseChange(least: number): Promise<void>;
  /** The revision that a receipt names. */
  revision(id: string, n: number): Promise<Lookup>;
  /** An article's revisions without their texts, oldest first. */
  revisions(id: string): Promise<readonly RevisionEntry[]>;
  /** Earlier revisions of these live articles that contain `word`, and when each was replaced; newest first, a few dozen at most. */
  earlier(
    ids: readonly string[],
    word: string,
  ): Promise<readonly Readonly<{ stored: StoredArticle; replacedAt: string }>[]>;
  /** What changed after `from` and up to `to`. ISO 8601, UTC. */
  changedBetween(from: string, to: string): Promise<Changes>;
  /** Retracted articles, newest retraction first. */
  tombstones(): Promise<readonly Tombstone[]>;
  /** Ids of retracted articles that contained a quotation. Only whole sentences, clauses or quotations are recognised: the texts are gone. */
  retractedHolding(quote: string): Promise<readonly string[]>;
  /** Stores all arrivals in one transaction and returns the outcomes in the same order. About 50 at once is a good number. */
  add(arrivals: readonly Arrival[], provenance: Submitter): Promise<readonly Added[]>;
  /** Adds a new revision to the article `draft.id`. */
  correct(draft: Draft, provenance: Submitter): Promise<Corrected>;
  /** Removes the text of every revision, also from the files on disk; headline, date and reason stay. */
  retract(id: string, reason: string, by: string): Promise<Retracted>;
  /** Restores `draft.id`; the draft brings the text, which the store no longer has. */
  restore(draft: Draft, provenance: Submitter): Promise<Restored>;
  setVisibility(id: string, visibility: Visibility): Promise<Lookup>;
  /** Vectors of the sentences, for search by meaning; derived from the texts and deleted with them. */
  vectors: VectorStore;
  status(): Promise<GuildStatus>;
  settings: SettingsStore;
  posts: PostStore;
  feeds: FeedStore;
  jobs: JobStore;
  gaps: GapStore;
  feedback: FeedbackStore;
  follows: FollowStore;
  news: NewsStore;
  briefings: BriefingStore;
}>;

/** Shared by all guild archives of an open store. */
export type StoreContext = Readonly<{
  db: Db;
  now(): Date;
  /** Whether a house article has this id; a guild's new article then gets another. */
  reserved(id: string): boolean;
  /** Enforces the limit on text per guild. */
  room: TextRoom;
  /** Whether changes are recorded for a search engine. */
  outbox: boolean;
  /** Called after a retraction or restoration is durable. */
  withheld(guild: string, id: string): Promise<void>;
}>;

/** The archive of one guild. Throws a RangeError for a malformed guild id. */
export function guildArchive(
  { db, now, reserved, room, outbox, withheld }: StoreContext,
  guildId: string,
): GuildArchive {
  if (!/^[\w-]{1,32}$/u.test(guildId)) throw new RangeError(`“${guildId}” is not the id of a server.`);
  const context = { db, now, guildId };
  const write = <Result>(work: (w: Writing) => Promise<Result>): Promise<Result> =>
    db.transaction((tx) => work({ tx, guild: guildId, at: stampOf(context), outbox }));
  return {
    guildId,
    articles: () => readHoldings(db, guildId),
    liveIds: async () => (await readLiveIds(db, guildId)).toReversed(),
    article: (id) => readRevision(db, guildId, id),
    newest: (ids) => readNewest(db, guildId, ids),
    heads: (after, count) => readHeads(db, guildId, after, count),
    change: () => readChange(db, guildId),
    raiseChange: (least) => db.transaction((tx) => raiseChange(tx, guildId, least)),
    revision: (id, n) => readRevision(db, guildId, id, n),
    revisions: (id) => readRevisions(db, guildId, id),
    earlier: (ids, word) => readEarlier(db, guildId, ids, word),
    changedBetween: (from, to) => readChangedBetween(db, guildId, from, to),
    tombstones: () => readTombstones(db, guildId),
    retractedHolding: (quote) => retractedHolding(db, guildId, quote),
    add: (arrivals, provenance) => write((w) => addArticles(w, arrivals, provenance, { reserved, room })),
    correct: (draft, provenance) => write((w) => correctArticle(w, draft, provenance)),
    async retract(id, reason, by) {
      const retracted = await write((w) => retractArticle(w, id, reason, by));
      if (retracted.outcome === 'retracted') await withheld(guildId, id);
      return retracted;
    },
    async restore(draft, provenance) {
      const restored = await write((w) => restoreArticle(w, draft, provenance));
      if (restored.outcome === 'restored') await withheld(guildId, draft.id);
      return restored;
    },
    setVisibility: (id, visibility) => write((w) => setVisibility(w, id, visibility)),
    vectors: vectorStore(db, guildId),
    status: () => guildStatus(context),
    settings: settingsStore(context),
    posts: postStore(context),
    feeds: feedStore(context),
    jobs: jobStore(context),
    gaps: gapStore(context),
    feedback: feedbackStore(context),
    follows: followStore(context),
    news: newsStore(context),
    briefings: briefingStore(context),
  };
}
