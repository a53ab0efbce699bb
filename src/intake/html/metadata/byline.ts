import { blocksOf } from '../blocks.ts';
import { domText, type DomDocument, type DomElement } from '../dom.ts';
import { lettersOf, oneLine } from '../fold.ts';
import { namedInStatement, namedOnLine, wholeName } from './byline-line.ts';
import { bylineFrom, nameOf, nameOnLine } from './names.ts';
import { linesNear } from './near.ts';
import { firstRead, readAs, type ReadValue } from './origin.ts';

/** `<meta>` names in order of trust, lower case. */
const META = [
  'author',
  'article:author',
  'parsely-author',
  'dc.creator',
  'dc:creator',
  'dcterms.creator',
  'dc.author',
  'citation_author',
  'sailthru.author',
  'byl',
  'article.author',
  'authors',
  'cxenseparse:author',
  'twitter:creator:name',
  'og:article:author',
  'creator',
];
/** Elements that pages mark as their authors. `holdsOther`: they often hold other text, so only a whole line that is a name counts. */
type Marked = Readonly<{ selector: string; holdsOther?: true }>;
/** Most reliable first. */
const MARKED: readonly Marked[] = [
  { selector: '[itemprop="author"] [itemprop="name"]' },
  { selector: '[itemprop="author"]' },
  { selector: '[rel~="author"]' },
  {
    selector:
      '.author-name, .authorname, .author_name, .author__name, .byline-name, .byline__name, .byline-author',
  },
  {
    selector: '.article-author, .article__author, .post-author, .entry-author, .by-author, .c-byline__author',
  },
  { selector: '.byline a, .author a, .vcard .fn, .vcard.author' },
  { selector: '.byline, .author, .article-byline, .story-byline, .autor, .auteur' },
  {
    selector:
      '[class*="byline"], [class*="Byline"], [class*="author-name"], [class*="authorName"], [class*="AuthorName"]',
  },
  {
    selector: '.authors, .article-authors, [class*="author"]:not([class*="authority"])',
    holdsOther: true,
  },
  {
    selector:
      'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"]',
  },
];
/** Longer text is about an author. Characters. */
const MARKED_MAX = 150;

/** The article's authors from JSON-LD, meta tags, marked elements, or the line below the headline. */
export function bylineOf(
  document: DomDocument,
  meta: ReadonlyMap<string, readonly string[]>,
  page: Readonly<{
    stated: string | undefined;
    publisher: string | undefined;
    headline: string | undefined;
    inArticle: (element: DomElement) => boolean;
  }>,
): ReadValue | undefined {
  const { publisher, headline, inArticle } = page;
  const people = (names: readonly string[]): string | undefined =>
    bylineFrom(names.map(nameOf).map((name) => name && withoutPublisher(name, publisher)));
  return firstRead(
    readAs(people((page.stated ?? '').split(', ')), 'the page’s JSON-LD'),
    ...META.map((name) => readAs(people((meta.get(name) ?? []).flatMap(separated)), 'a meta tag')),
    ...MARKED.map((marked) =>
      readAs(markedNames(document, marked, inArticle, publisher), 'a marked element'),
    ),
    readAs(lineBelow(document, headline), 'a line of the text'),
    readAs(statedBeside(document, inArticle), 'a line of the text'),
  );
}

/** Whether a name is that of the publication: "Le Monde" for "Le Monde.fr", "Courier" for "The Courier". */
function isPublisher(name: string, publisher: string | undefined): boolean {
  const [own, site] = [name, publisher ?? ''].map((each) =>
    lettersOf(each.replace(/^the\s+/iu, '').replace(/\.\p{L}{2,4}(?:\.\p{L}{2})?$/u, '')),
  );
  return own === site;
}

/** Removes the publication from a byline such as "Ann Lee, CNN"; `undefined` if nothing else is left. */
const withoutPublisher = (name: string, publisher: string | undefined): string | undefined =>
  name
    .split(', ')
    .filter((part) => !isPublisher(part, publisher))
    .join(', ') || undefined;

/** "Ann Lee; Bo Ek" and "Ann Lee, Bo Ek" are two; "Lee, Ann" is one. */
const separated = (value: string): string[] =>
  value
    .split(/\s*;\s*/u)
    .flatMap((part) =>
      part.split(',').every((name) => name.trim().includes(' ')) ? part.split(',') : [part],
    );

function markedNames(
  document: DomDocument,
  { selector, holdsOther }: Marked,
  inArticle: (element: DomElement) => boolean,
  publisher: string | undefined,
): string | undefined {
  const marked = [...document.querySelectorAll(selector)].slice(0, 40).filter(inArticle);
  const names = marked.map((element) => {
    const text = oneLine(element.getAttribute('content') ?? textOf(element));
    const name =
      text.length <= MARKED_MAX
        ? (namedOnLine(text) ?? (holdsOther ? wholeName(text) : nameOnLine(text)))
        : undefined;
    return name && withoutPublisher(name, publisher);
  });
  return bylineFrom(names.slice(0, 10));
}

/** An element's text with a space between its parts. */
const textOf = (element: DomElement): string => {
  const [first] = blocksOf(element);
  return first?.text.split('\n')[0] ?? domText(element);
};

const lineBelow = (document: DomDocument, headline: string | undefined): string | undefined =>
  linesNear(blocksOf(document.body), headline)
    .below.map(({ text }) => namedOnLine(text))
    .find((name) => name !== undefined);

/** Where content systems say in a line when and by whom an entry was written. */
const STATEMENTS =
  '.entry-meta, .entry-footer, .entry-utility, .entry-info, .post-meta, .post-info, .post-footer, .postmetadata, .postinfo, .submitted, .meta';

const statedBeside = (
  document: DomDocument,
  inArticle: (element: DomElement) => boolean,
): string | undefined =>
  [...document.querySelectorAll(STATEMENTS)]
    .slice(0, 10)
    .filter(inArticle)
    .map((element) => namedInStatement(domText(element).slice(0, 400)))
    .find((name) => name !== undefined);
