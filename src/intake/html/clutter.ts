import { clutterMark } from './clutter-names.ts';
import { childrenOf, isElement, tagOf, type DomDocument, type DomElement } from './dom.ts';

/** Elements that never hold article text. `figcaption` is about a picture that a quote cannot show. */
const TAGS = new Set(
  (
    'title script style noscript template svg math canvas iframe object embed audio video picture map nav aside dialog menu ' +
    'button input select textarea label figcaption rt rp amp-ad amp-embed amp-sidebar amp-social-share amp-consent ' +
    'amp-user-notification amp-iframe amp-analytics'
  ).split(' '),
);

const ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar'.split(' '),
);

const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Elements that are the article or hold it stay, whatever they are called. */
const ARTICLE = 'h1, article, main, [itemprop="articleBody"]';
/** More text than this outside links is not clutter unless its name leaves no doubt. Characters. */
const MUCH_TEXT = 1500;
const SURE =
  /comment|disqus|respond|discussion|cookie|consent|related|recommend|recirc|outbrain|taboola|share|nav|menu|hidden|screen/iu;

/** Takes out of a page what is not its article: navigation, comments, cookie notices, related links, advertisements. */
export function removeClutter(document: DomDocument): void {
  removeTeasers(document);
  prune(document.body, false);
  // Readability distrusts some names ("header-anchor"); on the pieces of a text they mean nothing.
  for (const footer of document.querySelectorAll('blockquote footer')) asParagraph(document, footer);
  for (const element of document.querySelectorAll('h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, blockquote')) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}

/** Where one article has the page's headline, others beside it whose headings lead elsewhere are teasers. */
function removeTeasers(document: DomDocument): void {
  const articles = [...document.querySelectorAll('article')];
  const own = articles.find((article) => article.querySelector('h1') !== null);
  if (!own) return;
  for (const article of articles) {
    const leadsOn = article.querySelector(
      'h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4',
    );
    if (leadsOn && !own.contains(article) && !article.contains(own)) article.remove();
  }
}

/** A quotation's footer names its speaker; Readability would take it for the page's. */
function asParagraph(document: DomDocument, footer: DomElement): void {
  const paragraph = document.createElement('p');
  paragraph.append(...childrenOf(footer));
  footer.replaceWith(paragraph);
}

/** Depth is at most 250 here, so recursion is safe. */
function prune(parent: DomElement, inArticle: boolean): void {
  for (const child of childrenOf(parent)) {
    if (child.nodeType === 8) (child as DomElement).remove();
    if (!isElement(child)) continue;
    if (isClutter(child, inArticle)) child.remove();
    else prune(child, inArticle || tagOf(child) === 'article' || tagOf(child) === 'main');
  }
}

function isClutter(element: DomElement, inArticle: boolean): boolean {
  const tag = tagOf(element);
  if (TAGS.has(tag) || ROLES.has(element.getAttribute('role') ?? ''))
    return tag === 'label' || !holdsArticle(element);
  if (isInvisible(element)) return true;
  if (tag === 'header') return !inArticle && !holdsArticle(element);
  if (tag === 'footer') return element.closest('blockquote') === null && !holdsArticle(element);
  if (tag === 'form')
    return (
      element.querySelector('textarea, [type="email"], [type="search"]') !== null && !holdsArticle(element)
    );
  if (tag === 'article' || tag === 'main' || tag === 'body') return false;
  const mark = clutterMark(element);
  if (mark === undefined || holdsArticle(element)) return false;
  if (tag === 'blockquote') return /pull/iu.test(mark);
  return SURE.test(mark) || (element.textContent ?? '').length < MUCH_TEXT;
}

const holdsArticle = (element: DomElement): boolean => element.querySelector(ARTICLE) !== null;

function isInvisible(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    INVISIBLE.test(element.getAttribute('style') ?? '')
  );
}
