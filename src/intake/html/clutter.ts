import { clutterHint, type Clutter } from './clutter-names.ts';
import { looksLike } from './clutter-shapes.ts';
import { isElement, tagOf, type DomElement, type DomNode, attributeOf } from './dom.ts';
import { isHidden, isInline, isInSentence } from './inline.ts';
import type { ProseAmount } from './measure.ts';

/** The page's amounts of prose, and the headings that show its headline. */
export type Surroundings = Readonly<{
  amountOf: (element: DomElement) => ProseAmount;
  headings: ReadonlySet<DomElement>;
  byline: string | undefined;
}>;

type Page = Surroundings & Readonly<{ holders: ReadonlySet<DomNode> }>;

/** Elements of a page that are not its article, and the count of each kind. */
export type LeftOutCounts = Readonly<{
  elements: ReadonlySet<DomElement>;
  counts: ReadonlyMap<Clutter, number>;
}>;

/** Tags and roles that mostly contain clutter. */
const BY_TAG: ReadonlyMap<string, Clutter> = new Map<string, Clutter>([
  ['nav', 'navigation'],
  ['menu', 'navigation'],
  ['aside', 'related'],
  ['footer', 'notice'],
  ['header', 'detail'],
  ['dialog', 'sign-up'],
  ['figcaption', 'caption'],
  ['button', 'sharing'],
  ['label', 'sharing'],
  ['amp-ad', 'advertisement'],
  ['amp-embed', 'advertisement'],
  ['amp-sidebar', 'navigation'],
  ['amp-social-share', 'sharing'],
  ['amp-consent', 'consent'],
  ['amp-user-notification', 'consent'],
]);
const BY_ROLE: ReadonlyMap<string, Clutter> = new Map<string, Clutter>([
  ['navigation', 'navigation'],
  ['banner', 'detail'],
  ['contentinfo', 'notice'],
  ['complementary', 'related'],
  ['search', 'navigation'],
  ['dialog', 'sign-up'],
  ['alertdialog', 'consent'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['toolbar', 'navigation'],
]);
/** Names, except those of comments, are ignored for elements with more than this share of the page's prose. */
const NAMED_SHARE = 0.4;
/** Tags and roles are ignored for elements with more than this share of the page's prose. */
const TAGGED_SHARE = 0.34;
const ARTICLE = 'main, [itemprop="articleBody"]';
/** Names are ignored if without the named elements less than this prose, and less than this share of it, would remain. Characters. */
const LEAST = 200;
const LEAST_SHARE = 0.1;

/** Finds the elements of a page that are not its article. Keeps elements inside sentences, and most of the page's prose. */
export function findClutter(body: DomElement, surroundings: Surroundings): LeftOutCounts {
  const page = { ...surroundings, holders: holdersOf(body, surroundings.headings) };
  const byName = search(body, page, true);
  const total = page.amountOf(body).prose;
  return total - byName.prose >= Math.min(LEAST, total * 0.5) && total - byName.prose >= total * LEAST_SHARE
    ? byName
    : search(body, page, false);
}

function search(body: DomElement, page: Page, trustNames: boolean): LeftOutCounts & { prose: number } {
  const elements = new Set<DomElement>();
  const counts = new Map<Clutter, number>();
  let prose = 0;
  const total = page.amountOf(body).prose;
  const walk = (parent: DomElement): void => {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (!isElement(child)) continue;
      const clutter = clutterOf(child, page, total, trustNames);
      if (clutter === undefined) {
        walk(child);
        continue;
      }
      elements.add(child);
      prose += page.amountOf(child).prose;
      if (page.amountOf(child).text > 0)
        counts.set(clutter, (counts.get(clutter) ?? 0) + countOf(child, clutter));
    }
  };
  walk(body);
  return { elements, counts, prose };
}

function clutterOf(element: DomElement, page: Page, total: number, trustNames: boolean): Clutter | undefined {
  const tag = tagOf(element);
  if (tag === 'body' || tag === 'main' || tag === 'html' || page.holders.has(element)) return undefined;
  const amount = page.amountOf(element);
  if (isInline(element)) {
    const inline = tag === 'button' || tag === 'label' ? 'sharing' : clutterHint(element);
    return inline !== undefined && amount.paragraphs === 0 && trustNames && !isInSentence(element)
      ? inline
      : undefined;
  }
  const share = total === 0 ? 0 : amount.prose / total;
  const tagged = BY_TAG.get(tag) ?? BY_ROLE.get(attributeOf(element, 'role'));
  if (tagged !== undefined && isTaggedClutter(element, tag, share)) return tagged;
  if (isCommentForm(element, tag, share)) return 'comment';
  if (amount.paragraphs === 0 && isPoll(element, amount)) return 'sign-up';
  if (element.getAttribute('aria-hidden') === 'true' && share <= 0.2) return 'navigation';
  const hint = clutterHint(element);
  if (hint === undefined || (tag === 'blockquote' && hint !== 'pull-quote')) return undefined;
  if (hint !== 'comment' && (!trustNames || share > NAMED_SHARE)) return undefined;
  return looksLike[hint](element, amount, share, page.byline) ? hint : undefined;
}

/** The ancestors of the headline and of the marked article, which stay whatever their names are. */
function holdersOf(body: DomElement, headings: ReadonlySet<DomElement>): ReadonlySet<DomNode> {
  const holders = new Set<DomNode>();
  for (const element of [...headings, ...body.querySelectorAll(ARTICLE)]) {
    for (let node: DomNode | null = element; node !== null && !holders.has(node); node = node.parentNode)
      holders.add(node);
  }
  return holders;
}

function isTaggedClutter(element: DomElement, tag: string, share: number): boolean {
  if (share > TAGGED_SHARE) return false;
  if (tag === 'footer') return element.closest('blockquote') === null;
  return tag !== 'header' || element.closest('article, main') === null;
}

const isCommentForm = (element: DomElement, tag: string, share: number): boolean =>
  tag === 'form' &&
  share <= TAGGED_SHARE &&
  element.querySelector('textarea, [type="email"], [type="search"]') !== null;

/** Whether an element is a poll: little text and some check boxes. */
const isPoll = (element: DomElement, { text }: ProseAmount): boolean =>
  text > 0 && text < 600 && element.querySelector('[type="radio"], [type="checkbox"]') !== null;

function countOf(element: DomElement, clutter: Clutter): number {
  if (clutter !== 'comment') return 1;
  const items = [...element.querySelectorAll('li, article')].filter(
    (item) => clutterHint(item) === 'comment',
  );
  const listed = items.filter((item) => tagOf(item) === 'li');
  return Math.max(1, listed.length || items.length);
}

/** Finds invisible elements. None if they contain nearly all of the page, since a script then reveals it. */
export function findHidden(body: DomElement, amountOf: Surroundings['amountOf']): ReadonlySet<DomElement> {
  const hidden = new Set<DomElement>();
  const total = amountOf(body).prose;
  const walk = (parent: DomElement): void => {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (!isElement(child)) continue;
      if (isHidden(child) && (amountOf(child).prose < LEAST || amountOf(child).prose <= total * 0.5))
        hidden.add(child);
      else walk(child);
    }
  };
  walk(body);
  return hidden;
}
