import type { IntakePool } from '../intake/worker/pool.ts';
import { fetchAttachment } from '../intake/net/fetch-attachment.ts';
import { fetchUrl } from '../intake/net/fetch-url.ts';
import type { ReadSource } from './order.ts';

/** Functions that fetch bytes; tests replace them. */
export type Fetchers = Readonly<{
  page: typeof fetchUrl;
  file: typeof fetchAttachment;
}>;

/** Reads sources: fetches their bytes and lets the pool read them off the main thread. */
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
      // Ignores the stated encoding, so that the same bytes always give the same article.
      const [type = ''] = (source.type ?? contentType).split(';');
      const hint = { name: source.name, contentType: type };
      return { extracted: await pool.extract(bytes, hint) };
    }
    const { bytes, contentType, url } = await fetchers.page(source.url);
    const extracted = await pool.extract(bytes, { contentType, url });
    return { extracted: { ...extracted, url: extracted.url ?? url }, host: new URL(url).hostname };
  };
}
