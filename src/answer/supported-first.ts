import type { Query } from '../search/question/question.ts';
import { passageOf } from './answer.ts';
import type { Finding } from './finding.ts';
import { spansOf } from './spans/spans.ts';
import { objections, type Objection, type ObjectionKind } from './support/support.ts';

/**
 * Objections that can put another passage first. The score of the ranking outweighs all others: to let another role, a contrast or a missing
 * kind do so cost up to 1.5 first quotes in 100, and helped in no set.
 */
const DISPLACING: ReadonlySet<ObjectionKind> = new Set(['another figure', 'another clause']);
/** How far the replacement may be below the first passage, in the score of the ranking with the reader. */
const CLOSE = 3;
/** Number of passages after the first that are considered: those that a reply shows. */
const LOOKED_AT = 2;

/**
 * If the first passage contradicts the question (another year, another act), puts a nearly as good passage without such objections first,
 * provided the reader finds an answer in it.
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
  // Scores stay in descending order.
  const promoted = { ...better, score: first.score + Number.EPSILON * Math.max(1, Math.abs(first.score)) };
  return [promoted, ...ranked.filter((each) => each !== better)];
}

/** Whether a read sentence has an objection that can displace it. */
const isContradicted = (query: Query, finding: Finding): boolean =>
  finding.read !== undefined && objectionsTo(query, finding).some(({ kind }) => DISPLACING.has(kind));

/** The objections to a sentence as the answer to a question. */
export function objectionsTo(
  query: Query,
  { ranked: { document, sentence }, read }: Finding,
): readonly Objection[] {
  const [span] = read ? spansOf(query, passageOf(document, sentence), read.spans) : [];
  return objections(query.spelt, document, sentence, span);
}
