import { clutterHint } from '../clutter-names.ts';
import {
  isElement,
  tagOf,
  type DomDocument,
  type DomElement,
  type DomNode,
  attributeOf,
  domText,
} from '../dom.ts';
import { lettersOf } from '../fold.ts';

const BESIDE_TAGS = new Set(['aside', 'nav', 'footer', 'form', 'dialog']);
const BESIDE_HINTS = new Set(['comment', 'related', 'navigation', 'sign-up', 'advertisement']);
const OTHER_NAMES =
  /(?:^|[\s_-])(?:widget|sidebar|latest|recent|teaser|card|popular|trending|recommended|more-?news|list-?item|feed-?item|comment)/iu;

/**
 * Returns a function that tells whether an element belongs to the page's own article: it is in the `<article>` with the
 * headline, if there is one, and not in comments, related stories or navigation.
 */
export function articleScope(
  document: DomDocument,
  headline: string | undefined,
): (element: DomElement) => boolean {
  const heading = headingOf(document, headline);
  const own = heading?.closest('article') ?? heading?.closest('main, [role="main"]') ?? undefined;
  return (element) => {
    if (own !== undefined && !own.contains(element)) return false;
    for (
      let node: DomNode | null = element;
      node !== null && isElement(node) && node !== own;
      node = node.parentNode
    ) {
      // An element that also contains the headline is the article, whatever its name.
      if (heading !== undefined && node.contains(heading)) return true;
      if (isOther(node, own)) return false;
      if (isOwnFoot(node)) continue;
      const hint = clutterHint(node);
      if (BESIDE_TAGS.has(tagOf(node)) || (hint !== undefined && BESIDE_HINTS.has(hint))) return false;
    }
    return true;
  };
}

/** Whether an element is the footer of an entry, which has its author and date, not that of the site. */
const isOwnFoot = (element: DomElement): boolean =>
  /(?:^|\s)(?:post|entry|article|story|content)[\w-]*(?:footer|foot|bottom)/iu.test(
    attributeOf(element, 'class'),
  ) ||
  (tagOf(element) === 'footer' && element.closest('article') !== null);

/** Whether an element is another article inside the own one, or a list of articles by its name. */
const isOther = (element: DomElement, own: DomElement | undefined): boolean =>
  (own !== undefined && tagOf(element) === 'article') ||
  (OTHER_NAMES.test(attributeOf(element, 'class')) && tagOf(element) !== 'body');

/** The heading with the headline, else the first one of an article. */
function headingOf(document: DomDocument, headline: string | undefined): DomElement | undefined {
  const title = lettersOf(headline ?? '');
  const same = [...document.querySelectorAll('h1, h2, h3')].find(
    (each) => title !== '' && lettersOf(domText(each)) === title,
  );
  return same ?? document.querySelector('article h1, main h1') ?? undefined;
}
