import { type Answer, type Passage, receiptOf } from '../answer/answer.ts';
import { line, note } from './blocks.ts';
import { disagreementBlocks } from './disagreement.ts';
import { quoteBlock } from './quote.ts';
import type { Block, Reply, Said, Text } from './reply.ts';
import { listed, say } from './say.ts';

/** Number of quotes that an answer shows; the rest is counted. */
export const SHOWN = 3;

/** The reply to a question: spans on top, quotes with their receipts, and what was searched. */
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
      ...(answer.verdict === 'unsure' ? [note(say('answer.unsure'))] : []),
      ...(spans.length > 0 ? [{ type: 'spans', items: spans } as const] : []),
      ...disagreementBlocks(shown),
      ...shown.map((passage) => quoteBlock(passage)),
      note(completeness(shown.length, answer)),
    ],
  };
}

function nothingReply(title: Block, answer: Answer): Reply {
  const { articles } = answer.searched;
  const blocks: Block[] = [title, line(say('answer.none', { articles })), ...readAsBlocks(answer)];
  if (answer.unknown.length > 0) {
    const words = listed(answer.unknown.map((text) => say('list.quoted', { text })));
    blocks.push(note(say('answer.unknown', { words })));
  }
  blocks.push(note(say(articles === 0 ? 'answer.no-articles' : 'answer.else')));
  // Quotes that do not answer have no answering part to mark.
  blocks.push(
    ...answer.nearest.map((passage) => quoteBlock({ ...passage, spans: [] }, say('answer.nearest'))),
  );
  return { tone: 'nothing', private: true, blocks };
}

/** The spans on top: those of the first quote, or of another shown quote that contains the same and more. */
function spanItems(shown: readonly Passage[]): { news: string; role?: Text; receipt: string }[] {
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
    ...(role === undefined ? {} : { role: role === 'lead' ? say('answer.lead') : role }),
    receipt,
  }));
}

const readAsBlocks = ({ readAs }: Answer): Block[] =>
  readAs.map(([written, read]) => note(say('answer.read-as', { written, read })));

/** "3 of 11 matching sentences, in 2 of 4 articles." */
const completeness = (shown: number, { matching, searched }: Answer): Said =>
  say(matching.more ? 'answer.count-more' : 'answer.count', {
    shown,
    sentences: matching.sentences,
    found: matching.articles,
    articles: searched.articles,
  });
