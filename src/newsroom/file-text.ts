import { decodeText } from '../intake/charset.ts';
import { inspect } from '../intake/extract.ts';
import type { IntakePool } from '../intake/worker/pool.ts';
import type { Desk } from '../desk/ports.ts';
import type { Fetchers } from './read-source.ts';

/**
 * Reads the text of an attached file: a text file as it is, a page or document like an article, with its headline first.
 * Rejects with an IntakeError.
 */
export function fileTextReader(
  pool: Pick<IntakePool, 'extract'>,
  fetchFile: Fetchers['file'],
): NonNullable<Desk['textOfFile']> {
  return async ({ name, url, type = '' }) => {
    const { bytes, contentType } = await fetchFile(url);
    // As for articles, the bytes decide the encoding, not the sender.
    const [stated = ''] = (type || contentType).split(';');
    const hint = { name, contentType: stated };
    const { kind, subject } = inspect(bytes, hint);
    if (kind === 'text') return decodeText(bytes, stated, subject).text;
    const { headline, text } = await pool.extract(bytes, hint);
    return text.startsWith(headline) ? text : `${headline}\n\n${text}`;
  };
}
