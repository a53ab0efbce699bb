import type { TextCheck } from '../answer/quotes/check-text.ts';
import { blockQuotes, quotedSpans } from '../answer/quotes/spans.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { line, note } from '../reply/blocks.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Reply, Said, Words } from '../reply/reply.ts';
import { listed, say } from '../reply/say.ts';
import type { Response } from '../reply/response.ts';
import { checkedTexts, hasWords, textsToCheck, withoutLoneLinks, type Checkable } from './checked-text.ts';
import { focusOfTexts } from './focus.ts';
import type { SeenIn, SeenMessage, targetMessage } from './mention.ts';
import type { AttachedFile } from './options.ts';
import type { Desk } from './ports.ts';
import type { z } from 'zod';

type Target = z.output<typeof targetMessage>;

/** A text that was read, and the words for its place. */
type Part = Readonly<{ text: string; where: Words; carried?: true; beside?: true }>;

/** A message with fewer words is a remark about another message. */
const REMARK_WORDS = 5;

const PLACES: Readonly<Record<SeenIn, Said>> = {
  embed: say('check.in-embed'),
  forwarded: say('check.in-forwarded'),
  poll: say('check.in-poll'),
  starter: say('check.in-starter'),
  alt: say('check.in-alt'),
};

/** Builds the reply to a check, with the articles that the quotations may come from. */
export type WordCheck = (check: TextCheck, desk: Desk) => Reply;

/**
 * Checks the visible content of a message, for the asker alone, and says what was read. A reply that quotes nothing itself ("Is this
 * true?") stands for the message it replies to. Throws {@link AskerError} when the message is gone or quotes nothing.
 */
export function checkMessage(message: Target, desk: Desk, word: WordCheck): Response | Promise<Response> {
  if (!message) throw new AskerError(say('check.gone'));
  const files = [...message.files, ...(message.answers?.files ?? [])];
  const work = async (): Promise<Reply> => {
    const parts = await partsOfBoth(message, desk);
    const reply = await checkParts(parts, 'message', desk, word);
    // Once the check is shared elsewhere, its readers can find the message that was checked.
    return {
      ...reply,
      buttons: [{ label: say('button.checked'), url: message.url }, ...(reply.buttons ?? [])],
    };
  };
  return files.length === 0 ? work() : readingFirst(files, work);
}

/** Checks a file given to a command, together with a typed text, for the asker alone. */
export function checkFile(file: AttachedFile, text: string, desk: Desk, word: WordCheck): Response {
  return readingFirst([file], async () => {
    const read = await textOf(file, desk);
    const parts = [{ text, where: [say('check.in-text')] }, partOf(file, read)];
    return checkParts(
      parts.filter((part) => hasWords(part.text)),
      'file',
      desk,
      word,
    );
  });
}

/** Makes a check with files long work, because fetching takes longer than an answer may. */
function readingFirst(files: readonly AttachedFile[], work: () => Promise<Reply>): Response {
  const names = listed(files.map(({ name }) => ({ typed: name })));
  return {
    first: { tone: 'info', private: true, blocks: [line(say('check.reading', { files: names }))] },
    work,
  };
}

async function checkParts(
  parts: readonly Part[],
  what: Checkable,
  desk: Desk,
  word: WordCheck,
): Promise<Reply> {
  const texts = textsToCheck(
    parts.map(({ text }) => text),
    what,
  );
  // The texts of files are known only now, so the articles to search are chosen here.
  const focused = (await desk.focus?.(focusOfTexts(texts))) ?? desk;
  const reply = word(await checkedTexts(focused, texts), focused);
  return { ...reply, blocks: [...reply.blocks, note(say('check.read', { places: placesOf(parts) }))] };
}

/** The distinct places of the texts, in words. */
function placesOf(parts: readonly Part[]): Words {
  const places = [...new Map(parts.map(({ where }) => [JSON.stringify(where), where])).values()];
  return listed(places);
}

async function partsOfBoth(message: NonNullable<Target>, desk: Desk): Promise<readonly Part[]> {
  const own = await partsOf(message, [say('check.in-message')], desk);
  const quoting = own.filter(isQuoting);
  if (quoting.length > 0) return quoting;
  const before = message.answers && (await partsOf(message.answers, [say('check.in-answered')], desk));
  if (before && before.length > 0) return chosen(before);
  if (before && own.every(isRemark)) throw new AskerError(say('check.unreadable'));
  if (own.length === 0 && message.ours) throw new AskerError(say('check.no-quote'));
  return chosen(own);
}

/** "Is this true?" makes no claim that an article could contain. */
const isRemark = ({ text }: Part): boolean =>
  text.trim().endsWith('?') || text.trim().split(/\s+/u).length < REMARK_WORDS;

const isQuoting = ({ text }: Part): boolean => quotedSpans(text).length > 0;

/** The texts to check: those with quotations, else the content that a message carries, else its own words. */
function chosen(parts: readonly Part[]): readonly Part[] {
  const quoting = parts.filter(isQuoting);
  if (quoting.length > 0) return quoting;
  const carried = parts.filter((part) => part.carried);
  return carried.length > 0 ? carried : parts;
}

/** All readable texts of a message. For the bot's own replies, only what they quote. */
async function partsOf(message: SeenMessage, where: Words, desk: Desk): Promise<readonly Part[]> {
  if (message.ours) return quotesOf(message.text).map((text) => ({ text, where }));
  const read: Part[] = [];
  const refused: Error[] = [];
  for (const file of message.files) {
    try {
      // Sequential: they are few, and reading takes turns anyway.
      // eslint-disable-next-line no-await-in-loop
      read.push(partOf(file, await textOf(file, desk)));
    } catch (error) {
      if (!(error instanceof IntakeError || error instanceof AskerError)) throw error;
      refused.push(error);
    }
  }
  const parts: Part[] = [
    { text: withoutLoneLinks(message.text), where },
    ...message.more.map(({ in: place, text }): Part => {
      const quoted = place === 'forwarded' ? quotesOf(text).join('\n\n') : '';
      return {
        text: quoted || withoutLoneLinks(text),
        where: [PLACES[place]],
        ...(place !== 'alt' && { carried: true }),
      };
    }),
    ...read,
  ];
  const readable = parts.filter(({ text }) => hasWords(text));
  if (readable.length === 0 && refused[0]) throw refused[0];
  return readable;
}

const partOf = ({ name }: AttachedFile, text: string): Part => ({
  text,
  where: [{ typed: name }],
  carried: true,
});

/** The quoted lines of a reply of the bot, with their `>`. Empty when there are none. */
const quotesOf = (text: string): string[] =>
  blockQuotes(text).map(({ start, end }) => text.slice(start, end));

function textOf(file: AttachedFile, { textOfFile }: Desk): Promise<string> {
  if (textOfFile) return textOfFile(file);
  throw new AskerError(say('check.no-files'));
}
