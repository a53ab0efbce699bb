import type { Candidate } from '../search/rank/candidates.ts';
import { readQuestion, type AnswerKind } from '../search/question/question.ts';
import { linearRanker, type Weights } from '../search/rank/rank.ts';
import type { Scope, SearchIndex } from '../search/index/search-index.ts';
import type { Synonyms } from '../search/question/synonyms.ts';
import { passageOf, type Answer, type Verdict } from './answer.ts';
import { confidenceOf, asksBeyond } from './confidence.ts';
import { SPAN_WEIGHTS } from './spans/model.ts';
import { spanFinder } from './spans/spans.ts';

/** A question and where to look. */
export type Request = Readonly<{
  question: string;
  /** Which articles are searched; all when absent. */
  scope?: Scope | undefined;
  /** What kind of thing the answer is, when the asker's command knows better than the question's words. */
  kind?: AnswerKind;
}>;

/** Puts a question to the articles. */
export type SearchEngine = (request: Request) => Answer;

/** What was fitted on known answers: the weights of the features, and of the signals of confidence. */
export type Model = Readonly<{ ranking: Weights; confidence: Weights }>;

/** From what confidence an answer is `found`, and from what `unsure`; 0 to 1. */
export type Thresholds = Readonly<{ found: number; unsure: number }>;

/** How many candidates are ranked: 97.7 % of the right sentences are among 40. */
export const CANDIDATES = 40;
const MAX_PASSAGES = 10;
const MAX_NEAREST = 3;
/** How many of the first passages have their answering parts marked: those that a reply shows at once. */
const WITH_SPANS = 3;

/** Makes the answering function over one index. */
export function createEngine(
  index: SearchIndex,
  synonyms: Synonyms,
  model: Model,
  thresholds: Thresholds,
): SearchEngine {
  const rank = linearRanker(model.ranking);
  const spansOf = spanFinder(SPAN_WEIGHTS);
  return ({ question, scope, kind }) => {
    const view = index.within(scope);
    const query = readQuestion(question, view.vocabulary, synonyms, kind);
    const found = view.candidates(query, CANDIDATES);
    const ranked = rank(query, found);
    const confidence = confidenceOf(ranked, model.confidence);
    const verdict = verdictOf(confidence, asksBeyond(query), thresholds);
    const passages = ranked.slice(0, MAX_PASSAGES).map((entry, place) => {
      const passage = passageOf(entry.document, entry.sentence, entry.rank);
      return place < WITH_SPANS ? { ...passage, spans: spansOf(entry.look, passage) } : passage;
    });
    return {
      verdict,
      confidence,
      passages: verdict === 'nothing' ? [] : passages,
      nearest: verdict === 'nothing' ? passages.slice(0, MAX_NEAREST) : [],
      matching: matching(found.candidates, ranked.slice(0, WITH_SPANS)),
      searched: { articles: view.articles, sentences: view.sentences },
      unknown: query.unknown,
      readAs: query.readAs,
    };
  };
}

/** A question about what nothing searched speaks of is never `found`, however well the rest of it fits. */
function verdictOf(confidence: number, beyond: boolean, { found, unsure }: Thresholds): Verdict {
  if (confidence >= found && !beyond) return 'found';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

/** Candidates that share words with the question, and those that are shown for what stands around them. */
function matching(candidates: readonly Candidate[], shown: readonly Candidate[]): Answer['matching'] {
  const places = new Set(shown.map(({ sentence }) => sentence));
  const all = candidates.filter(({ scores, sentence }) => scores.sentence > 0 || places.has(sentence));
  return {
    sentences: all.length,
    articles: new Set(all.map(({ document }) => document)).size,
    more: candidates.length >= CANDIDATES && (candidates.at(-1)?.scores.sentence ?? 0) > 0,
  };
}
