import type { Document } from '../article/article.ts';
import { STOP_WORDS, words } from '../english/words.ts';
import { mentions } from '../search/index/mentioning.ts';
import { readTarget, coarse, type AnswerKind } from '../search/question/target.ts';
import { readSaid } from '../reply/read-said.ts';
import type { Words } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** The context of a follow-up: the articles quoted in the reply before it, the question that reply answered, and the names in it. */
export type Previous = Readonly<{
  documents: readonly Document[];
  /** The question that the reply answered, with what it carried over itself. Empty when there was none. */
  question: string;
  names: readonly string[];
}>;

/** A follow-up as a complete question, and what it takes from the reply before it. */
export type FollowUp = Readonly<{
  question: string;
  /** The kind of answer it asks for, when words of the earlier question suggest another. */
  kind?: AnswerKind;
  carried: Pick<Previous, 'question' | 'names'>;
}>;

/** The end of a receipt. An article's id, of any characters, precedes it. */
const RECEIPT_END = /\.r\d{1,6}\.s\d{1,7}/gu;
/** Longer than any article id. Characters. */
const ID_MAX = 220;
/** Number of names carried over from the previous question. */
const NAMES = 2;
/** Openings that continue the previous question. */
const GOING_ON = /^(?:(?:and|but|or|so|also|then|ok|okay|what about|how about)\b[\s,:]*)+/iu;
/** A complete question begins with a question word, possibly after a preposition, or with a verb. */
const OWN_QUESTION =
  /^(?:(?:in|at|on|for|by|from|to|since|until|with|of|about|under) )?(?:who|whom|whose|what|which|when|where|why|how)\b|^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b(?!n't)/iu;
/** Words of such a question that name nothing: "how long?", "how many were there?" */
const ASKING: ReadonlySet<string> = new Set(
  'long often old far big large high happened happen happens exactly else get go going one ones'.split(' '),
);
/** Messages about what was carried over, most complete first. The next follow-up parses them. */
const CARRIED = ['carried.both', 'carried.question', 'carried.names', 'carried.articles'] as const;

/** Reads the context of a follow-up from the bot's reply; undefined when it quotes no article of this archive. */
export function readPrevious(previous: string, desk: Desk): Previous | undefined {
  const cited = Array.from(previous.matchAll(RECEIPT_END), ({ index }) =>
    previous.slice(Math.max(0, index - ID_MAX), index),
  );
  const documents = desk.index
    .documents()
    .filter(({ article }) => cited.some((before) => endsWithId(before, article.id)));
  if (documents.length === 0) return undefined;
  const lines = previous.trim().split('\n');
  const heading = lines[0]?.trim() ?? '';
  const carried = readCarried(lines);
  const own = namesIn(heading, desk);
  const names = own.length > 0 ? own : carried.names;
  const asked = carried.question === '' ? (heading.endsWith('?') ? heading : '') : carried.question;
  return { documents, question: asked, names };
}

/**
 * Completes a follow-up. With a question word and other content it is a new question about the same articles and names ("who led it?").
 * A question word alone ("where?") asks that about the previous question. Without a question word it continues the previous question
 * ("and in July 2017?"). A question that names someone needs no context ("who is Temasek?").
 */
export function followUp(text: string, previous: Previous, desk: Desk): FollowUp {
  const rest = text.replace(GOING_ON, '') || text;
  const { question: before } = previous;
  const names = previous.names.slice(0, NAMES);
  const nothing = { question: '', names: [] };
  if (namesIn(rest, desk).length > 0) return { question: rest, carried: nothing };
  if (OWN_QUESTION.test(rest) && (hasWords(rest) || before === '')) {
    return { question: [rest, ...names].join(' '), carried: { question: '', names } };
  }
  if (OWN_QUESTION.test(rest)) {
    // The new question word sets the kind; the earlier question contributes its other words.
    const { kind } = readTarget(rest, foldedIn(rest));
    const question = `${rest} ${[before.replace(/\?$/u, ''), ...missing(names, before)].join(' ')}`;
    return {
      question,
      ...(coarse(kind) !== 'any' && { kind: coarse(kind) }),
      carried: { question: before, names },
    };
  }
  const subject = before === '' ? names : [before, ...missing(names, before)];
  return { question: [...subject, rest].join(' '), carried: { question: before, names } };
}

/** Says what was carried over. {@link readPrevious} parses it when somebody replies. */
export function carriedWords(
  { question, names }: FollowUp['carried'],
  documents: readonly Document[],
): Words {
  const headlines = documents.slice(0, 2).flatMap(({ article }) => [' · ', { news: article.headline }]);
  const named = names.join(', ');
  const said =
    question === ''
      ? named === ''
        ? say('carried.articles')
        : say('carried.names', { names: named })
      : named === ''
        ? say('carried.question', { question })
        : say('carried.both', { names: named, question });
  return [said, ...headlines];
}

/** Parses the last line that says what was carried over. */
function readCarried(lines: readonly string[]): Pick<Previous, 'question' | 'names'> {
  for (const line of lines.toReversed()) {
    for (const key of CARRIED) {
      const found = readSaid(key, line);
      if (!found) continue;
      const { question = '', names = '' } = found;
      return { question, names: names.split(', ').filter((name) => name !== '') };
    }
  }
  return { question: '', names: [] };
}

const missing = (names: readonly string[], question: string): string[] =>
  names.filter((name) => !mentions(question, name));

const foldedIn = (text: string): string[] => words(text).map(({ folded }) => folded);

const hasWords = (question: string): boolean =>
  foldedIn(question).some((word) => !STOP_WORDS.has(word) && !ASKING.has(word));

/** The names in a question. Most names of a large archive are excluded by their first letters, which is cheaper than comparing words. */
function namesIn(question: string, desk: Desk): readonly string[] {
  const lower = question.toLowerCase();
  const opens = (name: string): boolean => lower.includes(name.slice(0, 3).toLowerCase());
  return desk.index.names().filter((name) => opens(name) && mentions(question, name));
}

/** An id must stand alone: `vote` is not the end of `city-vote`. */
const endsWithId = (before: string, id: string): boolean =>
  before.endsWith(id) && !/[\p{L}\p{N}_-]$/u.test(before.slice(0, before.length - id.length));
