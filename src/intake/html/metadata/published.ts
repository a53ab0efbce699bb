import { findDate, isoDate } from '../../../article/dates.ts';
import { blocksOf } from '../blocks.ts';
import { attributeOf, domText, type DomDocument, type DomElement } from '../dom.ts';
import { oneLine } from '../fold.ts';
import { isDateLine } from './date-line.ts';
import { namedOnLine } from './byline-line.ts';
import { linesNear } from './near.ts';
import { firstRead, readAs, type ReadValue } from './origin.ts';

/** `<meta>` names in order of trust, lower case. Dublin Core and parsely are common on news sites. */
const META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'og:release_date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'published_time',
  'published-date',
  'publication-date',
  'published_at',
  'pubdate',
  'bt:pubdate',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'rnews:datepublished',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date.published',
  'dcterms.date',
  'dc.date',
  'date.created',
  'datecreated',
  'created',
  'article.created',
  'displaydate',
  'date',
];
/** Where pages mark the date, most telling first. */
const MARKED = [
  '[itemprop="datePublished"], [property~="datePublished"], [property~="schema:datePublished"], [property~="dc:date"], [property~="dc:created"], [property~="dc:issued"]',
  'time[pubdate], time.published, time.entry-date.published, abbr.published, .published time',
  'time.entry-date, time.post-date, time.published-date, time[itemprop="dateCreated"]',
  'time',
  '[data-datetime], [data-published], [data-timestamp], [data-seconds]',
  '.published, .publish-date, .published-date, .pubdate, .pub-date, .publishdate, .publication-date, .article-date, .article__date, .post-date, .entry-date, .story-date, .posted-on, .date-published, .date, .datum, .fecha, .data, .dateline, .timestamp, .post-time, .article-time, .time',
  '[class*="publish"], [class*="date"], [class*="Date"], [id*="date"], [class*="timestamp"], [class*="Timestamp"], [class*="datum"], [class*="fecha"]',
  '.byline, .meta, .entry-meta, .entry-footer, .entry-utility, .post-footer, .post-meta, .article-meta, .article-info, .info, .postmetadata, .post-info, .submitted, .kicker, .details, .post-header, .article-header, header, small',
];
/** Attributes that hold a date for programs; the shown one may be "5 hours ago". */
const STATED = [
  'datetime',
  'content',
  'title',
  'data-datetime',
  'data-date',
  'data-published',
  'data-time',
  'data-timestamp',
  'data-seconds',
];
/** A date in a link or a list without a name of its own is another article's; a bookmark is a link to this one. */
const ELSEWHERE = 'a:not([rel~="bookmark"]), li';
const UPDATED = /(?:^|[\s_-])(?:updated?|modified|modification|lastmod|last-updated)(?:$|[\s_-])/iu;
const MARKED_MAX = 200;
/** How the line of an update begins: another line of the page may say when the article appeared. */
const UPDATE = String.raw`(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato)\b`;
const UPDATE_WORDS = new RegExp(`^${UPDATE}`, 'iu');
const UPDATE_REST = new RegExp(`${UPDATE}.*$`, 'iu');
/** The years 1990 and 2100 in seconds since 1970. */
const EARLIEST_SECONDS = 631_152_000;
const LATEST_SECONDS = 4_102_444_800;
/** Where data for scripts states a date of publication: `"publishedDate":"2026-03-04T10:00"`. */
const IN_SCRIPT =
  /["'](?:date_?published|published_?(?:date|time|at|on)|publish_?(?:date|time)|publication_?date|pub_?date|first_?published(?:_?at|_?date)?|original_?publication_?date)["']\s*[:=]\s*["']((?:19|20)\d{2}[^"']{4,30})["']/giu;
const SCRIPT_MAX = 500_000;

/** When the article appeared: as JSON-LD, meta tags, marked elements or lines near the headline say, else its address. */
export function publishedOf(
  document: DomDocument,
  meta: ReadonlyMap<string, readonly string[]>,
  page: Readonly<{
    stated: string | undefined;
    headline: string | undefined;
    language: string;
    url: string | undefined;
    inArticle: (element: DomElement) => boolean;
  }>,
): ReadValue | undefined {
  const { stated, headline, language, url, inArticle } = page;
  const dateOf = (text: string): string | undefined => isoDate(oneLine(text), language);
  return firstRead(
    readAs(stated === undefined ? undefined : dateOf(stated), 'the page’s JSON-LD'),
    ...META.map((name) => readAs((meta.get(name) ?? []).map(dateOf).find(Boolean), 'a meta tag')),
    ...MARKED.map((selector) =>
      readAs(markedDate(document, selector, inArticle, language), 'a marked element'),
    ),
    readAs(lineNear(document, headline, language), 'a line of the text'),
    readAs(inScripts(document, language), 'the page’s scripts'),
    readAs(inAddress(url), 'the page’s address'),
  );
}

function markedDate(
  document: DomDocument,
  selector: string,
  inArticle: (element: DomElement) => boolean,
  language: string,
): string | undefined {
  const isNamed = /published|entry-date|datePublished/u.test(selector);
  const isMarked = document.querySelector('article, main, header') !== null;
  const marked = [...document.querySelectorAll(selector)]
    .slice(0, 60)
    .filter((element) => inArticle(element));
  const first = marked.filter(
    (element) => !isUpdate(element) && (isNamed || element.closest(ELSEWHERE) === null),
  );
  // Several times, without a word on which is the article's, may be those of a list.
  if (selector === 'time' && !isMarked && new Set(first.map(({ textContent }) => textContent)).size > 1)
    return undefined;
  const saysUpdate = (element: DomElement): boolean => UPDATE_WORDS.test(oneLine(domText(element)));
  const inOrder = first.slice(0, 8).toSorted((a, b) => Number(saysUpdate(a)) - Number(saysUpdate(b)));
  for (const element of inOrder) {
    const stated = STATED.map((name) => dateOfData(attributeOf(element, name), language)).find(Boolean);
    const date = stated ?? writtenDate(element, language);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A date in an attribute, also as seconds or milliseconds since 1970 (between 1990 and 2100). */
function dateOfData(value: string, language: string): string | undefined {
  if (!/^\d{9,13}$/u.test(value.trim())) return isoDate(value, language);
  const number = Number(value);
  const milliseconds = number > LATEST_SECONDS ? number : number * 1000;
  const isPlausible = milliseconds >= EARLIEST_SECONDS * 1000 && milliseconds <= LATEST_SECONDS * 1000;
  return isPlausible ? new Date(milliseconds).toISOString().replace(/\.000Z$/u, 'Z') : undefined;
}

function writtenDate(element: DomElement, language: string): string | undefined {
  const text = oneLine(domText(element));
  return text.length <= MARKED_MAX ? findDate(withoutUpdate(text), language) : undefined;
}

/** "Published 4 March 2026, updated 9 March 2026" from its first half; what is only an update gives no date. */
const withoutUpdate = (text: string): string => text.replace(UPDATE_REST, '') || text;

const isUpdate = (element: DomElement): boolean =>
  UPDATED.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'itemprop')}`) &&
  !/publi/iu.test(attributeOf(element, 'class'));

function lineNear(document: DomDocument, headline: string | undefined, language: string): string | undefined {
  const { below, above } = linesNear(blocksOf(document.body), headline);
  return [...below, ...above]
    .map((line) => ({ ...line, timed: 0 }))
    .filter(
      (line) =>
        isDateLine(line) ||
        namedOnLine(line.text) !== undefined ||
        /[|·•]/u.test(line.text.slice(0, MARKED_MAX)),
    )
    .map(({ text }) => findDate(text.slice(0, MARKED_MAX), language))
    .find(Boolean);
}

/** The date of publication that the data of the page's scripts state, when they state one day only. */
function inScripts(document: DomDocument, language: string): string | undefined {
  const dates = [...document.querySelectorAll('script:not([src])')].flatMap((script) =>
    [...domText(script).slice(0, SCRIPT_MAX).matchAll(IN_SCRIPT)].flatMap(
      ([, written = '']) => isoDate(written, language) ?? [],
    ),
  );
  return new Set(dates.map((date) => date.slice(0, 10))).size === 1 ? dates[0] : undefined;
}

/** The day in an address such as `/2026/03/04/council`. */
function inAddress(url: string | undefined): string | undefined {
  const path = url === undefined ? '' : (URL.parse(url)?.pathname ?? '');
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?!\d)/u.exec(path) ??
    /[/-]((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(path) ??
    [];
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : isoDate(`${year}-${month}-${day}`);
}
