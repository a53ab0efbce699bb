import type { Ranked } from './rank.ts';

/** What is known of a sentence that the reader has read. */
export type ReadSentence = Readonly<{
  articleId: string;
  /** The mean of its best and its average margin over the windows it stands in. A difference of logits. */
  margin: number;
  /** The cosine of its vector and the question's. */
  similarity: number;
  /** Its score by words alone. */
  words: number;
}>;

/** What is known of all that was read for a question. */
type Context = Readonly<{
  /** How far words tell which sentence answers, 0 to 1: {@link trustIn}. */
  trust: number;
  /** The best score by words in the sentence's article. */
  wordsOfArticle: number;
}>;

/** One thing that tells an answer from other sentences that were read. */
export type ReadFeature = Readonly<{
  name: string;
  why: string;
  value(sentence: ReadSentence, context: Context): number;
}>;

/** The features of ranking with the reader; the weights are fitted by `npm run fit`. */
export const READ_FEATURES: readonly ReadFeature[] = [
  {
    name: 'margin',
    why: 'how much better the best span of the sentence answers than "no answer here"',
    value: ({ margin }) => margin / 10,
  },
  {
    name: 'margin below zero',
    why: 'below zero the reader sees no answer: how far below tells less than how far above',
    value: ({ margin }) => Math.min(0, margin) / 10,
  },
  {
    name: 'similarity',
    why: 'a sentence about what is asked, in whatever words',
    value: ({ similarity }) => similarity,
  },
  {
    name: 'words',
    why: 'where the question is asked in the words of the article, these point to the sentence',
    value: ({ words }, { trust }) => (words * trust) / 10,
  },
  {
    name: 'words of the article',
    why: 'the article that holds the words of the question is the one asked about, whichever of its sentences answers',
    value: (_, { wordsOfArticle }) => wordsOfArticle / 10,
  },
];

/** The values of {@link READ_FEATURES} for each sentence that was read for a question. */
export function readFeatureValues(sentences: readonly ReadSentence[], trust: number): Float64Array[] {
  const best = new Map<string, number>();
  for (const { articleId, words } of sentences)
    best.set(articleId, Math.max(words, best.get(articleId) ?? Number.NEGATIVE_INFINITY));
  return sentences.map((sentence) => {
    const wordsOfArticle = best.get(sentence.articleId) ?? sentence.words;
    return Float64Array.from(READ_FEATURES, ({ value }) => value(sentence, { trust, wordsOfArticle }));
  });
}

/** From which share of the question, held by one sentence, words begin to be trusted, and from which they fully are. */
const TRUST_FROM = 0.5;
const TRUST_FULL = 0.8;

/**
 * How far words tell which sentence answers, 0 to 1: it grows with the share of the question that the best candidate holds.
 * Whoever asks in the article's words is answered by them; whoever asks in their own is misled.
 */
export function trustIn([first]: readonly Ranked[]): number {
  const held = ((first?.look.bestShare ?? 0) - TRUST_FROM) / (TRUST_FULL - TRUST_FROM);
  return Math.min(1, Math.max(0, held));
}
