import { decodeEntities } from '../../entities.ts';
import type { ReadDetails, Hint } from '../../extracted.ts';
import { languageTag } from '../../../article/fields.ts';
import { attributeOf, type DomDocument, type DomElement } from '../dom.ts';
import { oneLine } from '../fold.ts';
import type { JsonLd } from '../json-ld.ts';
import { addressOf } from './address.ts';
import { bylineOf } from './byline.ts';
import { pageHeadlineOf, siteInTitle } from './headline.ts';
import { firstRead, readAs, type DetailOrigin, type ReadValue } from './origin.ts';
import { publishedOf } from './published.ts';
import { articleScope } from './scope.ts';

const PUBLISHER = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'al:ios:app_name',
  'apple-mobile-web-app-title',
];
const LANGUAGE = ['og:locale', 'content-language', 'dc.language', 'language'];

/** What a page says about its article, and where each of these details was read. */
export type Metadata = ReadDetails & Readonly<{ origins: Readonly<Record<string, DetailOrigin>> }>;

/** Headline, byline, publisher, date, language and address of a page: JSON-LD, then meta, then the marks in its body. */
export function readMetadata(document: DomDocument, jsonLd: JsonLd, hint: Hint): Metadata {
  const meta = readMeta(document);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)?.[0]).find(Boolean);
  const named = firstRead(
    readAs(clean(jsonLd.publisher), 'the page’s JSON-LD'),
    readAs(clean(first(PUBLISHER)), 'a meta tag'),
    readAs(clean(propOf(document, 'publisher')), 'a marked element'),
    readAs(clean(jsonLd.site), 'the page’s JSON-LD'),
  );
  const headline = pageHeadlineOf(document, { stated: jsonLd.headline, meta, publisher: named?.value });
  const title = document.querySelector('title')?.textContent ?? '';
  const publisher = named ?? readAs(siteInTitle(title, headline?.value ?? ''), 'the page’s title');
  const language = languageOf(document, jsonLd, first(LANGUAGE));
  const url = addressOf(document, jsonLd.url, first(['og:url']), hint.url);
  const page = {
    headline: headline?.value,
    publisher: publisher?.value,
    language: language?.value ?? '',
    url,
    inArticle: articleScope(document, headline?.value),
  };
  const byline = bylineOf(document, meta, { ...page, stated: jsonLd.byline });
  const publishedAt = publishedOf(document, meta, { ...page, stated: jsonLd.publishedAt });
  return gathered({ headline, byline, publisher, publishedAt, language }, url);
}

function gathered(read: Readonly<Record<string, ReadValue | undefined>>, url: string | undefined): Metadata {
  const known = Object.entries(read).flatMap(([name, found]) =>
    found === undefined ? [] : [[name, found] as const],
  );
  return {
    ...(Object.fromEntries(known.map(([name, { value }]) => [name, value])) as ReadDetails),
    ...(url !== undefined && { url }),
    origins: Object.fromEntries(known.map(([name, { from }]) => [name, from])),
  };
}

/** All `<meta>` values by name, in their order. */
function readMeta(document: DomDocument): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = oneLine(attributeOf(element, 'content'));
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => element.getAttribute(name));
    const key = names.find(Boolean)?.trim().toLowerCase();
    if (key !== undefined && content !== '') meta.set(key, [...(meta.get(key) ?? []), content]);
  }
  return meta;
}

const clean = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : oneLine(decodeEntities(text));

function languageOf(
  document: DomDocument,
  jsonLd: JsonLd,
  stated: string | undefined,
): ReadValue | undefined {
  const root = document.documentElement;
  const own = root?.getAttribute('lang') ?? root?.getAttribute('xml:lang');
  return firstRead(
    readAs(languageTag(own), 'the page’s language'),
    readAs(languageTag(jsonLd.language), 'the page’s JSON-LD'),
    readAs(languageTag(stated), 'a meta tag'),
    readAs(languageTag(document.body.getAttribute('lang')), 'the page’s language'),
  );
}

function propOf(document: DomDocument, name: string): string | undefined {
  const element = document.querySelector(`[itemprop="${name}"]`);
  if (element === null) return undefined;
  const named =
    element.querySelector('meta[itemprop="name"]')?.getAttribute('content') ??
    nameIn(element)?.textContent ??
    element.getAttribute('content');
  return oneLine(named ?? '') || undefined;
}

const nameIn = (element: DomElement): DomElement | null => element.querySelector('[itemprop="name"]');
