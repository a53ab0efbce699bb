import type { Feature } from './feature.ts';
import { coverage } from './look.ts';
import { MATCHES } from '../matching.ts';

const ALL = MATCHES.length - 1;
const share = (value: number, best: number): number => (best > 0 ? value / best : 0);

/** BM25+ at three levels: how much each says in itself, and compared with the best candidate. */
export const SCORE_FEATURES: readonly Feature[] = [
  {
    name: 'sentence score',
    why: 'BM25+ of the sentence over the sum of all concept weights: shared telling words, short sentences first',
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
    name: 'sentence score to best',
    why: 'a sentence far below the best one seldom answers, however low all scores are',
    value: ({ candidate, top }) => share(candidate.scores.sentence, top.sentence),
  },
  {
    name: 'paragraph score to best',
    why: 'the same for its paragraph',
    value: ({ candidate, top }) => share(candidate.scores.paragraph, top.paragraph),
  },
  {
    name: 'article score to best',
    why: 'the same for its article',
    value: ({ candidate, top }) => share(candidate.scores.article, top.article),
  },
  {
    name: 'score to best',
    why: 'the sum by which candidates were chosen, compared with the first',
    value: ({ candidate, top }) => share(candidate.score, top.score),
  },
  {
    name: 'coverage to best',
    why: 'no other candidate holds more of the question',
    value: (look) => coverage(look, look.own, ALL) - look.top.coverage,
  },
];

const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 1e-9);
