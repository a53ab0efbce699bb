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
  /** Which articles are searched; all when absent. */
  scope?: Scope | undefined;
  /** What kind of thing the answer is, when the asker's command knows better than the question's words. */
  kind?: AnswerKind;
  /** How many of the first passages have their answering parts marked; as many as a reply shows at once when absent. */
  spanned?: number;
}>;

/** Puts a question to the articles. */
export type SearchEngine = (request: Request) => Promise<Answer>;

/** From what confidence an answer is `found`, and from what `unsure`; 0 to 1. What is not set is that of {@link THRESHOLDS}. */
export type Thresholds = Readonly<{ found: number | undefined; unsure: number | undefined }>;

/**
 * The thresholds of each road. With the reader nine in ten of what is found are right (`npm run fit` prints it for other
 * thresholds); words alone are never so sure.
 */
const THRESHOLDS = { words: { found: 0.6, unsure: 0.18 }, read: { found: 0.75, unsure: 0.15 } } as const;

/** What answers are made with. */
export type EngineParts = Readonly<{
  index: SearchIndex;
  synonyms: Synonyms;
  model: Model;
  thresholds: Thresholds;
  /** Without it, or while it steps aside, answers are found with words alone. */
  reader?: Reader;
  /** Without them sentences are found by their words alone, and read all the same. */
  vectors?: Vectors;
  /** How many windows are read; one for all engines that share a reader. Default: as many as a reply within 600 ms allows. */
  pace?: ReadingPace;
}>;

/** What is left of the confidence when the question names somebody or something that nothing searched speaks of. */
const BEYOND = 0.5;
const MAX_PASSAGES = 10;
const MAX_NEAREST = 3;
/** How many passages a reply shows at once. */
const SHOWN = 3;

/** Makes the answering function over one index. */
export function createEngine({
  index,
  synonyms,
  model,
  thresholds,
  reader = noReader('There is no reader.'),
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

/** Why the first passage may not be called `found`, however sure it looks. */
function verdictAgainst(
  query: Query,
  first: Passage | undefined,
  read: Readonly<{ holdsKind: boolean }> | undefined,
): string | undefined {
  if (!first) return 'nothing was found';
  if (read?.holdsKind === false) return 'nothing of the kind that is asked for';
  if (!isEnglish(first.document)) return undefined;
  const against = objections(query.spelt, first.document, first.sentence, first.spans[0]);
  // The confidence with the reader has weighed them already, but for those that no sure reader outweighs.
  return (read ? against.find(({ kind }) => DECISIVE.has(kind)) : against[0])?.words;
}

function verdictOf(confidence: number, against: string | undefined, found: number, unsure: number): Verdict {
  if (confidence >= found && against === undefined) return 'found';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

/** Candidates that share words with the question, and those that are shown for what they say in others. */
function matching(ranked: readonly Finding[], more: boolean): Answer['matching'] {
  const all = ranked.filter(({ ranked: { scores } }, place) => scores.sentence > 0 || place < SHOWN);
  return {
    sentences: all.length,
    articles: new Set(all.map(({ ranked: { document } }) => document)).size,
    more,
  };
}
