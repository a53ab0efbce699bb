import type { Passage } from '../answer/answer.ts';
import { receiptOf } from '../answer/answer.ts';
import { disagreementAmong } from '../answer/facts/disagreement.ts';
import type { Figure } from '../answer/facts/figure.ts';
import { dayWords } from '../article/date-words.ts';
import { line } from './blocks.ts';
import type { Block, Words } from './reply.ts';

/** The amount of a report, its day and its receipt: "58 (2025-03-05, conf-ferry-2.r1.s2)". */
export function amountWords({ passage, amount }: Figure): Words {
  const { article } = passage.document;
  const day = article.publishedAt === undefined ? '' : `${dayWords(article.publishedAt)}, `;
  return [{ news: amount.text, strong: true }, ` (${day}${receiptOf(article, passage.sentence)})`];
}

/** One line that says that the quotes disagree, the newest report first; nothing when they agree. */
export function disagreementBlocks(shown: readonly Passage[]): Block[] {
  const found = disagreementAmong(shown);
  if (found.length === 0) return [];
  const words = found.flatMap((figure, at) => [at === 0 ? '' : ' · ', ...amountWords(figure)]);
  return [line('The reports disagree, newest first: ', ...words)];
}
