import { receiptOf } from '../answer/answer.ts';
import { changedSentences, type SentenceChange } from '../answer/changed.ts';
import type { Past } from '../answer/quotes/past.ts';
import { line, note } from './blocks.ts';
import { differenceWords } from './check-words.ts';
import type { Block } from './reply.ts';
import { day, say } from './say.ts';

/** Explains a quotation that no current article contains: how the article reads since its correction, or that it was retracted. */
export function pastBlocks(past: Past): Block[] {
  if (past.state === 'retracted') {
    const { headline, retractedAt, reason } = past;
    return [
      line(say('past.retracted', { day: day(retractedAt), headline })),
      note(say('past.reason', { reason })),
    ];
  }
  const { source, newest, correctedAt } = past;
  const { document, first, last } = source;
  return [
    line(say('past.until', { receipt: receiptOf(document.article, first), day: day(correctedAt) })),
    ...changedSentences(document, newest, first.n, last.n).flatMap(changeBlocks),
  ];
}

function changeBlocks(change: SentenceChange): Block[] {
  const { state, cited } = change;
  switch (state) {
    case 'unchanged':
      return [];
    case 'moved':
      return [note(say('past.moved', { before: String(cited.n), now: String(change.now.n) }))];
    case 'removed':
      return [
        note(cited.n === 0 ? say('past.removed-headline') : say('past.removed', { n: String(cited.n) })),
      ];
    case 'reworded':
      return [
        line(say('past.now', { words: differenceWords(change.difference, 'news') })),
        note(say('past.legend')),
      ];
  }
}
