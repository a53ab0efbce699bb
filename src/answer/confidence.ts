import type { Look } from '../search/features/look.ts';
import { coverage } from '../search/features/look.ts';
import { MATCHES, NO_MATCH, type SentenceMatch } from '../search/matching.ts';
import type { Concept } from '../search/question.ts';
import type { Ranked, Weights } from '../search/rank.ts';

/** One thing that tells an answer from a near miss, read from the ranked candidates. */
export type Signal = Readonly<{ name: string; why: string; value(best: Best): number }>;

/** The first candidate and what stands around it. */
type Best = Readonly<{
  look: Look;
  ranked: readonly [Ranked, ...Ranked[]];
  /** For each concept the surest match in the paragraph or headline, and in the article. */
  near: Uint8Array;
  article: Uint8Array;
}>;

const ALL = MATCHES.length - 1;
/** Matches this sure count as the word itself; synonyms and looser ones do not. */
const SURE = MATCHES.indexOf('spelling');

function held(
  look: Look,
  best: Uint8Array,
  kind: number,
  sort: (concept: Concept) => boolean = () => true,
): number {
  let all = 0;
  let found = 0;
  for (const [index, concept] of look.query.concepts.entries()) {
    if (!sort(concept)) continue;
    const share = look.shares[index] ?? 0;
    all += share;
    if ((best[index] ?? NO_MATCH) <= kind) found += share;
  }
  return all > 0 ? found / all : 1;
}

const missing = (best: Uint8Array, look: Look, sort: (concept: Concept) => boolean): number =>
  look.query.concepts.filter((concept, index) => sort(concept) && (best[index] ?? NO_MATCH) > SURE).length;

const isName = ({ capital }: Concept): boolean => capital;
const isNumber = ({ number }: Concept): boolean => number;
const strongest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);

/** All signals; the weights are fitted on questions whose article or paragraph was taken away. */
export const SIGNALS: readonly Signal[] = [
  { name: 'always', why: 'the base rate', value: () => 1 },
  {
    name: 'coverage',
    why: 'how much of the question the sentence holds',
    value: ({ look }) => coverage(look, look.own, ALL),
  },
  {
    name: 'sure coverage',
    why: 'the same by the words themselves',
    value: ({ look }) => coverage(look, look.own, SURE),
  },
  {
    name: 'paragraph coverage',
    why: 'how much of it the sentence, its paragraph and the headline hold together',
    value: ({ look, near }) => held(look, near, ALL),
  },
  {
    name: 'sure paragraph coverage',
    why: 'the same by the words themselves',
    value: ({ look, near }) => held(look, near, SURE),
  },
  {
    name: 'article coverage',
    why: 'words that the whole article lacks: it is about something else',
    value: ({ look, article }) => held(look, article, SURE),
  },
  {
    name: 'names missing nearby',
    why: 'someone the question names is not mentioned in the paragraph',
    value: ({ look, near }) => Math.min(2, missing(near, look, isName)),
  },
  {
    name: 'names missing',
    why: 'someone the question names is not mentioned in the article',
    value: ({ look, article }) => Math.min(2, missing(article, look, isName)),
  },
  {
    name: 'numbers missing',
    why: 'a number or year of the question is not in the article',
    value: ({ look, article }) => Math.min(2, missing(article, look, isNumber)),
  },
  {
    name: 'unknown share',
    why: 'telling words that nothing searched holds',
    value: ({ look }) =>
      look.query.concepts.reduce(
        (sum, { stands }, index) => sum + (stands.length === 0 ? (look.shares[index] ?? 0) : 0),
        0,
      ),
  },
  {
    name: 'heaviest missing nearby',
    why: 'the most telling word is not in the paragraph',
    value: ({ look, near }) =>
      look.query.concepts.reduce(
        (most, _, index) =>
          (near[index] ?? NO_MATCH) > SURE ? Math.max(most, look.shares[index] ?? 0) : most,
        0,
      ),
  },
  { name: 'rank', why: 'the first candidate is good in itself', value: ({ ranked }) => ranked[0].rank / 10 },
  {
    name: 'margin',
    why: 'the first candidate is clearly ahead of the second',
    value: ({ ranked: [first, second] }) => Math.min(3, first.rank - (second?.rank ?? first.rank - 3)),
  },
  {
    name: 'share of the list',
    why: 'how likely the ranker holds its first candidate',
    value: ({ ranked }) => 1 / ranked.reduce((sum, { rank }) => sum + Math.exp(rank - ranked[0].rank), 0),
  },
  {
    name: 'evidence',
    why: 'the sentence holds the kind of thing asked for',
    value: ({ look }) => strongest(look.evidence),
  },
  {
    name: 'agreement',
    why: 'the next best candidates stand in the same article',
    value: ({ ranked }) => {
      const others = ranked.slice(1, 5);
      const same = others.filter(({ document }) => document === ranked[0].document);
      return others.length > 0 ? same.length / others.length : 1;
    },
  },
  {
    name: 'telling words',
    why: 'a question of one or two telling words is matched by chance',
    value: ({ look }) => Math.log(1 + look.query.concepts.length),
  },
  {
    name: 'weight of the matches',
    why: 'rare words shared are no chance, whatever their share of the question',
    value: ({ look, near }) =>
      look.found.weights.reduce(
        (sum, weight, index) => sum + ((near[index] ?? NO_MATCH) <= SURE ? weight : 0),
        0,
      ) / 30,
  },
];

/** The values of {@link SIGNALS} for ranked candidates, best first; undefined when there are none. */
export function signalsOf(ranked: readonly Ranked[]): Float64Array | undefined {
  const [first, ...rest] = ranked;
  if (!first) return undefined;
  const { look, match } = first;
  const inside = Array.from({ length: first.to - first.from }, (_, offset) =>
    match.sentence(first.from + offset),
  );
  const near = surest(look.shares.length, [...inside, match.headline]);
  const all = match.document.sentences.map((_, at) => match.sentence(at));
  const best: Best = {
    look,
    ranked: [first, ...rest],
    near,
    article: surest(look.shares.length, [...all, match.headline]),
  };
  return Float64Array.from(SIGNALS, (signal) => signal.value(best));
}

function surest(concepts: number, matches: readonly SentenceMatch[]): Uint8Array {
  const found = new Uint8Array(concepts).fill(NO_MATCH);
  for (const { best } of matches)
    for (let index = 0; index < concepts; index++)
      found[index] = Math.min(found[index] ?? NO_MATCH, best[index] ?? NO_MATCH);
  return found;
}

/** The probability (0 to 1) that the first candidate answers, by fitted weights; 0 without candidates. */
export function confidenceOf(ranked: readonly Ranked[], weights: Weights): number {
  const signals = signalsOf(ranked);
  if (!signals) return 0;
  let sum = 0;
  for (const [index, { name }] of SIGNALS.entries()) sum += (weights[name] ?? 0) * (signals[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
