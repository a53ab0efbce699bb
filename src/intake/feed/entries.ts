import { parseFeed } from 'feedsmith';
import { IntakeError } from '../intake-error.ts';
import { MAX_ITEMS } from './feed.ts';

type Parsed = ReturnType<typeof parseFeed>;
type Entries = Readonly<{
  title?: string | undefined;
  language?: string | undefined;
  entries: readonly Entry[];
}>;
/** An entry as any of the formats gives it. */
export type Entry = Readonly<
  Record<'id' | 'link' | 'title' | 'author' | 'date' | 'html', string | undefined>
>;

/**
 * Reads a feed whole; when its XML is broken, so that this fails or entries swallow each other, each entry alone
 * with the feed's head and tail. `malformed` counts those that could not be read even so.
 */
export function readEntries(source: string, subject: string): Entries & { malformed: number } {
  const whole = attempt(source);
  const { head, chunks, tail } = source.trimStart().startsWith('<') ? chunksOf(source) : NO_CHUNKS;
  if (whole !== undefined && whole.entries.length >= chunks.length) return { ...whole, malformed: 0 };
  const read = chunks
    .map((chunk) => attempt(head + chunk + tail))
    .filter((entries) => entries?.entries.length === 1);
  const feed = whole ?? read[0];
  if (feed === undefined) {
    throw new IntakeError(
      'unsupported',
      `${subject} is not an RSS, Atom or JSON feed that can be read: give the feed's own address.`,
    );
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

/** The source around its entries, and each entry with its tags. */
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
      return { title: feed.title, language: feed.language, entries: (feed.items ?? []).map(fromRss) };
    case 'rdf':
      return {
        title: feed.title,
        language: feed.dc?.languages?.[0],
        entries: (feed.items ?? []).map(fromRdf),
      };
    case 'atom':
      return {
        title: feed.title?.value,
        language: feed.xml?.lang,
        entries: (feed.entries ?? []).map(fromAtom),
      };
    case 'json':
      return { title: feed.title, language: feed.language, entries: (feed.items ?? []).map(fromJson) };
  }
}

type Of<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];
type RssItem = NonNullable<Of<'rss'>['items']>[number];
type RdfItem = NonNullable<Of<'rdf'>['items']>[number];
type AtomEntry = NonNullable<Of<'atom'>['entries']>[number];
type JsonItem = NonNullable<Of<'json'>['items']>[number];

const fromRss = (item: RssItem): Entry => ({
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
});

const fromRdf = (item: RdfItem): Entry => ({
  id: item.link,
  link: item.link,
  title: item.title,
  author: item.dc?.creators?.join(', '),
  date: textOf(item.dc?.dates?.[0]),
  html: item.content?.encoded ?? item.description,
});

const fromAtom = (entry: AtomEntry): Entry => ({
  id: entry.id,
  link: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
  title: entry.title?.value,
  author: entry.authors?.map(({ name }) => name).join(', '),
  date: textOf(entry.published ?? entry.updated),
  html: entry.content?.value ?? entry.summary?.value,
});

const fromJson = (item: JsonItem): Entry => ({
  id: item.id,
  link: item.url ?? item.external_url,
  title: item.title,
  author: item.authors
    ?.map(({ name }) => name)
    .filter(Boolean)
    .join(', '),
  date: textOf(item.date_published),
  html: item.content_html ?? paragraphs(item.content_text ?? item.summary),
});

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const paragraphs = (text: string | undefined): string | undefined =>
  text
    ?.split(/\n+/u)
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');

/** An address as the web has them, resolved; `undefined` for others. */
export function webAddress(given: string | undefined, base?: string): string | undefined {
  const url = given === undefined ? null : URL.parse(given.trim(), base);
  return url !== null && /^https?:$/u.test(url.protocol) && url.href.length <= 2000 ? url.href : undefined;
}
