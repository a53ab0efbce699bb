import type { DraftFields } from '../../article/fields.ts';
import type { FeedItem } from '../../store/desk/feed-rows.ts';
import { IntakeError } from '../intake-error.ts';
import type { fetchUrl } from '../net/fetch-url.ts';
import type { IntakePool } from '../worker/pool.ts';
import type { ParsedFeed, ParsedItem } from './feed.ts';

/** What a poll needs from outside; tests replace it. */
export type PollTools = Readonly<{
  now: () => Date;
  fetch: typeof fetchUrl;
  pool: Pick<IntakePool, 'extract' | 'readFeed'>;
  /** The stored state of these items of the feed, by key. */
  known: (
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<FeedItem, 'state' | 'tries' | 'fingerprint'>>>;
}>;

/** From this length, the feed's own text is not a teaser, and replaces a page that cannot be read. Characters of HTML. */
const FULL_TEXT = 800;

/**
 * Reads the article of an item: from its page, to which citations will link, else from the text in the feed. Details that
 * the page lacks come from the feed. Throws {@link IntakeError}.
 */
export async function readItem(
  item: ParsedItem,
  feed: ParsedFeed,
  tools: Pick<PollTools, 'fetch' | 'pool'>,
): Promise<{ extracted: DraftFields; host?: string }> {
  if (item.url === undefined) return { extracted: withFeed(await ownText(item, tools), item, feed) };
  const { hostname: host } = new URL(item.url);
  try {
    const { bytes, contentType, url } = await tools.fetch(item.url);
    const extracted = await tools.pool.extract(bytes, { contentType, url });
    return { extracted: withFeed(extracted, item, feed), host: new URL(url).hostname };
  } catch (error) {
    const isTeaser = (item.html?.length ?? 0) < FULL_TEXT;
    if (!(error instanceof IntakeError) || error.code === 'closed' || isTeaser) throw error;
    return { extracted: withFeed(await ownText(item, tools), item, feed), host };
  }
}

/** The text in the feed, as a page. */
function ownText(
  { headline = '', html = '', url }: ParsedItem,
  { pool }: Pick<PollTools, 'pool'>,
): Promise<DraftFields> {
  const title = headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${html}</article></body></html>`;
  return pool.extract(new TextEncoder().encode(page), {
    contentType: 'text/html; charset=utf-8',
    ...(url !== undefined && { url }),
  });
}

/** Completes the details of the page with those of the feed. */
function withFeed(
  extracted: DraftFields,
  { byline, publishedAt }: ParsedItem,
  { title, language }: ParsedFeed,
): DraftFields {
  const offered = Object.entries({ byline, publishedAt, publisher: title, language });
  const missing = offered.filter(
    ([name, value]) => value !== undefined && extracted[name as 'byline'] === undefined,
  );
  if (missing.length === 0) return extracted;
  const origins = Object.fromEntries(missing.map(([name]) => [name, 'the feed']));
  const reading = { ...extracted.reading, origins: { ...extracted.reading?.origins, ...origins } };
  return { ...extracted, ...Object.fromEntries(missing), reading };
}
