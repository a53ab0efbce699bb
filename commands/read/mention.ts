import type { Document } from '../../src/article/article.ts';
import { answerQuestion } from '../../src/desk/answer-question.ts';
import type { Desk } from '../../src/desk/ports.ts';
import type { Mention, MentionHandler } from '../../src/desk/mention.ts';
import { typedText } from '../../src/desk/options.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { mentions } from '../../src/search/index/mentioning.ts';

/** How many examples a bare mention shows. */
const EXAMPLES = 3;
/** The end of a receipt; before it stands an article's id, which may hold anything. */
const RECEIPT_END = /\.r\d{1,6}\.s\d{1,7}/gu;
/** The longest id of an article, and then some. Characters. */
const ID_MAX = 220;
/** Names of the question before that are told, or asked with when there was no question. */
const NAMES = 2;
/** Openings of a question that go on from the one before. */
const GOING_ON = /^(?:and|but|or|so|also|then|what about|how about)\b[\s,:]*/iu;

/**
 * Answers a mention. One that answers a message of the bot is a follow-up: it is asked within the articles quoted
 * there, with the question before it in front when it names nobody itself, and the reply says what was carried over.
 */
export const answerMention: MentionHandler = async (mention, desk, asker) => {
  const text = typedText.safeParse(mention.text);
  if (mention.text.trim() === '') return examplesReply(desk);
  if (!text.success)
    return errorReply(
      `That cannot be asked: the question ${text.error.issues[0]?.message ?? 'is not text'}.`,
    );
  const before = mention.previous === undefined ? undefined : readPrevious(mention.previous, desk);
  if (!before) return answerQuestion(desk, asker, { question: text.data }, false);
  const rest = text.data.replace(GOING_ON, '');
  // "and how much?" has no subject of its own; "and Temasek?" has.
  const alone = namesIn(rest, desk).length > 0;
  const question = alone ? rest : [before.question, rest].filter(Boolean).join(' ');
  const reply = await answerQuestion(desk, asker, { question, scope: before.documents }, false);
  const carried = carriedOver(alone ? { ...before, question: '', names: [] } : before);
  return { ...reply, blocks: [...reply.blocks, { type: 'note', words: carried }] };
};

type Previous = Readonly<{
  question: string;
  names: readonly string[];
  documents: readonly Document[];
}>;

/** What a follow-up carries over: the articles quoted, and the question (the first line) or the names in it. */
function readPrevious(previous: NonNullable<Mention['previous']>, desk: Desk): Previous | undefined {
  const cited = Array.from(previous.matchAll(RECEIPT_END), ({ index }) =>
    previous.slice(Math.max(0, index - ID_MAX), index),
  );
  const documents = desk.index
    .documents()
    .filter(({ article }) => cited.some((before) => endsWithId(before, article.id)));
  if (documents.length === 0) return undefined;
  const [line = ''] = previous.trim().split('\n', 1);
  const names = namesIn(line, desk);
  const question = line.trim().endsWith('?') ? line.trim() : names.slice(0, NAMES).join(' ');
  return { question, names, documents };
}

/** Most names of a large archive are told apart by their first letters, for less than reading them word by word. */
function namesIn(question: string, desk: Desk): readonly string[] {
  const lower = question.toLowerCase();
  const opens = (name: string): boolean => lower.includes(name.slice(0, 3).toLowerCase());
  return desk.index.names().filter((name) => opens(name) && mentions(question, name));
}

/** An id stands alone: `vote` is not the end of `city-vote`. */
const endsWithId = (before: string, id: string): boolean =>
  before.endsWith(id) && !/[\p{L}\p{N}_-]$/u.test(before.slice(0, before.length - id.length));

function carriedOver({ question, names, documents }: Previous): (string | { news: string })[] {
  const headlines = documents.slice(0, 2).flatMap(({ article }) => [' · ', { news: article.headline }]);
  const about = names.length > 0 ? `${names.slice(0, NAMES).join(', ')}; ` : '';
  return [
    `Carried over: ${about}${question.endsWith('?') ? `“${question}”; ` : ''}only the articles quoted there`,
    ...headlines,
  ];
}

function examplesReply(desk: Desk): Reply {
  const examples = desk.commands.flatMap((command) => command.examples?.(desk).slice(0, 1) ?? []);
  return {
    tone: 'info',
    private: false,
    blocks: [
      { type: 'text', words: ['Ask me something about the articles, or try one of these:'] },
      { type: 'list', items: examples.slice(0, EXAMPLES).map((example) => [example]) },
      {
        type: 'note',
        words: ['Every answer is a quote, word for word, with its source. /help lists all commands.'],
      },
    ],
  };
}
