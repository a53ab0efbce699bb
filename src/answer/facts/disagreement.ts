import { isSameSentence } from '../../article/document.ts';
import type { Passage } from '../answer.ts';
import type { Figure } from './figure.ts';
import { figuresOf } from './figures.ts';
import { conflictsAmong } from './conflicts.ts';

/**
 * Figures in several passages with other amounts than the first passage answers with, newest report first; empty when they agree. If the
 * first passage has spans, its amount is one inside a span.
 */
export function disagreementAmong(passages: readonly Passage[]): Figure[] {
  const [first] = passages;
  if (!first) return [];
  const found = passages.flatMap(({ document, sentence }) => figuresOf(document, [sentence]));
  const groups = Map.groupBy(found, ({ amount }) => `${amount.kind} ${amount.unit}`);
  for (const group of groups.values()) {
    const pairs = conflictsAmong(group);
    const answering = pairs.flat().find((figure) => isAnswer(figure, first));
    if (!answering) continue;
    const others = pairs.flatMap(([a, b]) => (a === answering ? [b] : b === answering ? [a] : []));
    return newestFirst([...new Set([answering, ...others])]);
  }
  return [];
}

/** Sorts figures by report, newest first, reports without a date last. */
export const newestFirst = <Figures extends readonly Figure[]>(figures: Figures): Figures =>
  figures.toSorted((a, b) => publishedOf(b).localeCompare(publishedOf(a))) as unknown as Figures;

/** Whether a figure is what a passage answers with. */
function isAnswer({ passage, amount }: Figure, first: Passage): boolean {
  if (passage.document !== first.document || !isSameSentence(passage.sentence, first.sentence)) return false;
  const start = passage.sentence.start + amount.start;
  const end = passage.sentence.start + amount.end;
  return first.spans.length === 0 || first.spans.some((span) => span.start < end && start < span.end);
}

const publishedOf = ({ passage }: Figure): string => passage.document.article.publishedAt ?? '';
