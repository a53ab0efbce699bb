import MiniSearch from 'minisearch';
import type { Document } from '../../article/article.ts';
import type { Steps } from '../../article/steps.ts';
import { keepPostingsCompact } from './compact-postings.ts';
import type { ScoredParagraph } from '../rank/candidates.ts';
import type { TermCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Part } from './part.ts';
import type { Query, QueryTerm } from '../question/question.ts';
import { withRoom, valueAt } from './room.ts';
import type { Stored } from './stored.ts';
import { type DocumentTokens, wordIn } from './tokens.ts';
import { CLASS } from '../../english/word-class.ts';

/** The paragraphs of an index, searched with MiniSearch. */
export type Paragraphs = Readonly<{
  /** Adds an article's paragraphs, one per step, and returns their ids in text order. They are found only after `show`. */
  adding(entry: Pick<Stored, 'document' | 'tokens'>): Steps<number[]>;
  /** Makes added paragraphs searchable, as those of this entry. */
  show(ids: readonly number[], entry: Omit<Stored, 'blocks'>): void;
  remove(ids: Iterable<number>): void;
  block(id: number): ScoredParagraph | undefined;
  /** Ids of the paragraphs of a part that best match a question, best first. */
  search(query: Query, part: Part): number[];
}>;

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

/** Documents are added as terms, so they have no text. */
type Entry = { id: number; text?: string };

/** Slot of a paragraph that is not shown. */
const NOWHERE = -1;
/** Numbers stored per paragraph: its article's slot, its first sentence, and the sentence after its last. */
const [SLOT, FROM, TO, EACH] = [0, 1, 2, 3];

/** Starts empty. */
export function createParagraphs(lexicon: Lexicon, counts: TermCounts): Paragraphs {
  const index = new MiniSearch<Entry>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (found) => found,
  });
  const writer = keepPostingsCompact(index, lexicon);
  let places = new Int32Array();
  let made = 0;
  /** The articles of shown paragraphs, by slot. */
  const articles = new Map<number, Pick<Stored, 'document' | 'tokens'>>();
  const slotOf = (id: number): number => places[id * EACH + SLOT] ?? NOWHERE;

  function block(id: number): ScoredParagraph | undefined {
    const article = articles.get(slotOf(id));
    if (!article) return undefined;
    return { ...article, from: valueAt(places, id * EACH + FROM), to: valueAt(places, id * EACH + TO) };
  }

  function telling(terms: readonly QueryTerm[]): readonly QueryTerm[] {
    const all = counts.texts('paragraph');
    if (all <= LARGE) return terms;
    return terms
      .map((entry) => ({ entry, often: counts.holding('paragraph', lexicon.termId(entry.term)) }))
      .toSorted((a, b) => a.often - b.often)
      .filter(({ often }, place) => place < RAREST || often <= all * COMMON_SHARE)
      .map(({ entry }) => entry);
  }

  function search(query: Query, part: Part): number[] {
    const terms = telling(query.terms);
    const codes = terms.map(({ term }) => lexicon.codeOf(lexicon.termId(term)));
    const weights = new Map(codes.map((code, at) => [code, terms[at]?.weight ?? 1]));
    const find = (admit: (id: number, code: string) => boolean): { id: number }[] =>
      index.search(codes.join(' '), {
        tokenize: (text) => text.split(' ').filter(Boolean),
        boostTerm: (code) => weights.get(code) ?? 1,
        // MiniSearch does not score paragraphs that are not admitted, which saves most of the cost of searching.
        boostDocument: (id, code) => (admit(id, code) ? 1 : 0),
      });
    const promises = promisesOf(terms, codes, part, find);
    const enough = PROMISING * atPlace(promises, BLOCKS);
    return find((id) => (promises[id] as number) > 0 && (promises[id] as number) >= enough)
      .slice(0, BLOCKS)
      .map(({ id }) => id);
  }

  /** An estimate of each paragraph's score, by id; 0 outside the part. */
  function promisesOf(
    terms: readonly QueryTerm[],
    codes: readonly string[],
    part: Part,
    find: (admit: (id: number, code: string) => boolean) => unknown,
  ): Float32Array {
    const all = counts.texts('paragraph');
    const values = new Map(
      terms.map(({ term, weight }, at) => {
        const often = counts.holding('paragraph', lexicon.termId(term));
        return [codes[at], weight * Math.log(1 + (all - often + 0.5) / (often + 0.5))];
      }),
    );
    const sums = new Float32Array(made);
    const matched = new Uint8Array(made);
    let last = '';
    let value = 0;
    find((id, code) => {
      if (code !== last) [last, value] = [code, values.get(code) ?? 0];
      if (part.partial && !part.has(slotOf(id))) return false;
      sums[id] = (sums[id] as number) + value;
      matched[id] = (matched[id] as number) + 1;
      return false;
    });
    // MiniSearch, too, multiplies the score by the number of query terms that matched.
    for (let id = 0; id < sums.length; id++) sums[id] = (sums[id] as number) * (matched[id] as number);
    return sums;
  }

  return {
    search,
    block,
    *adding({ document, tokens }) {
      const ids: number[] = [];
      for (const { from, to } of sentenceRuns(document)) {
        const id = writer.add(termsOf(tokens, from, to, lexicon));
        made = id + 1;
        places = withRoom(places, made * EACH - 1);
        places.set([NOWHERE, from, to], id * EACH);
        ids.push(id);
        yield;
      }
      return ids;
    },
    show(ids, { slot, document, tokens }) {
      articles.set(slot, { document, tokens });
      for (const id of ids) places[id * EACH + SLOT] = slot;
    },
    remove(ids) {
      for (const id of ids) {
        index.discard(id);
        articles.delete(slotOf(id));
        places[id * EACH + SLOT] = NOWHERE;
      }
    },
  };
}

/** The value at a rank (from 1) in descending order; 0 when fewer are above 0. */
function atPlace(values: Float32Array, place: number): number {
  const sorted = values.filter((value) => value > 0).toSorted();
  return sorted.at(-place) ?? 0;
}

/** Longer paragraphs are searched in parts of this many sentences. */
const LONGEST_BLOCK = 100;

/** The paragraphs of a document as runs of sentences. */
export function sentenceRuns({ sentences }: Document): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [index, { paragraph }] of sentences.entries()) {
    const last = found.at(-1);
    const isLong = last !== undefined && last.to - last.from >= LONGEST_BLOCK;
    if (last && !isLong && sentences[last.from]?.paragraph === paragraph) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  }
  return found;
}

function* termsOf(tokens: DocumentTokens, from: number, to: number, lexicon: Lexicon): Generator<number> {
  const end = valueAt(tokens.starts, to);
  for (let at = valueAt(tokens.starts, from); at < end; at++) {
    const word = wordIn(tokens.tokens, at);
    if (!(lexicon.classOf(word) & CLASS.stop)) yield lexicon.termOf(word);
  }
}
