import type { Answer, Passage } from '../answer/answer.ts';
import { receiptOf } from '../answer/answer.ts';
import { plural, sentencesInArticles } from './count.ts';
import { quoteBlock } from './quote.ts';
import type { Block, Reply, Words } from './reply.ts';

/** How many quotes an answer shows; the rest is counted. */
export const SHOWN = 3;

/** The words of an answer: spans on top, quotes with their receipts, and what was searched. */
export function answerReply(question: string, answer: Answer, hide: boolean): Reply {
  const title: Block = { type: 'title', words: [question] };
  if (answer.verdict === 'nothing') return nothingReply(title, answer);
  const shown = answer.passages.slice(0, SHOWN);
  const spans = spanItems(shown);
  return {
    tone: answer.verdict,
    private: hide,
    blocks: [
      title,
      ...readAsBlocks(answer),
      ...(answer.verdict === 'unsure' ? [note('Not sure that this answers the question:')] : []),
      ...(spans.length > 0 ? [{ type: 'spans', items: spans } as const] : []),
      ...shown.map((passage) => quoteBlock(passage)),
      note(completeness(shown.length, answer)),
    ],
  };
}

function nothingReply(title: Block, answer: Answer): Reply {
  const { articles } = answer.searched;
  const blocks: Block[] = [
    title,
    { type: 'text', words: [`No answer in ${plural(articles, 'article')} searched.`] },
    ...readAsBlocks(answer),
  ];
  if (answer.unknown.length > 0) {
    blocks.push(note(`Not found in any of them: ${answer.unknown.map((word) => `“${word}”`).join(', ')}.`));
  }
  if (articles === 0)
    blocks.push(note('There are no articles to search here: add some, or widen the question.'));
  blocks.push(...answer.nearest.map((passage) => quoteBlock(passage, 'nearest, not an answer')));
  return { tone: 'nothing', private: true, blocks };
}

function spanItems(shown: readonly Passage[]): { news: string; role?: string; receipt: string }[] {
  const [first] = shown;
  if (!first) return [];
  return first.spans.map((span) => ({
    news: span.text,
    ...(span.role === undefined ? {} : { role: span.role }),
    receipt: receiptOf(first.document.article, first.sentence),
  }));
}

const note = (...words: Words): Block => ({ type: 'note', words });

const readAsBlocks = ({ readAs }: Answer): Block[] =>
  readAs.length === 0
    ? []
    : [note(readAs.map(([written, read]) => `“${written}” read as “${read}”`).join(', ') + '.')];

function completeness(shown: number, { matching, searched }: Answer): string {
  const all = sentencesInArticles(matching);
  return `${shown} of ${all}; ${plural(searched.articles, 'article')} searched.`;
}
