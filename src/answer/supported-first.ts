import type { Query } from '../search/question/question.ts';
import { passageOf } from './answer.ts';
import type { Finding } from './finding.ts';
import { holdsKind, spansOf } from './spans/spans.ts';
import { objections, type Objection, type ObjectionKind } from './support/support.ts';

/** What is grave enough to put another passage first; the reader outweighs the rest. */
const DISPLACING: ReadonlySet<ObjectionKind> = new Set([
  'another figure',
  'another role',
  'another clause',
  'contrast',
]);
/** How far below the first a passage may be that is put in its place. In the score of the ranking with the reader. */
const CLOSE = 3;
/** How many passages after the first are looked at: those that a reply shows. */
const LOOKED_AT = 2;

/**
 * Puts a passage that nothing speaks against before a first one that contradicts the question (another year, another
 * buyer), when the reader finds an answer in it, and it was nearly as good.
 */
export function supportedFirst(query: Query, ranked: readonly Finding[]): readonly Finding[] {
  const [first, ...others] = ranked;
  if (!first || !isContradicted(query, first)) return ranked;
  const better = others
    .slice(0, LOOKED_AT)
    .find(
      (each) =>
        (each.read?.margin ?? 0) > 0 && first.score - each.score < CLOSE && !isContradicted(query, each),
    );
  if (!better) return ranked;
  // Scores stay in the order of the passages.
  const promoted = { ...better, score: first.score + Number.EPSILON * Math.max(1, Math.abs(first.score)) };
  return [promoted, ...ranked.filter((each) => each !== better)];
}

/** Whether a sentence that was read has no span of the kind asked for, or something speaks against it. */
const isContradicted = (query: Query, finding: Finding): boolean =>
  finding.read !== undefined &&
  (!holdsKind(query, passageOf(finding.ranked.document, finding.ranked.sentence), finding.read.spans) ||
    objectionsTo(query, finding).some(({ kind }) => DISPLACING.has(kind)));

/** What speaks against a sentence as the answer to a question. */
export function objectionsTo(
  query: Query,
  { ranked: { document, sentence }, read }: Finding,
): readonly Objection[] {
  const [span] = read ? spansOf(query, passageOf(document, sentence), read.spans) : [];
  return objections(query.spelt, document, sentence, span);
}
