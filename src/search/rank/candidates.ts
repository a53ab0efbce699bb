import type { Document, Sentence } from '../../article/article.ts';
import type { TermCounts } from '../index/levels.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { createMatcher, matchDocument, type DocumentMatch } from './matching.ts';
import type { Query } from '../question/question.ts';
import { articleFrequencies, bm25, conceptWeights, frequencies } from './scoring.ts';
import type { DocumentTokens } from '../index/tokens.ts';
import { valueAt } from '../index/room.ts';

/** A sentence that may answer, with its BM25+ scores at three levels (unbounded, >= 0). */
export type Candidate = Readonly<{
  document: Document;
  sentence: Sentence;
  /** Index of the sentence in its document. */
  at: number;
  /** Its surroundings, including itself, as sentence indexes: `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
  match: DocumentMatch;
  scores: Readonly<{ sentence: number; around: number; article: number }>;
  /** The weighted sum of the three scores. */
  score: number;
}>;

/** The parts of the index that scoring needs. */
export type Archive = Readonly<{
  lexicon: Lexicon;
  counts: TermCounts;
}>;

/** A run of sentences to score: one paragraph of a document. */
export type ScoredParagraph = Readonly<{
  document: Document;
  tokens: DocumentTokens;
  from: number;
  to: number;
}>;

/** Candidates, and the weight of each of the question's concepts. */
export type Found = Readonly<{
  candidates: readonly Candidate[];
  /** The inverse document frequency of each concept among sentences. */
  weights: Float64Array;
  lexicon: Lexicon;
}>;

/** Weights of the levels. Surroundings add 3.5 points of recall at 40 (docs/answers.md). */
const LEVEL_WEIGHTS = { sentence: 1, around: 0.7, article: 0.1 } as const;
/**
 * Number of sentences before and after a sentence that are its surroundings. Paragraph borders are ignored, so that the same text gets
 * the same answers when each sentence is a paragraph.
 */
const AROUND = 2;

/** Sentences to keep regardless of the words they share with the question. */
export type Also = ReadonlySet<Sentence>;

/** Scores the sentences of paragraphs at three levels. Keeps the `limit` best and those of `also`, best first. */
export function scoreBlocks(
  query: Query,
  blocks: Iterable<ScoredParagraph>,
  { lexicon, counts }: Archive,
  limit: number,
  also: Also = new Set(),
): Found {
  const matcher = createMatcher(query, lexicon);
  const weights = conceptWeights(query.concepts, 'sentence', counts, lexicon);
  const articleWeights = conceptWeights(query.concepts, 'article', counts, lexicon);
  const average = { sentence: counts.averageLength('sentence'), article: counts.averageLength('article') };
  const concepts = query.concepts.length;
  const matches = new Map<Document, { match: DocumentMatch; article: number }>();
  const open = (document: Document, tokens: DocumentTokens): { match: DocumentMatch; article: number } => {
    const match = matchDocument(document, tokens, matcher);
    const frequency = articleFrequencies(matcher, tokens);
    const known = { match, article: bm25(frequency, articleWeights, tokens.length, average.article) };
    matches.set(document, known);
    return known;
  };
  const candidates: Candidate[] = [];
  for (const { document, tokens, from: first, to: last } of blocks) {
    const { match, article } = matches.get(document) ?? open(document, tokens);
    for (let at = first; at < last; at++) {
      const sentence = document.sentences[at];
      if (!sentence) continue;
      const [from, to] = [Math.max(0, at - AROUND), Math.min(document.sentences.length, at + AROUND + 1)];
      const neighbours = Array.from({ length: to - from }, (_, offset) => match.sentence(from + offset));
      const length = tokens.lengths.subarray(from, to).reduce((sum, words) => sum + words, 0);
      const scores = {
        sentence: bm25(
          frequencies(concepts, [match.sentence(at)]),
          weights,
          valueAt(tokens.lengths, at),
          average.sentence,
        ),
        around: bm25(frequencies(concepts, neighbours), weights, length, average.sentence * (2 * AROUND + 1)),
        article,
      };
      const score =
        scores.sentence * LEVEL_WEIGHTS.sentence +
        scores.around * LEVEL_WEIGHTS.around +
        scores.article * LEVEL_WEIGHTS.article;
      candidates.push({ document, sentence, at, from, to, match, scores, score });
    }
  }
  return {
    candidates: candidates
      .toSorted((a, b) => b.score - a.score)
      .filter(({ sentence }, place) => place < limit || also.has(sentence)),
    weights,
    lexicon,
  };
}
