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

/** Writes to the indexes of a cluster. */
export function createWriter(client: EngineClient): IndexWriter {
  const deleteBy = (index: string, query: object): Promise<unknown> =>
    client.send(
      {
        method: 'POST',
        path: `/${index}/_delete_by_query`,
        query: { conflicts: 'proceed', refresh: true },
        body: { query },
        patience: 'long',
        also: [404],
      },
      anything,
    );

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
