import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { anything, faultOf, type EngineClient } from './client.ts';
import { EngineError } from './engine-error.ts';
import { entriesOf, type EntryVisibility, type Indexable } from './entries.ts';

/** The revision and visibility that an article is indexed with, for comparison with the store. */
export type IndexedHead = Readonly<{ id: string; revision: number; visibility: EntryVisibility }>;

/**
 * Writes to an index, given by its name or alias. Everything may be repeated: documents have fixed ids, and a write never overwrites one
 * with a higher change number of the server. Every method throws EngineError.
 */
export type IndexWriter = Readonly<{
  /** Adds articles, replacing their earlier revisions. */
  put(index: string, guildId: string, articles: readonly Indexable[], how: PutOptions): Promise<void>;
  /** Removes articles. */
  remove(index: string, guildId: string, ids: readonly string[]): Promise<void>;
  /** Removes all articles of a server. */
  removeServer(index: string, guildId: string): Promise<void>;
  /** Makes previous writes visible to searches, which otherwise takes up to a second. */
  refresh(index: string): Promise<void>;
  /** At most `count` articles of a server by ascending id, after the id `after`. */
  heads(index: string, guildId: string, after: string, count: number): Promise<readonly IndexedHead[]>;
  /** The highest change number of a server in the index; 0 when it has nothing there. */
  newestChange(index: string, guildId: string): Promise<number>;
  /** Articles whose number of indexed sentences is wrong. */
  incomplete(index: string, guildId: string): Promise<readonly string[]>;
  /** The servers that have anything in the index. */
  servers(index: string): Promise<readonly string[]>;
}>;

/** How articles are written. */
export type PutOptions = Readonly<{
  /** The server's change number. Documents with a higher one are not overwritten. */
  change: number;
  /** Whether the index may have later revisions to replace, as after a restore from a backup. */
  replace: boolean;
}>;

/** Most documents, and characters of JSON, per request. */
const BULK = { documents: 4000, characters: 8_000_000 };
/** Waits after the engine rejects a request as too much work: the first, and the longest after doubling. Milliseconds. */
const PAUSES_MS = { first: 500, last: 30_000 };
/** Buckets per page of an aggregation. */
const PAGE = 5000;

const bulkAnswer = z.object({
  errors: z.boolean(),
  items: z.array(
    z.object({ index: z.object({ status: z.number(), error: z.object({ reason: z.string() }).optional() }) }),
  ),
});
const headsAnswer = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        fields: z.object({
          article: z.tuple([z.string()]),
          revision: z.tuple([z.number()]),
          channels: z.array(z.string()).optional(),
          embargo: z.tuple([z.string()]).optional(),
        }),
      }),
    ),
  }),
});
const composite = z.object({
  aggregations: z.object({
    found: z.object({
      after_key: z.record(z.string(), z.string()).optional(),
      buckets: z.array(
        z.object({
          key: z.record(z.string(), z.string()),
          expected: z.object({ value: z.number() }),
          present: z.object({ doc_count: z.number() }),
        }),
      ),
    }),
  }),
});
const newestAnswer = z.object({
  aggregations: z.object({ newest: z.object({ value: z.number().nullable() }) }),
});
const serversAnswer = z.object({
  aggregations: z
    .object({ servers: z.object({ buckets: z.array(z.object({ key: z.string() })) }) })
    .optional(),
});

const ofServer = (guildId: string): object => ({ term: { server: guildId } });
/** Matches the article documents, one per article. */
export const ONLY_ARTICLES = { exists: { field: 'key' } };
export const ONLY_SENTENCES = { exists: { field: 'n' } };

