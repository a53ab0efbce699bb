import { isElement, type DomDocument, type DomElement, attributeOf, domText } from './dom.ts';
import { folded } from './fold.ts';
import type { ProseAmount } from './measure.ts';

/** Finds teasers among the `<article>` elements: all but the page's own article and the entries of a live blog. */
export function findTeasers(
  document: DomDocument,
  headings: ReadonlySet<DomElement>,
  amountOf: (element: DomElement) => ProseAmount,
): ReadonlySet<DomElement> {
  const articles = [...document.querySelectorAll('article')].slice(0, 300);
  const own = ownArticle(articles, headings, amountOf);
  if (own === undefined) return new Set();
  return new Set(
    articles.filter(
      (article) => !own.contains(article) && !article.contains(own) && !isEntry(article, own, headings),
    ),
  );
}

/** The article with the page's headline, else the one with most of the prose. */
function ownArticle(
  articles: readonly DomElement[],
  headings: ReadonlySet<DomElement>,
  amountOf: (element: DomElement) => ProseAmount,
): DomElement | undefined {
  const titled = articles.findLast((article) => [...headings].some((heading) => article.contains(heading)));
  if (titled) return titled;
  const largest = articles.toSorted((a, b) => amountOf(b).prose - amountOf(a).prose)[0];
  const all = articles
    .filter((article) => !articles.some((other) => other !== article && other.contains(article)))
    .reduce((sum, article) => sum + amountOf(article).prose, 0);
  return largest && amountOf(largest).prose >= all * 0.5 ? largest : undefined;
}

/** Whether an article is an entry of a live blog: it is beside the page's article, and its heading is neither a link nor another page's title. */
function isEntry(article: DomElement, own: DomElement, headings: ReadonlySet<DomElement>): boolean {
  if ([...headings].some((heading) => article.contains(heading))) return true;
  const heading = article.querySelector('h1, h2, h3, h4');
  if (heading !== null && (isLinked(heading) || heading.tagName.toLowerCase() === 'h1')) return false;
  if (article.querySelector('a > h2, a > h3, a > h4') !== null) return false;
  return areRelated(article, own);
}

/** Siblings, or children of siblings: a list of entries often has an element of its own. */
const areRelated = (a: DomElement, b: DomElement): boolean =>
  a.parentNode === b.parentNode ||
  (a.parentNode !== null && a.parentNode.parentNode === b.parentNode && manyOf(a));

/** Whether an article is in a list of at least three. */
function manyOf(article: DomElement): boolean {
  let count = 0;
  for (let node = article.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling)
    count += isElement(node) && node.tagName === article.tagName ? 1 : 0;
  return count >= 3;
}

const isLinked = (heading: DomElement): boolean =>
  heading.closest('a[href]') !== null ||
  [...heading.querySelectorAll('a[href]')].some(
    (link) =>
      !attributeOf(link, 'href').startsWith('#') &&
      folded(domText(link)).length > folded(domText(heading)).length / 2,
  );
