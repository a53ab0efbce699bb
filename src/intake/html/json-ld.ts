import { decodeEntities } from '../entities.ts';
import { domText, type DomDocument } from './dom.ts';
import { folded } from './fold.ts';

/** What a page's JSON-LD says about its article; strings are as found. */
export type JsonLd = Readonly<{
  headline?: string;
  byline?: string;
  publisher?: string;
  publishedAt?: string;
  language?: string;
  url?: string;
  /** The name of the web site, if it has its own node. */
  site?: string;
  /** The whole text, if the page states it. */
  articleBody?: string;
}>;

type Json = Readonly<Record<string, unknown>>;

/** Limits of a JSON-LD block and of the graph; the rest is ignored. Characters; nodes. */
const MAX_BLOCK = 1_000_000;
const MAX_NODES = 2000;
/** Types of schema.org that are a single text; the first one found in this order describes the page. */
const TYPES = [
  /^(?:\w*NewsArticle|ReportageNewsArticle|LiveBlogPosting)$/u,
  /^(?:\w*Article|\w*Posting|Report|Review|Recipe|Interview|CreativeWork)$/u,
];
/** Types that describe the page instead of the article; WordPress gives date and author there. */
const PAGE = /^(?:WebPage|ItemPage|AboutPage|\w*Page)$/u;

/** Reads all JSON-LD blocks, including arrays, `@graph` and references by `@id`. Skips blocks that are not JSON. */
export function readJsonLd(document: DomDocument): JsonLd {
  const nodes: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parsed(domText(script).slice(0, MAX_BLOCK)), nodes);
  }
  const ofType = (type: RegExp): Json | undefined => ownNode(nodes, type, document);
  const page = ofType(PAGE);
  const article = TYPES.map(ofType).find(Boolean);
  const site = nodes.find((node) => typesOf(node).includes('WebSite'));
  // An object with only `@id` is a reference to a node.
  const byId = new Map(
    nodes.filter((node) => Object.keys(node).length > 1).map((node) => [textOf(node['@id']), node]),
  );
  const resolve = (value: unknown): unknown =>
    isJson(value) && value['name'] === undefined ? (byId.get(textOf(value['@id'])) ?? value) : value;
  const about = { ...fieldsOf(page ?? {}, resolve), headline: '', url: '', publisher: '' };
  const own = article === undefined ? {} : dropEmpty(fieldsOf(article, resolve));
  return { ...dropEmpty({ ...about, site: site === undefined ? '' : textOf(site['name']) }), ...own };
}

function fieldsOf(
  article: Json,
  resolve: (value: unknown) => unknown,
): Record<keyof Omit<JsonLd, 'site'>, string> {
  const page = resolve(article['mainEntityOfPage']);
  return {
    headline: textOf(article['headline']) || textOf(article['name']),
    byline: namesOf(article['author'] ?? article['creator'], resolve),
    publisher: namesOf(article['publisher'], resolve),
    publishedAt: textOf(article['datePublished']) || textOf(article['dateCreated']),
    language: textOf(article['inLanguage']) || (isJson(page) ? textOf(page['inLanguage']) : ''),
    url:
      textOf(article['url']) ||
      textOf(page) ||
      (isJson(page) ? textOf(page['@id']) || textOf(page['url']) : ''),
    articleBody: bodyOf(article),
  };
}

/** The articleBody as plain text: it may contain HTML, and a live blog has it in its entries. */
function bodyOf(article: Json): string {
  const updates = article['liveBlogUpdate'];
  const entries = Array.isArray(updates) ? updates.filter(isJson).slice(0, MAX_NODES) : [];
  const body =
    textOf(article['articleBody']) || entries.map((entry) => textOf(entry['articleBody'])).join('\n');
  const plain = body.replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/giu, '\n').replace(/<\/?[a-z][^<>]*>/giu, '');
  return decodeEntities(plain).trim();
}

/** Among several nodes of a type, the one named in the page's title, else the first, since a page may list other articles. */
function ownNode(nodes: readonly Json[], type: RegExp, document: DomDocument): Json | undefined {
  const found = nodes.filter((node) => typesOf(node).some((name) => type.test(name)));
  const title = folded(document.querySelector('title')?.textContent ?? '');
  const named = found.find((node) => {
    const headline = folded(decodeEntities(textOf(node['headline'])));
    return headline !== '' && title.includes(headline);
  });
  return named ?? found[0];
}

/** Parses JSON as found on pages: inside comments, with line breaks in strings, or with trailing commas. */
function parsed(source: string): unknown {
  const text = source.replace(
    /^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)|(?:-->|(?:\/\/)?\s*\]\]>|;)\s*$/gu,
    '',
  );
  for (const attempt of [text, text.replace(/\p{Cc}/gu, ' ').replace(/,\s*(?=[\]}])/gu, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Flattens a JSON-LD value into its nodes, breadth first, at most {@link MAX_NODES}. */
function collect(root: unknown, nodes: Json[]): void {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && nodes.length < MAX_NODES; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
    else if (isJson(value)) {
      nodes.push(value);
      queue.push(value['@graph'], value['mainEntity'], value['author'], value['publisher']);
    }
  }
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  return isJson(value) ? textOf(value['@value']) : '';
};

function typesOf(node: Json): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type])
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/^.*[/#:]/u, ''));
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string {
  const people = (Array.isArray(value) ? value.slice(0, 20) : [value]).map(resolve);
  const names = people.map((person) => (isJson(person) ? textOf(person['name']) : textOf(person)));
  return [...new Set(names.filter((name) => name !== '' && !/^https?:/iu.test(name)))].join(', ');
}

const dropEmpty = <T extends Record<string, string>>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, text]) => text !== '')) as Partial<T>;
