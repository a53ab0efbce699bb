import type { Passage } from '../answer/answer.ts';
import { receiptOf } from '../answer/answer.ts';
import { disagreementAmong } from '../answer/facts/disagreement.ts';
import type { Figure } from '../answer/facts/figure.ts';
import { line } from './blocks.ts';
import type { Block, Words } from './reply.ts';
import { day, say } from './say.ts';

/** A report's amount with its day and receipt: "58 (2025-03-05, conf-ferry-2.r1.s2)". */
export function amountWords({ passage, amount }: Figure): Words {
  const { article } = passage.document;
  const told = article.publishedAt === undefined ? [] : [day(article.publishedAt), ', '];
  return [{ news: amount.text, strong: true }, ' (', ...told, receiptOf(article, passage.sentence), ')'];
}

/** A line that says that the quotes disagree, newest report first; empty when they agree. */
export function disagreementBlocks(shown: readonly Passage[]): Block[] {
  const found = disagreementAmong(shown);
  if (found.length === 0) return [];
  const amounts = found.flatMap((figure, at): Words => [at === 0 ? '' : ' · ', ...amountWords(figure)]);
  return [line(say('disagree.line', { amounts }))];
}
