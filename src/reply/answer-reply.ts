import { type Answer, type Passage, receiptOf } from '../answer/answer.ts';
import { plural } from './count.ts';
import { disagreementBlocks } from './disagreement.ts';
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
      ...(answer.verdict === 'unsure' ? [note('Not sure: check the quote.')] : []),
      ...(spans.length > 0 ? [{ type: 'spans', items: spans } as const] : []),
      ...disagreementBlocks(shown),
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
  blocks.push(
    note(
      articles === 0
        ? 'There are no articles to search here: add some, or widen the question.'
        : 'Ask in other words, or add the article that tells it.',
    ),
  );
  // What does not answer has no answering part to mark.
  blocks.push(
    ...answer.nearest.map((passage) => quoteBlock({ ...passage, spans: [] }, 'nearest, not an answer')),
  );
  return { tone: 'nothing', private: true, blocks };
}

/** The spans on top: those of the first quote, or of another shown one that tells the same and more. */
function spanItems(shown: readonly Passage[]): { news: string; role?: string; receipt: string }[] {
  const [first] = shown;
  if (!first || first.spans.length === 0) return [];
  const texts = ({ spans }: Passage): Set<string> => new Set(spans.map(({ text }) => text));
  const fuller = shown.reduce(
    (best, passage) =>
      passage.spans.length > best.spans.length && texts(first).isSubsetOf(texts(passage)) ? passage : best,
    first,
  );
  const receipt = receiptOf(fuller.document.article, fuller.sentence);
  return fuller.spans.map(({ text, role }) => ({
    news: text,
    ...(role === undefined ? {} : { role }),
    receipt,
  }));
}

const note = (...words: Words): Block => ({ type: 'note', words });

const readAsBlocks = ({ readAs }: Answer): Block[] =>
  readAs.length === 0
    ? []
    : [note(readAs.map(([written, read]) => `“${written}” read as “${read}”`).join(', ') + '.')];

/** "3 of 11 matching sentences, in 2 of 4 articles." */
function completeness(shown: number, { matching, searched }: Answer): string {
  const all = `${matching.more ? 'at least ' : ''}${plural(matching.sentences, 'matching sentence')}`;
  return `${shown} of ${all}, in ${matching.articles.toLocaleString('en-US')} of ${plural(searched.articles, 'article')}.`;
}
