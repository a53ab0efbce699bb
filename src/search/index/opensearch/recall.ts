import { z } from 'zod';
import { fold } from '../../../english/words.ts';
import { LEVELS, type Level, type TermStatistics } from '../levels.ts';
import type { Recall, RecallScope, SentenceRef, WeightedTerm } from '../recall.ts';
import type { EngineClient } from './client.ts';
import { EngineError } from './engine-error.ts';
import { foldedLine, NAME_MARK } from './entries.ts';
import type { Layout } from './layout.ts';
import { scopeFilter } from './scope-filter.ts';

/** The field of each level's terms, and the field of how many there are. */
const FIELDS: Readonly<Record<Level, Readonly<{ terms: string; length: string }>>> = {
  sentence: { terms: 'own', length: 'length' },
  paragraph: { terms: 'paragraph', length: 'paragraphLength' },
  article: { terms: 'whole', length: 'wholeLength' },
};

/** How many of each level are asked for, as a share of the sentences wanted. */
const SHARES: Readonly<Record<Level, number>> = { sentence: 1, paragraph: 0.5, article: 0.3 };
/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): a place counts 1 / (60 + place). */
const FUSION = 60;
/** How long the number and lengths of a server's texts are believed. Milliseconds. */
const TOTALS_KEPT_MS = 60_000;

const refFields = z.object({
  article: z.tuple([z.string()]),
  revision: z.tuple([z.number()]),
  n: z.tuple([z.number()]).optional(),
});
/** A part that could not be searched makes the whole no answer. */
const shards = z.object({ failed: z.literal(0) });
const whole = z.literal(false);
const hitsAnswer = z.object({
  timed_out: whole,
  _shards: shards,
  hits: z.object({ hits: z.array(z.object({ fields: refFields })) }),
});
const manyHits = z.object({ responses: z.array(hitsAnswer) });
const filterCounts = z.object({
  timed_out: whole,
  _shards: shards,
  aggregations: z.object({
    counts: z.object({ buckets: z.record(z.string(), z.object({ doc_count: z.number() })) }),
  }),
});
const totalsAnswer = z.object({
  timed_out: whole,
  _shards: shards,
  aggregations: z.record(z.string(), z.object({ count: z.number(), avg: z.number().nullable() })),
});
const countAnswer = z.object({ count: z.number(), _shards: shards });
const namesAnswer = z.object({
  timed_out: whole,
  _shards: shards,
  aggregations: z.object({ names: z.object({ buckets: z.array(z.object({ key: z.string() })) }) }),
});

type Totals = Pick<TermStatistics, 'texts' | 'averageLength'>;

/** A server's articles as an OpenSearch cluster has them. Its methods throw EngineError: also when a part could not be searched. */
export function recallOf(
  { client, layout }: Readonly<{ client: EngineClient; layout: Layout }>,
  guildId: string,
  now: () => number = Date.now,
): Recall {
  let totals: { at: number; known: Promise<Totals> } | undefined;

  async function search<Schema extends z.ZodType>(body: object, schema: Schema): Promise<z.output<Schema>> {
    const index = await indexed();
    return wholeAnswer(() => client.send({ method: 'POST', path: `/${index}/_search`, body }, schema));
  }

  /** The alias of the server's articles. */
  async function indexed(): Promise<string> {
    if ((await layout.current('shared')) === undefined) throw new EngineError('building');
    return layout.aliasOf(guildId);
  }

  async function refs(bodies: readonly object[]): Promise<SentenceRef[][]> {
    const index = await indexed();
    const lines = bodies.flatMap((body) => [{ index }, { ...REFS, ...body }]);
    const request = { method: 'POST', path: '/_msearch', lines } as const;
    const { responses } = await wholeAnswer(() => client.send(request, manyHits));
    return responses.map(({ hits }) =>
      hits.hits.map(({ fields: { article, revision, n } }) => ({
        articleId: article[0],
        revision: revision[0],
        n: n?.[0] ?? 1,
      })),
    );
  }

  const articleIds = async (body: object): Promise<string[]> =>
    ((await refs([body]))[0] ?? []).map(({ articleId }) => articleId);

  async function readTotals(): Promise<Totals> {
    const aggs = Object.fromEntries(
      LEVELS.map((level) => [level, { stats: { field: FIELDS[level].length } }]),
    );
    const { aggregations } = await search(
      { size: 0, query: { bool: { filter: { term: { server: guildId } } } }, aggs },
      totalsAnswer,
    );
    const of = (level: Level) => aggregations[level] ?? { count: 0, avg: null };
    return {
      texts: byLevel((level) => of(level).count),
      averageLength: byLevel((level) => Math.max(1, of(level).avg ?? 1)),
    };
  }

  function knownTotals(): Promise<Totals> {
    if (totals && now() - totals.at < TOTALS_KEPT_MS) return totals.known;
    const known = readTotals();
    totals = { at: now(), known };
    known.catch(() => (totals = undefined));
    return known;
  }

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
    async statistics(terms) {
      const different = [...new Set(terms)];
      const filters = Object.fromEntries(
        different.flatMap((term, n) =>
          LEVELS.map((level) => [`${level} ${n}`, { term: { [FIELDS[level].terms]: term } }]),
        ),
      );
      const server = { bool: { filter: { term: { server: guildId } } } };
      const counting =
        different.length === 0
          ? undefined
          : search({ size: 0, query: server, aggs: { counts: { filters: { filters } } } }, filterCounts);
      const [known, counted] = await Promise.all([knownTotals(), counting]);
      const buckets = counted?.aggregations.counts.buckets ?? {};
      const holding = different.map(
        (term, n) => [term, byLevel((level) => buckets[`${level} ${n}`]?.doc_count ?? 0)] as const,
      );
      return { ...known, holding: new Map(holding) };
    },
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
      const index = await indexed();
      const count = (query: object): Promise<number> =>
        wholeAnswer(() =>
          client.send({ method: 'POST', path: `/${index}/_count`, body: { query } }, countAnswer),
        ).then(({ count: found }) => found);
      const [sentences, articles] = await Promise.all([
        count({ bool: { filter: [...filter(scope), { terms: { own: terms } }] } }),
        count({ bool: { filter: [...filter(scope), ...musts(terms)] } }),
      ]);
      return { sentences, articles };
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

const REFS = { docvalue_fields: ['article', 'revision', 'n'], track_total_hits: false };
const NEWEST = [{ date: { order: 'desc', missing: '_last' } }, { article: 'asc' }];

const shoulds = (terms: readonly WeightedTerm[], field: string): object[] =>
  terms.map(({ term, weight }) => ({ term: { [field]: { value: term, boost: weight } } }));

const musts = (terms: readonly string[]): object[] => terms.map((term) => ({ term: { whole: term } }));

const byLevel = <Value>(value: (level: Level) => Value): Record<Level, Value> => ({
  sentence: value('sentence'),
  paragraph: value('paragraph'),
  article: value('article'),
});

/** Several orders as one: what stands high in some of them comes first. */
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

/** An answer that does not have the form of a whole one is none: a shard failed, or the time was over. */
async function wholeAnswer<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EngineError && error.cause instanceof z.ZodError)
      throw new EngineError('slow', error.cause);
    throw error;
  }
}

/** A text with nothing in it that a regular expression of Lucene would take for more than a character. */
const literally = (text: string): string => text.replace(/[^\p{L}\p{N} ]/gu, '\\$&');
