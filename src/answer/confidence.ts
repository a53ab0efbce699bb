import { shareOfSentences } from '../english/common-words.ts';
import { isKnownWord } from '../english/known-words.ts';
import { isExact, longestRun, strongest } from '../search/rank/features.ts';
import { coverage, SURE, type Look } from '../search/rank/look.ts';
import { weightedSum, type Weights } from '../search/rank/rank.ts';
import type { Concept, Query } from '../search/question/question.ts';
import { oftenIn } from '../search/index/tokens.ts';
import { OBJECTIONS, type ObjectionKind } from './support/support.ts';

/** What confidence is computed from: the first candidate, how it got there, and how the reader scored it. */
export type First = Readonly<{
  look: Look;
  /** Its score, and its lead over the second. */
  score: number;
  lead: number;
  /** Absent when words alone decided. */
  read?: Readonly<{
    /** Its margin in the windows, where a sentence that leans on its neighbours is understood. */
    margin: number;
    /** The best such margin of another sentence; its own when there is none. */
    otherMargin: number;
    /** The probability of its best span among the best spans of all sentences and "no answer here", 0 to 1. */
    probability: number;
    similarity: number;
    /** Its similarity minus the mean similarity of the sentences that were read. */
    similarityOverMean: number;
    /** The share of the three rankings (words, meaning, reader) in which it is first. */
    agreement: number;
    holdsKind: boolean;
    /** Objections to it, such as another year or another buyer. */
    against: ReadonlySet<ObjectionKind>;
  }>;
}>;

/** A value that separates answers from near misses. */
export type Signal = Readonly<{ name: string; why: string; value(first: First): number }>;

/**
 * Whether a concept is a number or a name. Where a question has no capitals, a name is a word that is not known in English; where it has,
 * such a word is a rare one or a slip.
 */
const isNameLike = ({ concepts }: Query) => {
  const typedSmall = !concepts.some(({ capital }) => capital);
  return ({ capital, number, folded }: Concept): boolean =>
    capital || number || (typedSmall && !isKnownWord(folded));
};

/** How rare a concept is in general English, 0 to 1, because an archive of one article cannot tell. */
const telling = ({ term }: Concept): number => 1 / (1 + 500 * shareOfSentences(term));

/** The share of the question, weighted by rarity, whose concepts satisfy `holds`. */
function part({ query }: Look, holds: (concept: Concept, index: number) => boolean): number {
  let all = 0;
  let held = 0;
  for (const [index, concept] of query.concepts.entries()) {
    all += telling(concept);
    if (holds(concept, index)) held += telling(concept);
  }
  return all > 0 ? held / all : 1;
}

const around = (look: Look): number => {
  const { match, from, to } = look.candidate;
  const near = [
    match.headline,
    ...Array.from({ length: to - from }, (_, offset) => match.sentence(from + offset)),
  ];
  return part(look, (_, index) => near.some(({ best }) => (best[index] ?? SURE + 1) <= SURE));
};

const missingNames = ({ query, candidate, lexicon }: Look): number => {
  const isMissing = ({ stands }: Concept): boolean =>
    !stands.some(({ term }) => oftenIn(candidate.match.tokens, lexicon.termId(term)) > 0);
  return Math.min(2, query.concepts.filter(isNameLike(query)).filter(isMissing).length);
};

/** The signals used with and without the reader. */
const SHARED: readonly Signal[] = [
  { name: 'always', why: 'the base rate', value: () => 1 },
  {
    name: 'coverage',
    why: 'how much of the question the sentence holds',
    value: ({ look }) => part(look, (_, index) => (look.own.best[index] ?? SURE + 1) <= SURE),
  },
  {
    name: 'coverage around',
    why: 'how much of it the sentence, its neighbours and the headline hold together',
    value: ({ look }) => around(look),
  },
  {
    name: 'names missing',
    why: 'someone or something the question names is not in the article',
    value: ({ look }) => missingNames(look),
  },
  {
    name: 'lead',
    why: 'without an answer the first is hardly better than the second',
    value: ({ lead }) => Math.min(1, lead / 5),
  },
  {
    name: 'telling words',
    why: 'a question of one or two telling words is matched by chance',
    value: ({ look }) => Math.log(1 + look.query.concepts.length),
  },
];

