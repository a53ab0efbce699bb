import { z } from 'zod';
import type { EngineClient } from './client.ts';
import type { EntryVisibility } from './entries.ts';

/** The revision and visibility that an article is indexed with, for comparison with the store. */
export type IndexedHead = Readonly<{ id: string; revision: number; visibility: EntryVisibility }>;

/** What is in an index, by the name of an index or alias. Every method throws EngineError. */
export type IndexContents = Readonly<{
  /** At most `count` articles of a server by ascending id, after the id `after`. */
  heads(index: string, guildId: string, after: string, count: number): Promise<readonly IndexedHead[]>;
  /** The highest change number of a server in the index; 0 when it has nothing there. */
  newestChange(index: string, guildId: string): Promise<number>;
  /** Articles whose number of indexed sentences is wrong. */
  incomplete(index: string, guildId: string): Promise<readonly string[]>;
  /** The servers that have anything in the index. */
  servers(index: string): Promise<readonly string[]>;
}>;

/** Buckets per page of an aggregation. */
const PAGE = 5000;

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

export const ofServer = (guildId: string): object => ({ term: { server: guildId } });
/** Matches the article documents, one per article. */
const ONLY_ARTICLES = { exists: { field: 'key' } };
const ONLY_SENTENCES = { exists: { field: 'n' } };

/** Reads what is in the indexes of a cluster. */
export const contentsOf = (client: EngineClient): IndexContents => ({
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
        if (key['article'] !== undefined && expected.value !== present.doc_count) found.push(key['article']);
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
});
