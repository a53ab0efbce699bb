import { addArticles, type Added, type Arrival } from './add-article.ts';
import type { Db } from './db.ts';
import { readHoldings, readRevision, readTombstones, type Holdings } from './read-articles.ts';
import type { Draft, Lookup, Provenance, Tombstone, Visibility } from './stored.ts';
import {
  correctArticle,
  restoreArticle,
  retractArticle,
  setVisibility,
  type Corrected,
  type Restored,
  type Retracted,
  type Writing,
} from './write-articles.ts';

/**
 * One guild's articles: made from a guild id alone, it cannot reach another guild's rows. Every function
 * throws StoreError when the database cannot answer; each that writes resolves when the write is durable.
 */
export type GuildArchive = Readonly<{
  guildId: string;
  /** All live articles at their newest revision, whatever their visibility, and the damaged ones. */
  articles(): Promise<Holdings>;
  /** The newest revision of an article. */
  article(id: string): Promise<Lookup>;
  /** The revision that a receipt names. */
  revision(id: string, n: number): Promise<Lookup>;
  /** Retracted articles, newest retraction first. */
  tombstones(): Promise<readonly Tombstone[]>;
  /** Stores all of them in one transaction; outcomes in their order. About 50 at once is a good number. */
  add(arrivals: readonly Arrival[], provenance: Provenance): Promise<readonly Added[]>;
  /** Makes a new revision of the article `draft.id`. */
  correct(draft: Draft, provenance: Provenance): Promise<Corrected>;
  /** Removes the text of every revision, from the files too; headline, date and reason stay. */
  retract(id: string, reason: string, by: string): Promise<Retracted>;
  /** Brings `draft.id` back with a text handed in again. */
  restore(draft: Draft, provenance: Provenance): Promise<Restored>;
  setVisibility(id: string, visibility: Visibility): Promise<Lookup>;
}>;

/** What every part of an open store shares. */
export type StoreContext = Readonly<{
  db: Db;
  now(): Date;
  /** Ids of house articles; a guild's new article does not take them. */
  reserved(id: string): boolean;
}>;

/** The archive of one guild. Throws a RangeError for an id that cannot be a guild's. */
export function guildArchive({ db, now, reserved }: StoreContext, guildId: string): GuildArchive {
  if (!/^[\w-]{1,32}$/u.test(guildId)) throw new RangeError(`“${guildId}” is not the id of a server.`);
  const write = <Result>(work: (w: Writing) => Promise<Result>): Promise<Result> =>
    db.transaction((tx) => work({ tx, guild: guildId, at: now().toISOString() }));
  return {
    guildId,
    articles: () => readHoldings(db, guildId),
    article: (id) => readRevision(db, guildId, id),
    revision: (id, n) => readRevision(db, guildId, id, n),
    tombstones: () => readTombstones(db, guildId),
    add: (arrivals, provenance) => write((w) => addArticles(w, arrivals, provenance, reserved)),
    correct: (draft, provenance) => write((w) => correctArticle(w, draft, provenance)),
    async retract(id, reason, by) {
      const retracted = await write((w) => retractArticle(w, id, reason, by));
      await db.scrub();
      return retracted;
    },
    restore: (draft, provenance) => write((w) => restoreArticle(w, draft, provenance)),
    setVisibility: (id, visibility) => write((w) => setVisibility(w, id, visibility)),
  };
}