/** Signals for answers found by words alone. */
export const WORD_SIGNALS: readonly Signal[] = [
  ...SHARED,
  { name: 'score', why: 'the first candidate is good in itself', value: ({ score }) => score / 10 },
  {
    name: 'longest run',
    why: 'a run of the question repeated word for word',
    value: ({ look }) => longestRun(look) / Math.max(1, look.asked.length),
  },
  {
    name: 'weighty coverage',
    why: 'the same as the archive weighs the words',
    value: ({ look }) => coverage(look.shares, look.own, SURE),
  },
  {
    name: 'lacks what is asked for',
    why: 'a sentence without a number does not say how many, one without a name not who',
    value: ({ look }) => (isExact(look) ? 1 - strongest(look) : 0),
  },
];

/** Signals for answers that the reader has read. */
export const READ_SIGNALS: readonly Signal[] = [
  ...SHARED,
  {
    name: 'margin',
    why: 'the reader prefers a span of it to "no answer here"',
    value: ({ read }) => (read?.margin ?? 0) / 10,
  },
  {
    name: 'margin above zero',
    why: 'far above zero each further step tells less',
    value: ({ read }) => Math.max(0, read?.margin ?? 0) / 10,
  },
  {
    name: 'probability',
    why: 'many sentences with a good span make each of them doubtful',
    value: ({ read }) => read?.probability ?? 0,
  },
  { name: 'similarity', why: 'it is about what is asked', value: ({ read }) => read?.similarity ?? 0 },
  {
    name: 'similarity over the mean',
    why: 'in an article about one thing all sentences are about what is asked',
    value: ({ read }) => read?.similarityOverMean ?? 0,
  },
  {
    name: 'agreement',
    why: 'words, meaning and reader seldom agree on a wrong sentence',
    value: ({ read }) => read?.agreement ?? 0,
  },
  {
    name: 'margin over the others',
    why: 'another sentence that answers as well makes either doubtful',
    value: ({ read }) => Math.max(-1, Math.min(1, ((read?.margin ?? 0) - (read?.otherMargin ?? 0)) / 10)),
  },
  {
    name: 'no span of the kind',
    why: 'the reader found nothing of the kind that is asked for',
    value: ({ read }) => (read?.holdsKind === false ? 1 : 0),
  },
  ...OBJECTIONS.map(({ kind, why }): Signal => ({
    name: kind,
    why,
    value: ({ read }) => (read?.against.has(kind) ? 1 : 0),
  })),
];

/** The signals for the way an answer was found. */
export const signalsFor = (first: First): readonly Signal[] => (first.read ? READ_SIGNALS : WORD_SIGNALS);

/** The values of its signals, on which weights are fitted. */
export const signalValues = (first: First): Float64Array =>
  Float64Array.from(signalsFor(first), (signal) => signal.value(first));

/** The probability (0 to 1) that the first candidate answers, from fitted weights. */
export function confidenceOf(first: First, weights: Weights): number {
  return 1 / (1 + Math.exp(-weightedSum(signalsFor(first), signalValues(first), weights)));
}

/** A question asks about something else when at least this share of it is words that no searched article contains. */
const BEYOND = 0.25;

/**
 * Whether a question asks about something that no searched article mentions in any spelling: a person, thing or number by name, or, when
 * words alone decide, a common English word in a short question ("What is Ann Lee's salary?").
 */
export function asksBeyond(query: Query, byWords: boolean): boolean {
  const needed = query.concepts.filter(({ target }) => !target);
  const beyond = needed.filter(({ stands }) => stands.length === 0);
  return beyond.some(isNameLike(query)) || (byWords && beyond.length >= Math.max(1, BEYOND * needed.length));
}
