import { readQuestion, type AnswerKind } from '../search/question.ts';
import type { Ranked, Ranker } from '../search/rank.ts';
import type { Scope, SearchIndex } from '../search/search-index.ts';
import type { Synonyms } from '../search/synonyms.ts';
import { passageOf, type Answer, type Passage, type Verdict } from './answer.ts';
import { answeringSpans } from './spans.ts';

/** A question and where to look. */
export type Request = Readonly<{
  question: string;
  /** Which articles are searched; all when absent. */
  scope?: Scope;
  /** What kind of thing the answer is, when the asker's command knows better than the question's words. */
  kind?: AnswerKind;
}>;

/** Puts a question to the articles. */
export type SearchEngine = (request: Request) => Answer;

/** From what confidence an answer is `found`, and from what `unsure`; 0 to 1. */
export type Thresholds = Readonly<{ found: number; unsure: number }>;

/** How many candidates are ranked: RANKING measured 97 % recall at 40. */
const CANDIDATES = 40;
const MAX_PASSAGES = 10;
const MAX_NEAREST = 3;

/** Makes the answering function over one index. */
export function createEngine(
  index: SearchIndex,
  synonyms: Synonyms,
  rank: Ranker,
  thresholds: Thresholds,
): SearchEngine {
  return ({ question, scope, kind }) => {
    const read = readQuestion(question, index, synonyms);
    const query = kind ? { ...read, kind } : read;
    const candidates = index.candidates(query, CANDIDATES, scope);
    const ranked = rank(query, candidates);
    const confidence = confidenceOf(query.unknown, ranked);
    const verdict = verdictOf(confidence, thresholds);
    const passages = ranked.slice(0, MAX_PASSAGES).map((entry) => {
      const passage = passageOf(entry.document, entry.sentence, entry.rank);
      return { ...passage, spans: answeringSpans(query, passage) };
    });
    return {
      verdict,
      confidence,
      passages: verdict === 'nothing' ? [] : passages,
      nearest: verdict === 'nothing' ? passages.slice(0, MAX_NEAREST) : [],
      matching: matching(candidates),
      searched: searched(index, scope),
      unknown: query.unknown,
      readAs: query.readAs,
    };
  };
}

function confidenceOf(unknown: readonly string[], ranked: readonly Ranked[]): number {
  const [best] = ranked;
  if (!best) return 0;
  const names = unknown.filter((word) => /^\p{Lu}|\p{N}/u.test(word)).length;
  return best.coverage * 0.5 ** (names * 2 + (unknown.length - names));
}

function verdictOf(confidence: number, { found, unsure }: Thresholds): Verdict {
  if (confidence >= found) return 'found';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

function matching(candidates: readonly { document: Passage['document'] }[]): Answer['matching'] {
  return { sentences: candidates.length, articles: new Set(candidates.map(({ document }) => document)).size };
}

function searched(index: SearchIndex, scope: Scope = () => true): Answer['searched'] {
  const documents = index.documents().filter(({ article }) => scope(article));
  return {
    articles: documents.length,
    sentences: documents.reduce((sum, { sentences }) => sum + sentences.length, 0),
  };
}
