import { parseFeed } from 'feedsmith';
import { IntakeError } from '../intake-error.ts';
import { MAX_ITEMS } from './feed.ts';
import { type Notice, message } from '../../words/message.ts';

type Parsed = ReturnType<typeof parseFeed>;
type Entries = Readonly<{
  title?: string | undefined;
  language?: string | undefined;
  entries: readonly FeedEntry[];
}>;
/** An entry, in the same shape for all formats. */
export type FeedEntry = Readonly<
  Record<'id' | 'link' | 'title' | 'author' | 'date' | 'html' | 'base', string | undefined>
>;

/**
 * Reads the entries of a feed. If its XML is broken, so that parsing fails or merges entries, parses each entry alone
 * between the feed's head and tail. `malformed` counts the entries that cannot be read even then.
 */
export function readEntries(source: string, subject: Notice): Entries & { malformed: number } {
  const whole = attempt(source);
  const { head, chunks, tail } = source.trimStart().startsWith('<') ? chunksOf(source) : NO_CHUNKS;
  if (whole !== undefined && whole.entries.length >= chunks.length) return { ...whole, malformed: 0 };
  const read = chunks
    .map((chunk) => attempt(head + chunk + tail))
    .filter((entries) => entries?.entries.length === 1);
  const feed = whole ?? read[0];
  if (feed === undefined) {
    throw new IntakeError('unsupported', message('intake.not-feed', { subject }));
  }
  const entries = read.flatMap((alone) => alone?.entries ?? []);
  return entries.length >= feed.entries.length
    ? { ...feed, entries, malformed: chunks.length - entries.length }
    : { ...feed, malformed: 0 };
}

function attempt(source: string): Entries | undefined {
  try {
    return entriesOf(parseFeed(source, { maxItems: MAX_ITEMS }));
  } catch {
    return undefined;
  }
}

const NO_CHUNKS = { head: '', chunks: [], tail: '' };

/** Splits the source into its entries, with their tags, and what comes before and after them. */
function chunksOf(source: string): { head: string; chunks: readonly string[]; tail: string } {
  const name = /<(item|entry)[\s>]/iu.exec(source)?.[1] ?? 'item';
  const start = new RegExp(`<${name}[\\s>]`, 'giu');
  const starts = [...source.matchAll(start)].slice(0, MAX_ITEMS + 1).map(({ index }) => index);
  const end = source.toLowerCase().lastIndexOf(`</${name}>`) + name.length + 3;
  if (starts[0] === undefined || end < starts[0]) return NO_CHUNKS;
  const chunks = starts
    .slice(0, MAX_ITEMS)
    .map((from, index) => source.slice(from, Math.min(starts[index + 1] ?? end, end)));
  return { head: source.slice(0, starts[0]), chunks, tail: source.slice(end) };
}

function entriesOf({ format, feed }: Parsed): Entries {
  switch (format) {
    case 'rss':
      return {
        title: feed.title,
        language: feed.language,
        entries: (feed.items ?? []).map((item) => fromRss(item, feed.xml?.base)),
      };
    case 'rdf':
      return {
        title: feed.title,
        language: feed.dc?.languages?.[0],
        entries: (feed.items ?? []).map((item) => fromRdf(item, feed.xml?.base)),
      };
    case 'atom':
      return {
        title: feed.title?.value,
        language: feed.xml?.lang,
        // RFC 4287, 4.2.1: entries without authors have the feed's.
        entries: (feed.entries ?? []).map((entry) =>
          fromAtom({ ...entry, authors: entry.authors ?? feed.authors ?? [] }, feed.xml?.base),
        ),
      };
    case 'json':
      return {
        title: feed.title,
        language: feed.language,
        entries: (feed.items ?? []).map((item) =>
          fromJson({ ...item, authors: item.authors ?? feed.authors ?? [] }),
        ),
      };
  }
}

type Of<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];
type RssItem = NonNullable<Of<'rss'>['items']>[number];
type RdfItem = NonNullable<Of<'rdf'>['items']>[number];
type AtomEntry = NonNullable<Of<'atom'>['entries']>[number];
type JsonItem = NonNullable<Of<'json'>['items']>[number];

const fromRss = (item: RssItem, base: string | undefined): FeedEntry => ({
  id: item.guid?.value,
  link: item.link ?? (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
  title: item.title,
  author:
    item.dc?.creators?.join(', ') ??
    item.authors
      ?.map(({ name }) => name)
      .filter(Boolean)
      .join(', '),
  date: textOf(item.pubDate ?? item.dc?.dates?.[0]),
  html: item.content?.encoded ?? item.description,
  base: joinedBase(base, item.xml?.base),
});

const fromRdf = (item: RdfItem, base: string | undefined): FeedEntry => ({
  id: item.link,
  link: item.link,
  title: item.title,
  author: item.dc?.creators?.join(', '),
  date: textOf(item.dc?.dates?.[0]),
  html: item.content?.encoded ?? item.description,
  base,
});

const fromAtom = (entry: AtomEntry, base: string | undefined): FeedEntry => ({
  id: entry.id,
  link: pageOf(entry.links ?? []),
  title: entry.title?.value,
  author: entry.authors
    ?.map(({ name }) => name)
    .filter(Boolean)
    .join(', '),
  date: textOf(entry.published ?? entry.updated),
  html: entry.content?.value ?? entry.summary?.value,
  base: joinedBase(base, entry.xml?.base),
});

/** The address of an entry's page among its alternate links; prefers HTML to other types. */
function pageOf(
  links: readonly Readonly<{
    href?: string | undefined;
    rel?: string | undefined;
    type?: string | undefined;
  }>[],
): string | undefined {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = pages.find(({ type = 'text/html' }) => /html/iu.test(type)) ?? pages[0];
  return page?.href;
}

/** XML Base: an entry's base may be relative to the feed's. */
const joinedBase = (outer: string | undefined, inner: string | undefined): string | undefined =>
  inner === undefined ? outer : (webAddress(inner, outer) ?? inner);

const fromJson = (item: JsonItem): FeedEntry => ({
  id: item.id,
  link: item.url ?? item.external_url,
  title: item.title,
  author: item.authors
    ?.map(({ name }) => name)
    .filter(Boolean)
    .join(', '),
  date: textOf(item.date_published),
  html: item.content_html ?? paragraphs(item.content_text ?? item.summary),
  base: undefined,
});

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const paragraphs = (text: string | undefined): string | undefined =>
  text
    ?.split(/\n+/u)
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');

/** Resolves an http or https address; `undefined` for any other. */
export function webAddress(given: string | undefined, base?: string): string | undefined {
  const url = given === undefined ? null : URL.parse(given.trim(), base);
  return url !== null && /^https?:$/u.test(url.protocol) && url.href.length <= 2000 ? url.href : undefined;
}