/** Writes to the indexes of a cluster. */
export function createWriter(client: EngineClient): IndexWriter {
  /** Sends documents. If a node is overloaded, waits and sends them again, since everything may be repeated. */
  async function bulk(index: string, lines: readonly object[]): Promise<void> {
    if (lines.length === 0) return;
    for (let pause = PAUSES_MS.first; ; pause *= 2) {
      try {
        return await bulkOnce(index, lines);
      } catch (error) {
        if (!(error instanceof EngineError) || error.fault !== 'slow' || pause > PAUSES_MS.last) throw error;
        await sleep(pause);
      }
    }
  }

  async function bulkOnce(index: string, lines: readonly object[]): Promise<void> {
    const request = { method: 'POST', path: `/${index}/_bulk`, lines, patience: 'write' } as const;
    const { errors, items } = await client.send(
      { ...request, query: { filter_path: 'errors,items.*.status,items.*.error.reason' } },
      bulkAnswer,
    );
    if (!errors) return;
    for (const { index: item } of items) {
      // 409: a newer version is already there.
      if (item.status < 300 || item.status === 409) continue;
      const reason = item.error?.reason ?? `status ${item.status}`;
      throw new EngineError(faultOf(item.status, reason), new Error(reason));
    }
  }

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
    refresh,
    async put(index, guildId, articles, { change, replace }) {
      let lines: object[] = [];
      let characters = 0;
      for (const article of articles) {
        const { document } = article;
        for (const { id, fields } of entriesOf(guildId, article, change)) {
          const action = {
            _id: id,
            routing: document.article.id,
            version: change,
            version_type: 'external_gte',
          };
          lines.push({ index: action }, fields);
        }
        characters += 3 * document.article.text.length;
        if (lines.length < 2 * BULK.documents && characters < BULK.characters) continue;
        await bulk(index, lines);
        lines = [];
        characters = 0;
      }
      await bulk(index, lines);
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
    async heads(index, guildId, after, count) {
      const body = {
        size: count,
        query: {
          bool: { filter: [ofServer(guildId), ONLY_ARTICLES, { range: { article: { gt: after } } }] },
        },
        sort: [{ article: 'asc' }],
        docvalue_fields: ['article', 'revision', 'channels', 'embargo'],
        track_total_hits: false,
      };
      const request = { method: 'POST', path: `/${index}/_search`, body, patience: 'long' } as const;
      const { hits } = await client.send(request, headsAnswer);
      return hits.hits.map(({ fields: { article, revision, channels, embargo } }) => ({
        id: article[0],
        revision: revision[0],
        visibility: { ...(channels && { channels }), ...(embargo && { embargoUntil: embargo[0] }) },
      }));
    },
    async newestChange(index, guildId) {
      const body = {
        size: 0,
        query: { bool: { filter: [ofServer(guildId), ONLY_ARTICLES] } },
        aggs: { newest: { max: { field: 'change' } } },
      };
      const request = { method: 'POST', path: `/${index}/_search`, body, patience: 'long' } as const;
      const { newest } = (await client.send(request, newestAnswer)).aggregations;
      return newest.value === null ? 0 : newest.value;
    },
    async incomplete(index, guildId) {
      const found: string[] = [];
      for (let after: Record<string, string> | undefined; ;) {
        const sources = [{ article: { terms: { field: 'article' } } }];
        const body = {
          size: 0,
          query: ofServer(guildId),
          aggs: {
            found: {
              composite: { size: PAGE, sources, ...(after && { after }) },
              aggs: { expected: { sum: { field: 'sentences' } }, present: { filter: ONLY_SENTENCES } },
            },
          },
        };
        const request = { method: 'POST', path: `/${index}/_search`, body, patience: 'long' } as const;
        const { buckets, after_key: next } = (await client.send(request, composite)).aggregations.found;
        for (const { key, expected, present } of buckets)
          if (key['article'] !== undefined && expected.value !== present.doc_count)
            found.push(key['article']);
        if (!next || buckets.length < PAGE) return found;
        after = next;
      }
    },
    async servers(index) {
      const body = { size: 0, aggs: { servers: { terms: { field: 'server', size: 50_000 } } } };
      const request = { method: 'POST', path: `/${index}/_search`, body, patience: 'long' } as const;
      const { aggregations } = await client.send(request, serversAnswer);
      return (aggregations?.servers.buckets ?? []).map(({ key }) => key);
    },
  };
}
