import type { PageBlock } from './blocks.ts';
import { proseIn, type ContainerCandidate } from './candidates.ts';
import { tagOf, type DomElement } from './dom.ts';
import { isParagraph, isProse, SENTENCE_END, type ProseAmount } from './measure.ts';

/** Evidence for choosing the article's blocks. */
export type Reasons = Readonly<{
  /** Blocks chosen by Readability, which judges each block. */
  judged: ContainerCandidate;
  /** All blocks of the elements that the page marks or that weigh most. */
  whole: readonly ContainerCandidate[];
  /** Blocks that are in the articleBody of the page's JSON-LD; empty when it has none. */
  stated: ContainerCandidate;
  /** The ancestors of each block, innermost first, before a method changed the page. */
  around: readonly (readonly DomElement[])[];
  /** Tag and class, or else id, of the parent of each block's element, before a method changed the page. */
  makes: readonly string[];
  amountOf: (element: DomElement) => ProseAmount;
  /** Elements whose names hint at clutter, without further evidence. */
  hinted: ReadonlySet<DomElement>;
}>;

/** Penalties of a candidate for each block without prose, and for links. Characters. */
const PER_LABEL = 15;
const PER_LINK_CHARACTER = 1.5;
/**
 * Value of a character of prose that only Readability or only the elements found. If there is much of it, the other one
 * has lost a part of the article; if there is little, it is clutter around or in the article.
 */
const ALONE = { much: 0.5, little: -0.5 };
const MUCH_SHARE = 0.25;
/** Value of a character of prose that is in the JSON-LD's articleBody. */
const STATED = 2;
/** Longest gap inside the article in which to look for dropped lists and subheadings. Blocks. */
const GAP_MAX = 40;

/** Chooses the article's blocks: the candidate with the most prose that others share, with its gaps filled. */
export function chooseBlocks(blocks: readonly PageBlock[], reasons: Reasons): number[] {
  const { judged, whole, stated } = reasons;
  const places = placesOf(judged, blocks, reasons);
  const rated = [judged, ...whole].map((candidate) => ({
    candidate,
    worth: worthOf(candidate, reasons, blocks, places),
  }));
  const best = rated.toSorted((a, b) => b.worth - a.worth)[0]?.candidate ?? new Set<number>();
  const all = new Set([...withoutBoxes(best, blocks, reasons), ...stated]);
  return withoutGaps(withSiblings(all, blocks, reasons), blocks, reasons);
}

function worthOf(
  candidate: ContainerCandidate,
  reasons: Reasons,
  blocks: readonly PageBlock[],
  places: ReadonlySet<DomElement>,
): number {
  const { judged, whole, stated } = reasons;
  let [shared, alone, cost, confirmed] = [0, 0, 0, 0];
  for (const index of candidate) {
    const block = blocks[index];
    if (block === undefined) continue;
    const others = candidate === judged ? whole : [judged];
    const isShared = others.some((other) => other.has(index));
    const prose = block.text.length - block.linked;
    if (!isProse(block)) cost += block.kind === 'heading' ? 0 : PER_LABEL;
    else if (isShared) shared += prose;
    else if (!isDoubtful(index, reasons, places)) alone += prose;
    cost += block.linked * PER_LINK_CHARACTER;
    if (stated.has(index)) confirmed += STATED * block.text.length;
  }
  const isMuch = alone > MUCH_SHARE * (shared + alone);
  return shared + alone * (isMuch ? ALONE.much : ALONE.little) + confirmed - cost;
}

/** Whether a block counts for nothing: it is apart from the article, in an element whose name hints at clutter. */
function isDoubtful(index: number, { around, hinted }: Reasons, places: ReadonlySet<DomElement>): boolean {
  const elements = around[index] ?? [];
  const at = elements.findIndex((element) => hinted.has(element));
  return at >= 0 && !elements.slice(at + 1).some((element) => places.has(element));
}

/** Largest share of an article's prose in a box. */
const BOX_SHARE = 0.25;

