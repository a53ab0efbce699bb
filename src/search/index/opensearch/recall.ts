import { z } from 'zod';
import { itemAt } from '../../../article/item-at.ts';
import { fold } from '../../../english/words.ts';
import { LEVELS, type Level } from '../levels.ts';
import type { Recall, RecallScope, SentenceRef, WeightedTerm } from '../recall.ts';
import type { EngineClient } from './client.ts';
import { foldedLine, NAME_MARK } from './entries.ts';
import type { Layout } from './layout.ts';
import { FIELDS } from './mapping.ts';
import { scopeFilter } from './scope-filter.ts';
import { serverReader } from './server-reader.ts';
import { serverStatistics } from './statistics.ts';
import { shards, whole } from './whole-answer.ts';

/** Number of hits requested at each level, as a share of the sentences wanted. */
const SHARES: Readonly<Record<Level, number>> = { sentence: 1, paragraph: 0.5, article: 0.3 };
/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): rank r counts 1 / (60 + r). */
const FUSION = 60;
const namesAnswer = z.object({
  timed_out: whole,
  _shards: shards,
  aggregations: z.object({ names: z.object({ buckets: z.array(z.object({ key: z.string() })) }) }),
});

/** A server's articles in an OpenSearch cluster. Methods throw EngineError, also when a shard could not be searched. */
export function recallOf(
  { client, layout }: Readonly<{ client: EngineClient; layout: Layout }>,
  guildId: string,
  now: () => number = Date.now,
): Recall {
  const reader = serverReader({ client, layout }, guildId);
  const { search, refs, articleIds } = reader;
  const statistics = serverStatistics(reader, guildId, now);
  const filter = (scope: RecallScope): object[] => scopeFilter(guildId, scope);

  return {
    async candidates(terms, scope, limit) {
      if (terms.length === 0) return [];
      const found = await refs(
        LEVELS.map((level) => ({
          size: Math.ceil(limit * SHARES[level]),
          query: {
            bool: {
              filter: filter(scope),
              should: shoulds(terms, FIELDS[level].terms),
              minimum_should_match: 1,
            },
          },
        })),
      );
      return fused(found).slice(0, limit);
    },
    statistics,
    async phrase(line, scope, limit) {
      const query = { bool: { filter: filter(scope), must: { match_phrase: { own: line } } } };
      return (await refs([{ size: limit, query }]))[0] ?? [];
    },
    holding: (terms, scope, limit) =>
      articleIds({
        size: limit,
        query: { bool: { filter: [...filter(scope), ...musts(terms)] } },
        sort: NEWEST,
      }),
    async counts(terms, scope) {
      const counted = await reader.counts([
        { bool: { filter: [...filter(scope), { terms: { own: terms } }] } },
        { bool: { filter: [...filter(scope), ...musts(terms)] } },
      ]);
      return { sentences: itemAt(counted, 0), articles: itemAt(counted, 1) };
    },
    async names(typed, scope, limit) {
      const start = fold(typed.replace(/\s+/gu, ' ').trim());
      const body = {
        size: 0,
        query: { bool: { filter: [...filter(scope), { prefix: { names: start } }] } },
        aggs: { names: { terms: { field: 'names', size: 2 * limit, include: `${literally(start)}.*` } } },
      };
      const { buckets } = (await search(body, namesAnswer)).aggregations.names;
      const names = buckets.map(({ key }) => key.slice(key.indexOf(NAME_MARK) + 1));
      return [...new Set(names)].slice(0, limit);
    },
    headlines(typed, scope, limit) {
      const prefixes = foldedLine(typed)
        .split(' ')
        .filter(Boolean)
        .map((word) => ({ prefix: { headline: word } }));
      const query = { bool: { filter: [...filter(scope), { exists: { field: 'key' } }, ...prefixes] } };
      return articleIds({ size: limit, query, sort: NEWEST });
    },
    published(scope, limit) {
      const query = { bool: { filter: [...filter(scope), { exists: { field: 'key' } }] } };
      return articleIds({ size: limit, query, sort: NEWEST });
    },
    async keyed(key, scope) {
      const query = { bool: { filter: [...filter(scope), { term: { key } }] } };
      return (await articleIds({ size: 1, query }))[0];
    },
  };
}

const NEWEST = [{ date: { order: 'desc', missing: '_last' } }, { article: 'asc' }];

const shoulds = (terms: readonly WeightedTerm[], field: string): object[] =>
  terms.map(({ term, weight }) => ({ term: { [field]: { value: term, boost: weight } } }));

const musts = (terms: readonly string[]): object[] => terms.map((term) => ({ term: { whole: term } }));

/** Merges rankings with reciprocal rank fusion. */
function fused(lists: readonly (readonly SentenceRef[])[]): SentenceRef[] {
  const points = new Map<string, { ref: SentenceRef; sum: number }>();
  for (const list of lists) {
    for (const [place, ref] of list.entries()) {
      const key = `${ref.articleId}/${ref.n}`;
      const before = points.get(key);
      points.set(key, { ref: before?.ref ?? ref, sum: (before?.sum ?? 0) + 1 / (FUSION + place) });
    }
  }
  return [...points.values()].toSorted((a, b) => b.sum - a.sum).map(({ ref }) => ref);
}

/** Escapes a text for a Lucene regular expression. */
const literally = (text: string): string => text.replace(/[^\p{L}\p{N} ]/gu, '\\$&');
