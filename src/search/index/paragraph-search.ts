import type MiniSearch from 'minisearch';
import type { Query, QueryTerm } from '../question/question.ts';
import type { TermCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Part } from './part.ts';
import { itemAt, mapValue } from '../../article/item-at.ts';

/** Number of best paragraphs whose sentences are scored. */
export const BLOCKS = 100;
/**
 * In archives with more paragraphs than this, words that occur in more than a share of them are skipped: MiniSearch would read all those
 * paragraphs, and none ranks high without a rarer word. The rarest words are never skipped.
 */
const LARGE = 4000;
const COMMON_SHARE = 0.03;
const RAREST = 3;
/**
 * A word's frequency and the paragraph's length change its score by at most about a factor of two. Paragraphs whose estimated score is
 * below this share of the last of the best {@link BLOCKS} are therefore skipped.
 */
const PROMISING = 0.4;

/** A paragraph as MiniSearch knows it. Paragraphs are added as terms, so that they have no text. */
export type ParagraphEntry = { id: number; text?: string };

/** Ids of the paragraphs of a part that best match a question, best first. */
export type ParagraphSearch = (query: Query, part: Part) => number[];

/** What is searched. */
export type ParagraphSource = Readonly<{
  index: MiniSearch<ParagraphEntry>;
  lexicon: Lexicon;
  counts: TermCounts;
  /** The slot of a paragraph's article. */
  slotOf(id: number): number;
  /** How many paragraphs were ever made; their ids are below it. */
  made(): number;
}>;

export function paragraphSearch(source: ParagraphSource): ParagraphSearch {
  const { index, lexicon } = source;
  return (query, part) => {
    const terms = telling(query.terms, source);
    const codes = terms.map(({ term }) => lexicon.codeOf(lexicon.termId(term)));
    const weights = new Map(codes.map((code, at) => [code, terms[at]?.weight ?? 1]));
    const find = (admit: (id: number, code: string) => boolean): { id: number }[] =>
      index.search(codes.join(' '), {
        tokenize: (text) => text.split(' ').filter(Boolean),
        boostTerm: (code) => weights.get(code) ?? 1,
        // MiniSearch does not score paragraphs that are not admitted, which saves most of the cost of searching.
        boostDocument: (id, code) => (admit(id, code) ? 1 : 0),
      });
    const promises = promisesOf(terms, codes, part, find, source);
    const enough = PROMISING * atPlace(promises, BLOCKS);
    return find((id) => (promises[id] as number) > 0 && (promises[id] as number) >= enough)
      .slice(0, BLOCKS)
      .map(({ id }) => id);
  };
}

/** The terms that take part: in a large archive those that tell paragraphs apart. */
function telling(terms: readonly QueryTerm[], { lexicon, counts }: ParagraphSource): readonly QueryTerm[] {
  const all = counts.texts('paragraph');
  if (all <= LARGE) return terms;
  return terms
    .map((entry) => ({ entry, often: counts.holding('paragraph', lexicon.termId(entry.term)) }))
    .toSorted((a, b) => a.often - b.often)
    .filter(({ often }, place) => place < RAREST || often <= all * COMMON_SHARE)
    .map(({ entry }) => entry);
}

/** An estimate of each paragraph's score, by id; 0 outside the part. */
function promisesOf(
  terms: readonly QueryTerm[],
  codes: readonly string[],
  part: Part,
  find: (admit: (id: number, code: string) => boolean) => unknown,
  { lexicon, counts, slotOf, made }: ParagraphSource,
): Float32Array {
  const all = counts.texts('paragraph');
  const values = new Map(
    terms.map(({ term, weight }, at) => {
      const often = counts.holding('paragraph', lexicon.termId(term));
      return [itemAt(codes, at), weight * Math.log(1 + (all - often + 0.5) / (often + 0.5))];
    }),
  );
  const sums = new Float32Array(made());
  const matched = new Uint8Array(made());
  let last = '';
  let value = 0;
  find((id, code) => {
    if (code !== last) [last, value] = [code, mapValue(values, code)];
    if (part.partial && !part.has(slotOf(id))) return false;
    sums[id] = (sums[id] as number) + value;
    matched[id] = (matched[id] as number) + 1;
    return false;
  });
  // MiniSearch, too, multiplies the score by the number of query terms that matched.
  for (let id = 0; id < sums.length; id++) sums[id] = (sums[id] as number) * (matched[id] as number);
  return sums;
}

/** The value at a rank (from 1) in descending order; 0 when fewer are above 0. */
function atPlace(values: Float32Array, place: number): number {
  const sorted = values.filter((value) => value > 0).toSorted();
  return sorted.at(-place) ?? 0;
}
