import { receiptOf } from '../answer/answer.ts';
import { changedSentences, type SentenceChange } from '../answer/changed.ts';
import type { Past } from '../answer/quotes/past.ts';
import { line, note } from './blocks.ts';
import { differenceWords } from './check-words.ts';
import { placeName } from './place-name.ts';
import type { Block } from './reply.ts';
import { runText } from './say.ts';

/** What became of a quotation that no article has now: how the article reads since its correction, or that it was retracted. */
export function pastBlocks(past: Past): Block[] {
  if (past.state === 'retracted') {
    const told = `These words stood in an article that was retracted on ${past.retractedAt.slice(0, 10)}: “${past.headline}”.`;
    return [line(told), note(`Reason: ${past.reason}`)];
  }
  const { source, newest, correctedAt } = past;
  const { document, first, last } = source;
  return [
    line(
      `Stood so in ${receiptOf(document.article, first)} until the correction of ${correctedAt.slice(0, 10)}.`,
    ),
    ...changedSentences(document, newest, first.n, last.n).flatMap(changeBlocks),
  ];
}

function changeBlocks(change: SentenceChange): Block[] {
  const { state, cited } = change;
  switch (state) {
    case 'unchanged':
      return [];
    case 'moved':
      return [note(`Sentence ${cited.n} is sentence ${change.now.n} now, word for word.`)];
    case 'removed':
      return [note(`${capital(runText(placeName(cited.n)))} is no longer in the article.`)];
    case 'reworded':
      return [
        line('Now it reads: ', ...differenceWords(change.difference, 'news')),
        note('Struck: until the correction. Bold: since then.'),
      ];
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
