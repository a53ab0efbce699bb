import { background, isCommonWord } from '../search/rank/language.ts';
import type { Look } from '../search/rank/features/look.ts';
import { MATCHES, NO_MATCH } from '../search/rank/matching.ts';
import type { Concept } from '../search/question/question.ts';
import type { Ranked } from '../search/rank/rank.ts';
import { oftenIn } from '../search/index/tokens.ts';

/** Matches this sure say what the word says: synonyms come from the newsroom's own list. Related and similar words may not. */
export const SURE = MATCHES.indexOf('synonym');
export const ANY = MATCHES.length - 1;

/** The first candidate and what of the question stands around it. */
export type Best = Readonly<{
  look: Look;
  ranked: readonly [Ranked, ...Ranked[]];
  /** For each concept the surest match in the sentence, which is also about those that the headline names. */
  own: Uint8Array;
  /** The same in the sentence and its two neighbours. */
  beside: Uint8Array;
  /** The same in the paragraph and the headline. */
  near: Uint8Array;
  /** Whether the article, and whether anything searched, holds the concept's own word. */
  inArticle: readonly boolean[];
  anywhere: readonly boolean[];
  /** How telling each concept is in English at large, 0 to 1: an archive of one article cannot know. */
  telling: Float64Array;
}>;

/** Sentences of English at large among which a word's rareness is told. */
const SENTENCES = 1000;
const MOST = Math.log(2 * SENTENCES + 2);

/** How telling a term is: 1 when English at large hardly holds it, 0 when all its sentences do. */
const tellingOf = (term: string): number => {
  const holding = background(term) * SENTENCES;
  return Math.log(1 + (SENTENCES - holding + 0.5) / (holding + 0.5)) / MOST;
};

/** Looks around the first of ranked candidates; undefined when there are none. */
export function bestOf([first, ...rest]: readonly Ranked[]): Best | undefined {
  if (!first) return undefined;
  const { look, match } = first;
  const { concepts } = look.query;
  const size = concepts.length;
  const inside = Array.from({ length: first.to - first.from }, (_, offset) =>
    match.sentence(first.from + offset),
  );
  const beside = [look.own, look.previous, look.next].flatMap((found) => found ?? []);
  // All sentences are about what the headline names ("the company", "the deal").
  const headed = match.headline.best.map((kind, index) => {
    const concept = concepts[index];
    return concept && isNameLike(concept) ? kind : NO_MATCH;
  });
  const own = ({ stands }: Concept): string[] =>
    stands.filter(({ origin }) => origin !== 'synonym').map(({ term }) => term);
  return {
    look,
    ranked: [first, ...rest],
    own: surest(size, [look.own.best, headed]),
    beside: surest(size, [...beside.map(({ best }) => best), headed]),
    near: surest(
      size,
      [...inside, match.headline].map(({ best }) => best),
    ),
    inArticle: concepts.map((concept) =>
      own(concept).some((term) => oftenIn(match.tokens, look.found.lexicon.termId(term)) > 0),
    ),
    anywhere: concepts.map((concept) => own(concept).length > 0),
    telling: Float64Array.from(concepts, ({ term }) => tellingOf(term)),
  };
}

/** A name in small letters ("openai valuation") is known by being no word of everyday English. */
export const isNameLike = ({ capital, number, term }: Concept): boolean =>
  capital || number || !isCommonWord(term);

function surest(concepts: number, matches: readonly Uint8Array[]): Uint8Array {
  const found = new Uint8Array(concepts).fill(NO_MATCH);
  for (const best of matches)
    for (let index = 0; index < concepts; index++)
      found[index] = Math.min(found[index] ?? NO_MATCH, best[index] ?? NO_MATCH);
  return found;
}
