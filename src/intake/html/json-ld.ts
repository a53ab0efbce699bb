import type { DomDocument } from './dom.ts';

/** What a page's JSON-LD says about its article; strings are as found. */
export type JsonLd = Readonly<{
  headline?: string;
  byline?: string;
  publisher?: string;
  publishedAt?: string;
  language?: string;
  url?: string;
  /** The whole text, where the page gives it. */
  articleBody?: string;
}>;

type Json = Readonly<Record<string, unknown>>;

/** Blocks larger than this, and graphs of more nodes, are read no further. Characters; nodes. */
const MAX_BLOCK = 1_000_000;
const MAX_NODES = 2000;
/** Types of schema.org that are one text; the first found in this order describes the page. */
const TYPES = [
  /^(?:\w*NewsArticle|ReportageNewsArticle|LiveBlogPosting)$/u,
  /^(?:\w*Article|\w*Posting|Report)$/u,
];

/** Reads all JSON-LD blocks, through arrays, `@graph` and references by `@id`. Blocks that are not JSON are passed over. */
export function readJsonLd(document: DomDocument): JsonLd {
  const nodes: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '')
      .slice(0, MAX_BLOCK)
      .replace(/^\s*(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/gu, '');
    try {
      collect(JSON.parse(source), nodes);
    } catch {
      continue;
    }
  }
  const article = TYPES.map((type) =>
    nodes.find((node) => typesOf(node).some((name) => type.test(name))),
  ).find(Boolean);
  if (article === undefined) return {};
  // A bare `{"@id"}` points to a node; the others are nodes.
  const byId = new Map(
    nodes.filter((node) => Object.keys(node).length > 1).map((node) => [textOf(node['@id']), node]),
  );
  const resolve = (value: unknown): unknown =>
    isJson(value) && value['name'] === undefined ? (byId.get(textOf(value['@id'])) ?? value) : value;
  const page = resolve(article['mainEntityOfPage']);
  return dropEmpty({
    headline: textOf(article['headline']) || textOf(article['name']),
    byline: namesOf(article['author'] ?? article['creator'], resolve),
    publisher: namesOf(article['publisher'], resolve),
    publishedAt: textOf(article['datePublished']),
    language: textOf(article['inLanguage']) || (isJson(page) ? textOf(page['inLanguage']) : ''),
    url:
      textOf(article['url']) ||
      textOf(page) ||
      (isJson(page) ? textOf(page['@id']) || textOf(page['url']) : ''),
    articleBody: textOf(article['articleBody']),
  });
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
