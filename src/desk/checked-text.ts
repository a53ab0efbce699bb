import { checkText, type TextCheck } from '../answer/quotes/check-text.ts';
import { blockQuotes } from '../answer/quotes/spans.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { TargetMessage } from './mention.ts';
import type { Desk } from './ports.ts';

/** Discord's limit for a text option; longer messages do not exist without attachments. Characters. */
const TEXT_MAX = 6000;

/** A text that somebody hands in to be checked. Throws {@link AskerError} when there is nothing to check, or too much. */
export function textToCheck(text: string, what: 'text' | 'message'): string {
  if (text.length > TEXT_MAX) {
    throw new AskerError(
      `This ${what} is too long to check: it has ${text.length.toLocaleString('en-US')} characters, and ${TEXT_MAX.toLocaleString('en-US')} can be checked at once. Check a part of it with /check.`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AskerError(
      what === 'message'
        ? 'Nothing is quoted there: the message has no words, or I may not read them; only text can be checked.'
        : 'Nothing is quoted there: the text has no words.',
    );
  }
  return text;
}

/**
 * What a message says, to be checked. Of the bot's own replies that is what they quote: the rest are its own words. Throws
 * {@link AskerError} when the message is gone or quotes nothing.
 */
export function messageToCheck(message: TargetMessage | null): string {
  if (!message) throw new AskerError('This message is no longer here: it was deleted, or I may not read it.');
  if (!message.ours) return textToCheck(message.text, 'message');
  const quotes = blockQuotes(message.text).map(({ start, end }) => message.text.slice(start, end));
  if (quotes.length === 0) throw new AskerError('Nothing is quoted there: this reply of mine has no quote.');
  return quotes.join('\n\n');
}

/** Checks what a text quotes; of what no article has now, also where it stood before a correction or a retraction. */
export async function checkedText(
  { index, past, log }: Pick<Desk, 'index' | 'past' | 'log'>,
  text: string,
): Promise<TextCheck> {
  const { checks, ...rest } = checkText(text, index);
  const looked = checks.map(async (check) => {
    if (check.grade !== 'ALTERED' && check.grade !== 'NOT IN THE ARCHIVE') return check;
    try {
      const found = await past(check.quote);
      return found ? { ...check, past: found } : check;
    } catch (error) {
      // The check of what is there now stands without the store.
      log.warn({ cause: String(error) }, 'earlier revisions could not be read');
      return check;
    }
  });
  return { ...rest, checks: await Promise.all(looked) };
}
