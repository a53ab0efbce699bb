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
  const heading = headingOf(document, headline);
  const own = heading?.closest('article') ?? heading?.closest('main, [role="main"]') ?? undefined;
  return (element) => {
    if (own !== undefined && !own.contains(element)) return false;
    for (
      let node: DomNode | null = element;
      node !== null && isElement(node) && node !== own;
      node = node.parentNode
    ) {
      // What holds the headline too is the article, whatever it is called.
      if (heading !== undefined && node.contains(heading)) return true;
      if (isOther(node, own)) return false;
      if (isOwnFoot(node)) continue;
      const hint = clutterHint(node);
      if (BESIDE_TAGS.has(tagOf(node)) || (hint !== undefined && BESIDE_HINTS.has(hint))) return false;
    }
    return true;
  };
}

/** An entry's own foot holds its author and date; that of the site does not. */
const isOwnFoot = (element: DomElement): boolean =>
  /(?:^|\s)(?:post|entry|article|story|content)[\w-]*(?:footer|foot|bottom)/iu.test(
    element.getAttribute('class') ?? '',
  ) ||
  (tagOf(element) === 'footer' && element.closest('article') !== null);

/** Another article inside the own one, or an element with a name of lists of articles. */
const isOther = (element: DomElement, own: DomElement | undefined): boolean =>
  (own !== undefined && tagOf(element) === 'article') ||
  (OTHER_NAMES.test(element.getAttribute('class') ?? '') && tagOf(element) !== 'body');

/** The heading with the headline, else the first one of an article. */
function headingOf(document: DomDocument, headline: string | undefined): DomElement | undefined {
  const title = folded(headline ?? '');
  const same = [...document.querySelectorAll('h1, h2, h3')].find(
    (each) => title !== '' && folded(each.textContent ?? '') === title,
  );
  return same ?? document.querySelector('article h1, main h1') ?? undefined;
}
