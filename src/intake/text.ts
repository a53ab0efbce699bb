import { ArticleError, parseArticle } from '../article/parse.ts';
import type { Hint, Reading } from './extracted.ts';
import { unwrapped } from './hard-wrap.ts';
import { IntakeError } from './intake-error.ts';
import { inEnglish, type Notice } from '../words/message.ts';

/** Reads a text or Markdown file: front matter, if any, and the text, with the lines of wrapped paragraphs joined. */
export function readText(content: string, { name }: Hint, subject: Notice): Reading {
  try {
    const {
      revision: _revision,
      sha256: _sha256,
      ...reading
    } = parseArticle(inEnglish(subject), content, subject);
    const text = unwrapped(reading.text);
    if (name !== undefined) return { ...reading, text };
    // Without a file name, a missing id and headline are made from the subject of refusals.
    const { id, headline, ...rest } = { ...reading, text };
    return {
      ...rest,
      ...(!id.includes(' ') && { id }),
      ...(!inEnglish(subject).startsWith(headline) && { headline }),
    };
  } catch (error) {
    if (error instanceof ArticleError) throw new IntakeError('no-text', error.told, { cause: error });
    throw error;
  }
}
