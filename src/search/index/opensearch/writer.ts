import { z } from 'zod';
import { putEntries } from './bulk.ts';
import { anything, type EngineClient } from './client.ts';
import { contentsOf, ofServer, type IndexContents } from './contents.ts';
import type { Indexable } from './entries.ts';

/**
 * Writes to an index, given by its name or alias. Everything may be repeated: documents have fixed ids, and a write never overwrites one
 * with a higher change number of the server. Every method throws EngineError.
 */
export type IndexWriter = IndexContents &
  Readonly<{
    /** Adds articles, replacing their earlier revisions. */
    put(index: string, guildId: string, articles: readonly Indexable[], how: PutOptions): Promise<void>;
    /** Removes articles. */
    remove(index: string, guildId: string, ids: readonly string[]): Promise<void>;
    /** Removes all articles of a server. */
    removeServer(index: string, guildId: string): Promise<void>;
    /** Makes previous writes visible to searches, which otherwise takes up to a second. */
    refresh(index: string): Promise<void>;
  }>;

/** How articles are written. */
export type PutOptions = Readonly<{
  /** The server's change number. Documents with a higher one are not overwritten. */
  change: number;
  /** Whether the index may have later revisions to replace, as after a restore from a backup. */
  replace: boolean;
}>;

/**
 * Documents to delete per request. The engine tells what each page of each shard cost in a header of its answer, which the client
 * refuses above 16 kB: with this, it is 1 kB a shard.
 */
const DELETED_AT_ONCE = 50_000;
/** Documents to delete per page. */
const PAGE = 10_000;

/** Nothing is deleted where there is no index. */
const deletedAnswer = z.object({ deleted: z.number().default(0) });

/** Writes to the indexes of a cluster. */
export function createWriter(client: EngineClient): IndexWriter {
  async function deleteBy(index: string, query: object): Promise<void> {
    const request = {
      method: 'POST',
      path: `/${index}/_delete_by_query`,
      query: { conflicts: 'proceed', refresh: true, max_docs: DELETED_AT_ONCE, scroll_size: PAGE },
      body: { query },
      patience: 'long',
      also: [404],
    } as const;
    while ((await client.send(request, deletedAnswer)).deleted === DELETED_AT_ONCE);
  }

  const refresh = async (index: string): Promise<void> => {
    await client.send({ method: 'POST', path: `/${index}/_refresh`, patience: 'long' }, anything);
  };

  return {
    ...contentsOf(client),
    refresh,
    async put(index, guildId, articles, { change, replace }) {
      await putEntries(client, index, guildId, articles, change);
      const replaced = articles.filter(({ document }) => replace || document.article.revision > 1);
      if (replaced.length === 0) return;
      // A deletion by query misses documents that are not visible yet.
      await refresh(index);
      const should = replaced.map(({ document: { article } }) => ({
        bool: {
          filter: { term: { article: article.id } },
          must_not: { term: { revision: article.revision } },
        },
      }));
      await deleteBy(index, { bool: { filter: [ofServer(guildId), { bool: { should } }] } });
    },
    async remove(index, guildId, ids) {
      if (ids.length === 0) return;
      await refresh(index);
      await deleteBy(index, { bool: { filter: [ofServer(guildId), { terms: { article: ids } }] } });
    },
    async removeServer(index, guildId) {
      await refresh(index);
      await deleteBy(index, ofServer(guildId));
    },
  };
}
