import type { Document, Sentence } from '../../article/article.ts';
import type { LevelCounts } from '../index/levels.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { createMatcher, matchDocument, type DocumentMatch, type Related } from './matching.ts';
import type { Query } from '../question/question.ts';
import { articleFrequencies, bm25, conceptWeights, frequencies, type Background } from './scoring.ts';
import type { DocumentTokens } from '../index/tokens.ts';

/** A sentence that may answer, with its scores at three levels (BM25+, unbounded, >= 0). */
export type Candidate = Readonly<{
  document: Document;
  sentence: Sentence;
  /** Index of the sentence in its document. */
  at: number;
  /** Indexes of its paragraph's sentences: `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
  match: DocumentMatch;
  scores: Readonly<{ sentence: number; paragraph: number; article: number }>;
  /** The weighted sum that chose it. */
  score: number;
}>;

/** What scoring a question's candidates needs of the index. */
export type Archive = Readonly<{
  lexicon: Lexicon;
  counts: LevelCounts;
  related: Related;
  background: Background;
}>;

/** A run of sentences to consider: one paragraph of a document. */
export type Block = Readonly<{ document: Document; tokens: DocumentTokens; from: number; to: number }>;

/** Candidates and how telling each of the question's concepts is. */
export type Found = Readonly<{
  candidates: readonly Candidate[];
  /** Of each concept of the query, the inverse document frequency among sentences. */
  weights: Float64Array;
  lexicon: Lexicon;
}>;

/** Weights of the levels, chosen by trying: more of the paragraph or article ranks worse. */
const LEVEL_WEIGHTS = { sentence: 1, paragraph: 0.7, article: 0.1 } as const;

/** Scores the sentences of paragraphs at three levels and keeps the `limit` best, best first. */
export function scoreBlocks(query: Query, blocks: Iterable<Block>, archive: Archive, limit: number): Found {
  const { lexicon, counts } = archive;
  const matcher = createMatcher(query, lexicon, archive.related);
  const weigh = (level: 'sentence' | 'paragraph' | 'article'): Float64Array =>
    conceptWeights(query.concepts, level, counts, lexicon, archive.background);
  const weights = { sentence: weigh('sentence'), paragraph: weigh('paragraph'), article: weigh('article') };
  const average = {
    sentence: counts.averageLength('sentence'),
    paragraph: counts.averageLength('paragraph'),
    article: counts.averageLength('article'),
  };
  const concepts = query.concepts.length;
  const matches = new Map<Document, { match: DocumentMatch; article: number }>();
  const open = (document: Document, tokens: DocumentTokens): { match: DocumentMatch; article: number } => {
    const match = matchDocument(document, tokens, matcher);
    const frequency = articleFrequencies(matcher, tokens);
    return { match, article: bm25(frequency, weights.article, tokens.length, average.article) };
  };
  const candidates: Candidate[] = [];
  for (const { document, tokens, from, to } of blocks) {
    let known = matches.get(document);
    if (!known) matches.set(document, (known = open(document, tokens)));
    const { match, article } = known;
    const inside = Array.from({ length: to - from }, (_, offset) => match.sentence(from + offset));
    const length = tokens.paragraphLengths[document.sentences[from]?.paragraph ?? 0] ?? 0;
    const paragraph = bm25(frequencies(concepts, inside), weights.paragraph, length, average.paragraph);
    for (const [offset, found] of inside.entries()) {
      const at = from + offset;
      const sentence = document.sentences[at];
      if (!sentence) continue;
      const own = bm25(
        frequencies(concepts, [found]),
        weights.sentence,
        tokens.lengths[at] ?? 0,
        average.sentence,
      );
      const scores = { sentence: own, paragraph, article };
      const score =
        own * LEVEL_WEIGHTS.sentence + paragraph * LEVEL_WEIGHTS.paragraph + article * LEVEL_WEIGHTS.article;
      candidates.push({ document, sentence, at, from, to, match, scores, score });
    }
  }
  return {
    candidates: candidates.toSorted((a, b) => b.score - a.score).slice(0, limit),
    weights: weights.sentence,
    lexicon,
  };
}
