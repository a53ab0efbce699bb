import { Readability } from '@mozilla/readability';
import { blocksOf, type PageBlock } from './blocks.ts';
import { childrenOf, isElement, type DomDocument, type DomElement, type DomNode } from './dom.ts';
import { lettersOf } from './fold.ts';
import { isProse } from './measure.ts';

/** The indexes of the blocks that one method considers to be the article. */
export type ContainerCandidate = ReadonlySet<number>;

/** Readability retries less strictly when it finds less than this. Its default of 500 is too much for briefs. Characters. */
const THRESHOLD = 150;
/** A block is searched for in pieces of this many letters; this share of them must be found. */
const PIECE = 24;
const FOUND = 0.6;

/**
 * The article according to Mozilla's Readability. It changes the document. Its output is only used to select the page's
 * own blocks, since it also drops parts of sentences, such as buttons.
 */
export function readabilityCandidate(
  document: DomDocument,
  blocks: readonly PageBlock[],
): ContainerCandidate {
  prepare(document);
  const reader = new Readability<DomElement>(document, {
    charThreshold: THRESHOLD,
    disableJSONLD: true,
    serializer: (node: unknown) => node as DomElement,
  });
  const content = reader.parse()?.content;
  return content
    ? blocksIn(
        blocksOf(content).map(({ text }) => text),
        blocks,
      )
    : new Set();
}

/** Removes class names ("header-anchor") and footers of quotations inside texts, for which Readability would drop them. */
function prepare(document: DomDocument): void {
  for (const footer of document.querySelectorAll('blockquote footer')) {
    const paragraph = document.createElement('p');
    paragraph.append(...childrenOf(footer));
    footer.replaceWith(paragraph);
  }
  for (const element of document.querySelectorAll('h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, blockquote')) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}

/** The blocks whose letters occur in the paragraphs of a text. A short block must equal a whole paragraph. */
export function blocksIn(paragraphs: readonly string[], blocks: readonly PageBlock[]): ContainerCandidate {
  const letters = lettersOf(paragraphs.join(' '));
  const whole = new Set(paragraphs.map(lettersOf));
  const found = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    const own = lettersOf(block.text);
    if (own === '') continue;
    if (own.length < PIECE ? whole.has(own) : shareIn(own, letters) >= FOUND) found.add(index);
  }
  return found;
}

function shareIn(own: string, letters: string): number {
  let pieces = 0;
  let found = 0;
  for (let from = 0; from + PIECE <= own.length; from += PIECE) {
    pieces += 1;
    if (letters.includes(own.slice(from, from + PIECE))) found += 1;
  }
  return found / pieces;
}

/** What a block adds to the weight of its ancestors: its prose, minus a penalty for links, labels and captions. */
function weightOf(block: PageBlock): number {
  const { kind, text, linked } = block;
  if (isProse(block)) return text.length - 2 * linked;
  if (kind === 'heading') return linked > text.length / 2 ? -60 : 0;
  return -(20 + linked);
}

/**
 * The element with the greatest weight: the "maximum subsequence" of Pasternack and Roth, "Extracting article text from
 * the web" (WWW 2009), on the tree instead of the token sequence. Among equals, the innermost.
 */
export function heaviestCandidate(blocks: readonly PageBlock[]): ContainerCandidate {
  const weights = new Map<DomNode, number>();
  for (const block of blocks) {
    const weight = weightOf(block);
    for (let node: DomNode | null = block.owner; node !== null && isElement(node); node = node.parentNode)
      weights.set(node, (weights.get(node) ?? 0) + weight);
  }
  let [heaviest, most]: [DomNode | undefined, number] = [undefined, 0];
  for (const [node, weight] of weights) {
    // Elements are ordered from the inside out, so an outer one wins only if it adds something.
    if (weight > most) [heaviest, most] = [node, weight];
  }
  return heaviest === undefined ? new Set() : containedIn(heaviest as DomElement, blocks);
}

/** Selectors by which pages mark their article, most reliable first. */
const MARKED = ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]'];
const MARKED_MIN = 250;

/** The element that the page marks as its article: the one with the most prose for the most reliable selector. */
export function markedCandidate(document: DomDocument, blocks: readonly PageBlock[]): ContainerCandidate {
  for (const selector of MARKED) {
    const marked = [...document.querySelectorAll(selector)]
      .slice(0, 20)
      .map((element) => containedIn(element, blocks));
    const sizes = marked.map((candidate) => proseIn(candidate, blocks));
    const best = sizes.indexOf(Math.max(0, ...sizes));
    const [candidate, size] = [marked[best], sizes[best]];
    if (candidate !== undefined && size !== undefined && size >= MARKED_MIN) return candidate;
  }
  return new Set();
}

export const containedIn = (element: DomElement, blocks: readonly PageBlock[]): ContainerCandidate =>
  new Set(blocks.flatMap((block, index) => (element.contains(block.owner) ? [index] : [])));

/** Characters of running text in a candidate. */
export function proseIn(candidate: Iterable<number>, blocks: readonly PageBlock[]): number {
  let sum = 0;
  for (const index of candidate) {
    const block = blocks[index];
    if (block !== undefined && isProse(block)) sum += block.text.length - block.linked;
  }
  return sum;
}
