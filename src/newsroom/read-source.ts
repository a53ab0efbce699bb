import type { IntakePool } from '../intake/worker/pool.ts';
import { fetchAttachment } from '../intake/net/fetch-attachment.ts';
import { fetchUrl } from '../intake/net/fetch-url.ts';
import type { ReadSource } from './order.ts';

/** How bytes come in; tests hand in their own. */
export type Fetchers = Readonly<{
  page: typeof fetchUrl;
  file: typeof fetchAttachment;
}>;

/** Reads sources: fetches what is to be fetched, and has the pool read it off the main thread. */
export function sourceReader(
  pool: Pick<IntakePool, 'extract'>,
  fetchers: Fetchers = { page: fetchUrl, file: fetchAttachment },
): ReadSource {
  return async (source) => {
    if (source.from === 'text') {
      const bytes = new TextEncoder().encode(source.text);
      return { extracted: await pool.extract(bytes, { contentType: 'text/plain; charset=utf-8' }) };
    }
    if (source.from === 'file') {
      const { bytes, contentType } = await fetchers.file(source.url);
      // The sender's word for the encoding is a guess of its own: the same bytes give the same article everywhere.
      const [type = ''] = (source.type ?? contentType).split(';');
      const hint = { name: source.name, contentType: type };
      return { extracted: await pool.extract(bytes, hint) };
    }
    const { bytes, contentType, url } = await fetchers.page(source.url);
    const extracted = await pool.extract(bytes, { contentType, url });
    return { extracted: { ...extracted, url: extracted.url ?? url }, host: new URL(url).hostname };
  };
}
