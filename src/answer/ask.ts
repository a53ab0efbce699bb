import { isEnglish } from '../reader/readable.ts';
import { noReader, type Reader } from '../reader/reader.ts';
import type { Scope, SearchIndex } from '../search/index/search-index.ts';
import { readQuestion, type AnswerKind, type Query } from '../search/question/question.ts';
import type { Synonyms } from '../search/question/synonyms.ts';
import type { Vectors } from '../search/index/vectors.ts';
import { passageOf, type Answer, type Passage, type Verdict } from './answer.ts';
import { asksBeyond, confidenceOf } from './confidence.ts';
import type { Model } from './model.ts';
import { createPace, type ReadingPace } from './pace.ts';
import type { Finding } from './finding.ts';
import { rankCandidates } from './rank-candidates.ts';
import { spansOf } from './spans/spans.ts';
import { DECISIVE, objections } from './support/support.ts';

/** A question and where to look. */
export type Request = Readonly<{
  question: string;
  /** The articles to search; all when absent. */
  scope?: Scope | undefined;
  /** The kind of answer, when the asker's command knows it better than the question's words. */
  kind?: AnswerKind;
  /** Number of leading passages that get spans; by default as many as a reply shows at once. */
  spanned?: number;
}>;

/** Answers a question from the articles. */
export type SearchEngine = (request: Request) => Promise<Answer>;

/** The least confidence for `found` and for `unsure`, 0 to 1. Missing values default to {@link THRESHOLDS}. */
export type Thresholds = Readonly<{ found: number | undefined; unsure: number | undefined }>;

/**
 * Default thresholds with and without the reader. With it, nine in ten answers that are `found` are right (`npm run fit` prints this for
 * other thresholds); words alone are never that reliable.
 */
const THRESHOLDS = { words: { found: 0.6, unsure: 0.18 }, read: { found: 0.8, unsure: 0.1 } } as const;

/** The parts of an answering engine. */
export type EngineParts = Readonly<{
  index: SearchIndex;
  synonyms: Synonyms;
  model: Model;
  thresholds: Thresholds;
  /** Without it, or while it is overloaded, answers are found by words alone. */
  reader?: Reader;
  /** Without them, candidates are found by words alone but still read. */
  vectors?: Vectors;
  /** Limits the number of windows; shared by all engines that share a reader. By default as many as keep a reply within 600 ms. */
  pace?: ReadingPace;
}>;

/** Factor on the confidence when the question names someone or something that no searched article mentions. */
const BEYOND = 0.5;
const MAX_PASSAGES = 10;
const MAX_NEAREST = 3;
/** Number of passages that a reply shows at once. */
const SHOWN = 3;

/** Makes the function that answers questions over one index. */
export function createEngine({
  index,
  synonyms,
  model,
  thresholds,
  reader = noReader(),
  vectors,
  pace = createPace(),
}: EngineParts): SearchEngine {
  const rank = rankCandidates({ model, reader, vectors, pace });
  return async ({ question, scope, kind, spanned = SHOWN }) => {
    const view = index.within(scope);
    const query = readQuestion(question, view.vocabulary, synonyms, kind);
    const found = await rank(query, view, scope);
    const passages = found.ranked
      .slice(0, MAX_PASSAGES)
      .map((finding, place) => passage(query, finding, place < spanned));
    const beyond = asksBeyond(query, !found.byReader);
    const confidence = found.first
      ? confidenceOf(found.first, found.byReader ? model.readConfidence : model.wordsConfidence) *
        (beyond ? BEYOND : 1)
      : 0;
    const against = beyond
      ? 'asks about what nothing searched speaks of'
      : verdictAgainst(query, passages[0], found.first?.read);
    const usual = THRESHOLDS[found.byReader ? 'read' : 'words'];
    const verdict = verdictOf(
      confidence,
      against,
      thresholds.found ?? usual.found,
      thresholds.unsure ?? usual.unsure,
    );
    return {
      verdict,
      confidence,
      ...(against === undefined ? {} : { against }),
      passages: verdict === 'nothing' ? [] : passages,
      nearest: verdict === 'nothing' ? passages.slice(0, MAX_NEAREST) : [],
      matching: matching(found.ranked, found.more),
      searched: { articles: view.articles, sentences: view.sentences },
      byReader: found.byReader,
      unknown: query.unknown,
      readAs: query.readAs,
    };
  };
}

function passage(query: Query, { ranked, read, score }: Finding, spanned: boolean): Passage {
  const { document, sentence } = ranked;
  const plain = passageOf(document, sentence, score);
  return {
    ...plain,
    ...(spanned ? { spans: spansOf(query, plain, read?.spans) } : {}),
    evidence: {
      words: ranked.words,
      ...(read === undefined ? {} : { margin: read.margin }),
      ...(read?.similarity === undefined ? {} : { similarity: read.similarity }),
    },
  };
}

/** Why the first passage must not be `found`, regardless of its confidence. */
function verdictAgainst(
  query: Query,
  first: Passage | undefined,
  read: Readonly<{ holdsKind: boolean }> | undefined,
): string | undefined {
  if (!first) return 'nothing was found';
  if (read?.holdsKind === false) return 'nothing of the kind that is asked for';
  if (!isEnglish(first.document)) return undefined;
  const against = objections(query.spelt, first.document, first.sentence, first.spans[0]);
  // With the reader, confidence already weighs objections, except those that overrule any reader score.
  return (read ? against.find(({ kind }) => DECISIVE.has(kind)) : against[0])?.words;
}

function verdictOf(confidence: number, against: string | undefined, found: number, unsure: number): Verdict {
  if (confidence >= found && against === undefined) return 'found';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

/** Counts the candidates that share words with the question, and those shown for their meaning. */
function matching(ranked: readonly Finding[], more: boolean): Answer['matching'] {
  const all = ranked.filter(({ ranked: { scores } }, place) => scores.sentence > 0 || place < SHOWN);
  return {
    sentences: all.length,
    articles: new Set(all.map(({ ranked: { document } }) => document)).size,
    more,
  };
}
