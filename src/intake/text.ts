import { ArticleError, parseArticle } from '../article/parse.ts';
import type { Hint, Reading } from './extracted.ts';
import { unwrapped } from './hard-wrap.ts';
import { IntakeError } from './intake-error.ts';

/** A text or Markdown file: front matter if any, then the text, as it was handed in; lines that were wrapped at a width are joined. */
export function readText(content: string, { name }: Hint, subject: string): Reading {
  try {
    const { revision: _revision, sha256: _sha256, ...reading } = parseArticle(subject, content);
    const text = unwrapped(reading.text);
    if (name !== undefined) return { ...reading, text };
    // Without a file name the id and the headline, if nothing gave one, come from how refusals call the text.
    const { id, headline, ...rest } = { ...reading, text };
    return { ...rest, ...(!id.includes(' ') && { id }), ...(!subject.startsWith(headline) && { headline }) };
  } catch (error) {
    if (error instanceof ArticleError) throw new IntakeError('no-text', error.message, { cause: error });
    throw error;
  }
}
