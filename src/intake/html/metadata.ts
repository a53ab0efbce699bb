import { isoDate } from '../dates.ts';
import type { Hint } from '../extracted.ts';
import { languageTag } from '../../article/fields.ts';
import type { DomDocument, DomElement } from './dom.ts';
import type { JsonLd } from './json-ld.ts';

export type Metadata = Omit<JsonLd, 'articleBody'>;

/** `<meta>` names and properties in order of trust, lower case. Dublin Core and parsely are common on news sites. */
const META = {
  headline: ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'headline'],
  byline: ['author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author', 'byl'],
  publisher: ['og:site_name', 'application-name', 'dc.publisher'],
  publishedAt: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dc.date',
    'date',
    'pubdate',
  ],
  language: ['og:locale', 'content-language', 'dc.language'],
  url: ['og:url'],
} as const;

/** Longest byline read from the page's text, beyond it a block of prose was marked as author. Characters. */
const BYLINE_MAX = 150;

/** Headline, byline, publisher, date, language and address of a page: JSON-LD, then meta, then the marks in its body. */
export function readMetadata(document: DomDocument, jsonLd: JsonLd, hint: Hint): Metadata {
  const meta = readMeta(document);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find(Boolean);
  const publisher = jsonLd.publisher ?? first(META.publisher) ?? propOf(document, 'publisher');
  const stated = [...META.publishedAt.map((name) => meta.get(name)), ...datesIn(document)];
  return defined({
    headline: headlineOf(document, jsonLd.headline, first(META.headline), publisher),
    byline:
      jsonLd.byline ??
      bylineOf(
        META.byline.map((name) => meta.get(name)),
        document,
      ),
    publisher,
    publishedAt: [jsonLd.publishedAt, ...stated]
      .map((date) => (date ? isoDate(date) : undefined))
      .find(Boolean),
    language: [document.documentElement?.getAttribute('lang'), jsonLd.language, first(META.language)]
      .map(languageTag)
      .find(Boolean),
    url: addressOf(document, jsonLd.url, first(META.url), hint.url),
  });
}

const titleOf = (document: DomDocument): string => document.querySelector('title')?.textContent ?? '';

function readMeta(document: DomDocument): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('http-equiv');
    const content = oneLine(element.getAttribute('content') ?? '');
    const key = name?.trim().toLowerCase() ?? '';
    if (content !== '' && !meta.has(key)) meta.set(key, content);
  }
  return meta;
}

/**
 * The page's own `h1` when JSON-LD or Open Graph confirm it: they are often shortened or carry the site's name,
 * while the `h1` is what readers saw.
 */
function headlineOf(
  document: DomDocument,
  stated?: string,
  shared?: string,
  publisher?: string,
): string | undefined {
  const h1s = [...document.querySelectorAll('h1')]
    .slice(0, 10)
    .map((h1) => oneLine(h1.textContent ?? ''))
    .filter(Boolean);
  const titles = [stated, shared, titleOf(document)].filter(Boolean).map((title) => plain(title ?? ''));
  const confirmed = h1s.find((h1) =>
    titles.some((title) => title.includes(plain(h1)) || plain(h1).startsWith(title.replace(/…|\.{3}$/u, ''))),
  );
  if (confirmed !== undefined && confirmed !== publisher) return confirmed;
  if (stated !== undefined) return oneLine(stated);
  const title = withoutSite(oneLine(shared ?? titleOf(document)), publisher);
  return title || (h1s.length === 1 ? h1s[0] : undefined);
}

/** A title without the site's name at its end: `Headline | The Courier`. */
function withoutSite(title: string, publisher?: string): string {
  const parts = title.split(/\s+[|–—·»:-]\s+/u);
  const last = parts.at(-1) ?? '';
  const isSite =
    publisher !== undefined ? plain(last) === plain(publisher) : /\s[|»]\s/u.test(title) && last.length <= 40;
  return parts.length > 1 && isSite
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s*[|–—·»:-]\s*$/u, '')
    : title;
}

function bylineOf(stated: readonly (string | undefined)[], document: DomDocument): string | undefined {
  const marked = [
    ...document.querySelectorAll('[rel="author"], [itemprop="author"], .byline, .author-name'),
  ].slice(0, 5);
  const written = marked
    .map((element) => oneLine((named(element) ?? element).textContent ?? ''))
    .filter((name) => name.length <= BYLINE_MAX);
  const names = [...stated, ...new Set(written)].map((name) =>
    (name ?? '').replace(/^(?:by|par|von|por)[\s:]+/iu, '').trim(),
  );
  return names.find((name) => name !== '' && !/^(?:https?:|@)/iu.test(name));
}

const named = (element: DomElement): DomElement | null =>
  element.querySelector('[itemprop="name"], [rel="author"]');

function propOf(document: DomDocument, name: string): string | undefined {
  const element = document.querySelector(`[itemprop="${name}"]`);
  const value =
    element === null
      ? ''
      : (element.querySelector('meta[itemprop="name"]')?.getAttribute('content') ??
        named(element)?.textContent ??
        element.getAttribute('content'));
  return oneLine(value ?? '') || undefined;
}

/** What stands beside an article. */
const BESIDE = 'a, li, aside, nav, footer, form, [class*="comment"], [id*="comment"], [class*="related"]';

function datesIn(document: DomDocument): string[] {
  const marked = document.querySelectorAll(
    '[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime], header time[datetime]',
  );
  const times = [...document.querySelectorAll('time[datetime]')];
  // A page that names one time only names its own, unless it is a comment's or a link's.
  return [
    ...[...marked].slice(0, 5),
    ...(times.length === 1 ? times.filter((time) => !time.closest(BESIDE)) : []),
  ].map(
    (element) =>
      ['datetime', 'content', 'title'].map((name) => element.getAttribute(name)).find(Boolean) ??
      element.textContent ??
      '',
  );
}

/**
 * The page's canonical address. A page may name only its own site: otherwise anyone could have a citation point
 * to another newsroom (T21); then it is the address that was fetched.
 */
function addressOf(document: DomDocument, ld?: string, og?: string, fetched?: string): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  for (const stated of [canonical, og, ld]) {
    const url = stated === undefined || stated === '' ? null : URL.parse(stated, fetched);
    const usable =
      url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.href.length <= 2000;
    if (usable && (fetched === undefined || sameSite(url.hostname, new URL(fetched).hostname)))
      return url.href;
  }
  return fetched;
}

const sameSite = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((host) => host.replace(/^(?:www|m|amp|mobile)\./u, ''));
  return x === y;
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const plain = (text: string): string =>
  oneLine(text).toLowerCase().replaceAll(/[’‘]/gu, "'").replaceAll(/[“”]/gu, '"');

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
