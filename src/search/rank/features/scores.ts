import type { Feature } from './feature.ts';

/** BM25+ at three levels over the sum of all concept weights, and the sum that chose the candidates. */
export const SCORE_FEATURES: readonly Feature[] = [
  {
    name: 'sentence score',
    why: 'BM25+ of the sentence: shared telling words, short sentences first',
    value: ({ candidate, found }) => candidate.scores.sentence / total(found.weights),
  },
  {
    name: 'paragraph score',
    why: 'BM25+ of the paragraph: the words that an answer leaves to its neighbours',
    value: ({ candidate, found }) => candidate.scores.paragraph / total(found.weights),
  },
  {
    name: 'article score',
    why: 'BM25+ of the article with its headline: what the sentence is about without saying so',
    value: ({ candidate, found }) => candidate.scores.article / total(found.weights),
  },
  {
    name: 'score to best',
    why: 'a sentence far below the best one seldom answers, however low all scores are',
    value: ({ candidate, best }) => (best > 0 ? candidate.score / best : 0),
  },
];

const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 1e-9);
