import type { Trust } from './trust.ts';

/** Scores of a sentence that the reader has read. */
export type ReadSentence = Readonly<{
  /** The mean of its best and its average margin over the windows that contain it. A difference of logits. */
  margin: number;
  /** The cosine of its vector and the question's. */
  similarity: number;
  /** Its score by words alone. */
  words: number;
}>;

/** A property that distinguishes answers from other sentences that were read. */
export type ReadFeature = Readonly<{
  name: string;
  why: string;
  value(sentence: ReadSentence, trust: Trust): number;
}>;

/** The features of ranking with the reader. `npm run fit` fits their weights. */
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
    value: ({ words }, { held }) => (words * held) / 10,
  },
  {
    name: 'words that lead',
    why: 'the more so the further the first sentence is ahead of the second',
    value: ({ words }, { lead }) => (words * lead) / 10,
  },
];
