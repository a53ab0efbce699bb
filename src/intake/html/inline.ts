import { isElement, isText, tagOf, type DomElement, type DomNode, attributeOf, domText } from './dom.ts';

/** Inline elements. Source: the HTML standard's phrasing content, and old presentational elements. */
const INLINE = new Set(
  (
    'a abbr acronym b basefont bdi bdo big blink button cite code data del dfn em font i img input ins kbd label mark ' +
    'math mfrac mi mn mo mover mroot mrow ms mspace msqrt mstyle msub msubsup msup mtext munder semantics nobr output q ' +
    'rb rt rp ruby s samp small span strike strong sub sup time tt u var wbr amp-img amp-fit-text'
  ).split(' '),
);
/** Block elements. Unknown ones (`x-company`, `o:p`, `st1:city`) are inline if there is text beside them. */
const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main menu meta nav ' +
    'noscript ol optgroup option p param pre script search section select style summary table tbody td textarea ' +
    'template tfoot th thead title tr ul video audio canvas svg object embed picture source track map area'
  ).split(' '),
);
const SENTENCE_END = /[.!?…。！？:][\s"'”’»」』)\]]*$/u;
const WORD = /[\p{L}\p{N}]/u;

/** Whether an element is inline, part of a line of text, instead of a block. */
export function isInline(element: DomElement): boolean {
  const tag = tagOf(element);
  if (INLINE.has(tag)) return true;
  if (BLOCK.has(tag)) return false;
  return (
    !holdsBlock(element) &&
    (WORD.test(textBeside(element, 'before')) || WORD.test(textBeside(element, 'after')))
  );
}

function holdsBlock(element: DomElement): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && (BLOCK.has(tagOf(child)) || holdsBlock(child))) return true;
  }
  return false;
}

/** How much of a line to read. Characters. */
const ENOUGH = 200;

/** The text of an element's line before or after it, up to a line break or the end of the block. */
export function textBeside(element: DomElement, side: 'before' | 'after'): string {
  let text = '';
  let node: DomNode = element;
  for (;;) {
    const sibling: DomNode | null = side === 'after' ? node.nextSibling : node.previousSibling;
    if (sibling === null) {
      const parent: DomNode | null = node.parentNode;
      if (parent === null || !isElement(parent) || BLOCK.has(tagOf(parent))) return text;
      node = parent;
      continue;
    }
    if (isElement(sibling) && (BLOCK.has(tagOf(sibling)) || holdsBlock(sibling))) return text;
    if (isText(sibling) || (isElement(sibling) && INLINE.has(tagOf(sibling)) && !isHidden(sibling))) {
      const piece = domText(sibling);
      text = side === 'after' ? text + piece : piece + text;
    }
    if (text.trim().length >= ENOUGH) return text;
    node = sibling;
  }
}

/**
 * Whether an element is part of a sentence: words of its line follow it, or precede it without ending a sentence.
 * Removing such an element would change what the page says.
 */
export function isInSentence(element: DomElement): boolean {
  if (!isInline(element)) return false;
  if (WORD.test(textBeside(element, 'after'))) return true;
  const before = textBeside(element, 'before').trim();
  return WORD.test(before) && !SENTENCE_END.test(before);
}

const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Class names that hide an element from sight, unless another one shows it on larger screens (`hidden md:block`). */
const HIDING =
  /(?:^|\s)(?:sr-only|hidden|is-hidden|d-none|element-invisible|(?:\S*[_-])?(?:screen-?reader-text|screen-?reader-only|visually-?hidden|a11y-hidden))(?:$|\s)/iu;
const SHOWN = /(?:^|\s)(?:sm|md|lg|xl|2xl|d-sm|d-md|d-lg|d-xl)[:-](?:block|flex|grid|inline|contents|table)/u;

/** Whether an element is not shown, as far as its own attributes tell. */
export function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden') || INVISIBLE.test(attributeOf(element, 'style'))) return true;
  const names = attributeOf(element, 'class');
  return (HIDING.test(names) && !SHOWN.test(names)) || isTip(element, names);
}

const TIP_BOX =
  /(?:^|[\s_-])(?:tool-?tip-?_{0,2}(?:text|content|inner|body|box|bubble)|popover|popup|hover-?card|rollover|flyout)/iu;
const TIP = /tool-?tip|hover|popover|popup|rollover|flyout/iu;
/** Attributes with an explanation; their element is the explained word. */
const TIP_ATTRIBUTES = [
  'title',
  'data-tooltip',
  'data-tip',
  'data-title',
  'data-content',
  'data-tippy-content',
];

/** Whether an element is a tooltip with the explanation of a word, such as "Chapter 11". */
function isTip(element: DomElement, names: string): boolean {
  if (element.getAttribute('role') === 'tooltip') return true;
  if (!TIP.test(names) || !isInline(element) || TIP_ATTRIBUTES.some((name) => element.hasAttribute(name)))
    return false;
  if (element.querySelector('[role="tooltip"], [class*="tip"], [class*="pop"], [class*="hover"]'))
    return false;
  const before = textBeside(element, 'before');
  // A tooltip has no space before it; a word of the sentence does.
  return WORD.test(before) && (TIP_BOX.test(names) || /\S$/u.test(before));
}