/** Drops boxes with their own heading or links that another method dropped too. */
function withoutBoxes(best: ContainerCandidate, blocks: readonly PageBlock[], reasons: Reasons): number[] {
  const places = placesOf(best, blocks, reasons, MAIN_PLACE);
  const prose = proseIn(best, blocks);
  return [...best].filter((index) => {
    if (reasons.judged.size === 0 || reasons.judged.has(index)) return true;
    const box = boxAround(index, places, reasons);
    return box === undefined || reasons.amountOf(box).prose > prose * BOX_SHARE;
  });
}

/** An element that directly holds at least this share of the article's prose is one of its containers. */
const MAIN_PLACE = 0.2;

/** The elements that directly hold the chosen paragraphs. */
function placesOf(
  chosen: Iterable<number>,
  blocks: readonly PageBlock[],
  { around }: Reasons,
  share = 0,
): ReadonlySet<DomElement> {
  const sizes = new Map<DomElement, number>();
  for (const index of chosen) {
    const [block, place] = [blocks[index], around[index]?.[1]];
    if (block !== undefined && place !== undefined && isParagraph(block))
      sizes.set(place, (sizes.get(place) ?? 0) + block.text.length);
  }
  const least = share * [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return new Set([...sizes].filter(([, size]) => size >= least).map(([place]) => place));
}

/** Adds the paragraphs that another method found in the same containers, or in a sibling element with the same tag and class. */
function withSiblings(
  chosen: ReadonlySet<number>,
  blocks: readonly PageBlock[],
  reasons: Reasons,
): ReadonlySet<number> {
  const { around, makes, whole, judged } = reasons;
  const places = placesOf(chosen, blocks, reasons);
  const main = [...chosen].filter((index) => isParagraph(blocks[index]));
  const beside = Map.groupBy(main, (index) => around[index]?.[2]);
  const siblings = [judged, ...whole]
    .flatMap((candidate) => [...candidate])
    .filter((index) => {
      const place = around[index]?.[1];
      const block = blocks[index];
      if (place === undefined || block === undefined || !isProse(block)) return false;
      if (places.has(place) && SENTENCE_END.test(block.text)) return true;
      if (!isParagraph(block) || isDoubtful(index, reasons, places)) return false;
      const alike = beside.get(around[index]?.[2])?.some((other) => makes[other] === makes[index]);
      return places.has(place) || alike === true;
    });
  return new Set([...chosen, ...siblings]);
}

/**
 * Adds dropped blocks between the first and the last block of prose: lists, tables, subheadings and misjudged paragraphs.
 * Boxes with their own heading or links stay dropped.
 */
function withoutGaps(chosen: ReadonlySet<number>, blocks: readonly PageBlock[], reasons: Reasons): number[] {
  const places = placesOf(chosen, blocks, reasons);
  const prose = [...chosen].filter((index) => isProse(blocks[index])).toSorted((a, b) => a - b);
  const filled = new Set(chosen);
  for (const [n, from] of prose.entries()) {
    const to = prose[n + 1];
    if (to === undefined || to - from > GAP_MAX) continue;
    for (let index = from + 1; index < to; index += 1) {
      const block = blocks[index];
      if (block !== undefined && belongsBetween(block) && isInPlace(index, places, reasons))
        filled.add(index);
    }
  }
  return [...filled].toSorted((a, b) => a - b);
}

const belongsBetween = (block: PageBlock): boolean =>
  block.linked < block.text.length * 0.3 &&
  (isProse(block) || block.kind === 'heading' || block.kind === 'item' || block.text.includes('\t'));

/** Whether a block is in a container of the article's paragraphs, with only lists, tables and the like in between. */
const isInPlace = (index: number, places: ReadonlySet<DomElement>, reasons: Reasons): boolean =>
  boxAround(index, places, reasons) === undefined &&
  (reasons.around[index] ?? []).some((element) => places.has(element));

/** The box, an element with its own heading or links, between a block and a container of the article, if any. */
function boxAround(
  index: number,
  places: ReadonlySet<DomElement>,
  { around, amountOf }: Reasons,
): DomElement | undefined {
  for (const element of around[index] ?? []) {
    if (places.has(element)) return undefined;
    const { headings, linked } = amountOf(element);
    if (BOX.has(tagOf(element)) && (headings > 0 || linked > 0)) return element;
  }
  return undefined;
}

const BOX = new Set(['div', 'aside', 'section', 'figure', 'details', 'form']);
