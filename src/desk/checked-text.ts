import { checkTexts, type TextCheck } from '../answer/quotes/check-text.ts';
import { quotedSpans } from '../answer/quotes/spans.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Said } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** Discord's limit for a text option, and the longest text checked as one quotation. Characters. */
const TEXT_MAX = 6000;
/** The longest text whose quotations are checked: about fifty pages, which take a tenth of a second. Characters. */
const QUOTING_MAX = 100_000;
/** A shorter text makes no claim: a label, or the answers of a poll. Words. */
const FEW_WORDS = 3;

/** The kind of text, for error messages. */
export type Checkable = 'text' | 'message' | 'file';

/** The distinct texts to check. Throws {@link AskerError} when there are none, or too much. */
export function textsToCheck(given: readonly string[], what: Checkable): readonly string[] {
  const texts = [...new Set(given)].filter(hasWords);
  if (texts.length === 0) throw new AskerError(NOTHING[what]);
  for (const text of texts) {
    const isQuoting = quotedSpans(text).length > 0;
    const most = isQuoting ? QUOTING_MAX : TEXT_MAX;
    if (text.length > most)
      throw new AskerError(
        say(isQuoting ? 'check.too-long' : 'check.too-long-unmarked', { characters: text.length, most }),
      );
  }
  const telling = texts.filter((text) => text.trim().split(/\s+/u).length >= FEW_WORDS);
  return telling.length > 0 && texts.every((text) => quotedSpans(text).length === 0) ? telling : texts;
}

const NOTHING: Readonly<Record<Checkable, Said>> = {
  message: say('check.empty-message'),
  text: say('check.empty-text'),
  file: say('check.empty-file'),
};

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Checks the quotations of texts. For those that no current article contains, also looks in earlier and retracted revisions. */
export async function checkedTexts(
  { index, past, log }: Pick<Desk, 'index' | 'past' | 'log'>,
  texts: readonly string[],
): Promise<TextCheck> {
  const { checks, ...rest } = checkTexts(texts, index);
  const looked = checks.map(async (check) => {
    if (check.grade !== 'ALTERED' && check.grade !== 'NOT IN THE ARCHIVE') return check;
    try {
      const found = await past(check.quote);
      return found ? { ...check, past: found } : check;
    } catch (error) {
      // The check against current articles does not need the store.
      log.warn({ cause: String(error) }, 'earlier revisions could not be read');
      return check;
    }
  });
  return { ...rest, checks: await Promise.all(looked) };
}

/** Removes URLs at the start and end of lines, which make no claim. */
export function withoutLoneLinks(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (!line.includes('://')) return line;
      const words = line.split(/(\s+)/u);
      const isLink = (word: string | undefined): boolean => /^https?:\/\/\S+$/u.test(word ?? '');
      const opening = words[0] === '>' ? words.splice(0, 2) : [];
      while (isLink(words[0]) || words[0] === '') words.splice(0, 2);
      while (isLink(words.at(-1)) || words.at(-1) === '') words.splice(-2, 2);
      return [...opening, ...words].join('');
    })
    .join('\n');
}
