import { z } from 'zod';
import { itemAt } from '../../../article/item-at.ts';
import { LEVELS, type Level, type TermStatistics } from '../levels.ts';
import { FIELDS } from './mapping.ts';
import { shards, whole } from './whole-answer.ts';

/** How long a server's statistics are cached. Milliseconds. */
const KEPT_MS = 60_000;
/** Number of terms whose counts are cached. */
const MOST_TERMS = 5000;

const totalsAnswer = z.object({
  timed_out: whole,
  _shards: shards,
  aggregations: z.record(z.string(), z.object({ count: z.number(), avg: z.number().nullable() })),
});

type Totals = Pick<TermStatistics, 'texts' | 'averageLength'>;
type Holding = Record<Level, number>;

/** Asks an index and checks that responses are complete. */
type Asks = Readonly<{
  search<Schema extends z.ZodType>(body: object, schema: Schema): Promise<z.output<Schema>>;
  counts(queries: readonly object[]): Promise<number[]>;
}>;

/** Counts a server's texts, and those that contain a term. Results are cached for a minute. */
export function serverStatistics(
  { search, counts }: Asks,
  guildId: string,
  now: () => number,
): (terms: readonly string[]) => Promise<TermStatistics> {
  const ofServer = (...filters: readonly object[]): object => ({
    bool: { filter: [{ term: { server: guildId } }, ...filters] },
  });
  let totals: { at: number; known: Promise<Totals> } | undefined;
  /** Caches the counts of terms, because counting frequent terms is most of the cost. */
  const held = new Map<string, Readonly<{ at: number; holding: Holding }>>();

  async function readTotals(): Promise<Totals> {
    const aggs = Object.fromEntries(
      LEVELS.map((level) => [level, { stats: { field: FIELDS[level].length } }]),
    );
    const { aggregations } = await search({ size: 0, query: ofServer(), aggs }, totalsAnswer);
    const of = (level: Level) => aggregations[level] ?? { count: 0, avg: null };
    return {
      texts: byLevel((level) => of(level).count),
      averageLength: byLevel((level) => Math.max(1, of(level).avg ?? 1)),
    };
  }

  function knownTotals(): Promise<Totals> {
    if (totals && now() - totals.at < KEPT_MS) return totals.known;
    const known = readTotals();
    totals = { at: now(), known };
    known.catch(() => (totals = undefined));
    return known;
  }

  /**
   * Counts with a query for each term and level: the engine then looks at the documents of that term alone, where an aggregation
   * would try every filter on every document. Where all documents are this server's, it only looks the number up.
   */
  async function count(terms: readonly string[]): Promise<(readonly [string, Holding])[]> {
    const at = now();
    const found = await counts(
      terms.flatMap((term) => LEVELS.map((level) => ofServer({ term: { [FIELDS[level].terms]: term } }))),
    );
    if (held.size > MOST_TERMS) held.clear();
    return terms.map((term, n) => {
      const holding = byLevel((level) => itemAt(found, n * LEVELS.length + LEVELS.indexOf(level)));
      held.set(term, { at, holding });
      return [term, holding];
    });
  }

  return async (asked) => {
    const terms = [...new Set(asked)];
    const before = terms.flatMap((term): (readonly [string, Holding])[] => {
      const entry = held.get(term);
      return entry && now() - entry.at < KEPT_MS ? [[term, entry.holding]] : [];
    });
    const known = new Set(before.map(([term]) => term));
    const [totalsNow, counted] = await Promise.all([
      knownTotals(),
      count(terms.filter((term) => !known.has(term))),
    ]);
    return { ...totalsNow, holding: new Map([...before, ...counted]) };
  };
}

const byLevel = <Value>(value: (level: Level) => Value): Record<Level, Value> => ({
  sentence: value('sentence'),
  paragraph: value('paragraph'),
  article: value('article'),
});
