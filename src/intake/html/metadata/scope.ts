import { clutterHint } from '../clutter-names.ts';
import { isElement, tagOf, type DomDocument, type DomElement, type DomNode } from '../dom.ts';
import { folded } from '../fold.ts';

const BESIDE_TAGS = new Set(['aside', 'nav', 'footer', 'form', 'dialog']);
const BESIDE_HINTS = new Set(['comment', 'related', 'navigation', 'sign-up', 'advertisement']);
const OTHER_NAMES =
  /(?:^|[\s_-])(?:widget|sidebar|latest|recent|teaser|card|popular|trending|recommended|more-?news|list-?item|feed-?item|comment)/iu;

/**
 * Says whether an element speaks of the page's own article: it is in the article that has the headline, where the page
 * marks one, and in nothing that stands beside it (comments, related stories, navigation).
 */
export function articleScope(
  document: DomDocument,
  headline: string | undefined,
): (element: DomElement) => boolean {
  const own = ownElement(document, headline);
  return (element) => {
    if (own !== undefined && !own.contains(element)) return false;
    for (
      let node: DomNode | null = element;
      node !== null && isElement(node) && node !== own;
      node = node.parentNode
    ) {
      const hint = clutterHint(node);
      if (
        BESIDE_TAGS.has(tagOf(node)) ||
        (hint !== undefined && BESIDE_HINTS.has(hint)) ||
        isOther(node, own)
      )
        return false;
    }
    return true;
  };
}

/** Another article inside the own one, or an element with a name of lists of articles. */
const isOther = (element: DomElement, own: DomElement | undefined): boolean =>
  (own !== undefined && tagOf(element) === 'article') ||
  (OTHER_NAMES.test(element.getAttribute('class') ?? '') && tagOf(element) !== 'body');

/** The `<article>` or `<main>` around the headline; the only `<article>` when the headline is outside of all. */
function ownElement(document: DomDocument, headline: string | undefined): DomElement | undefined {
  const title = folded(headline ?? '');
  const heading =
    [...document.querySelectorAll('h1, h2, h3')].find(
      (each) => title !== '' && folded(each.textContent ?? '') === title,
    ) ?? document.querySelector('article h1, main h1');
  const around = heading?.closest('article') ?? heading?.closest('main, [role="main"]');
  return around ?? undefined;
}
