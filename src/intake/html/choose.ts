import type { PageBlock } from './blocks.ts';
import { proseIn, type ContainerCandidate } from './candidates.ts';
import { tagOf, type DomElement } from './dom.ts';
import { isParagraph, isProse, SENTENCE_END, type ProseAmount } from './measure.ts';

/** What is known of a page when its article is chosen. */
export type Reasons = Readonly<{
  /** What Readability takes for the article. It judges each block. */
  judged: ContainerCandidate;
  /** The elements that the page marks or that weigh most, with all that is in them. */
  whole: readonly ContainerCandidate[];
  /** Blocks that the page's JSON-LD gives as its article's text; empty when it gives none. */
  stated: ContainerCandidate;
  /** The elements around each block, the innermost first, as they were before a method changed the page. */
  around: readonly (readonly DomElement[])[];
  /** Tag and class, or else id, of the element around each block's own, as they were. */
  makes: readonly string[];
  amountOf: (element: DomElement) => ProseAmount;
  /** Elements whose names hint at clutter, though nothing else showed that they are. */
  hinted: ReadonlySet<DomElement>;
}>;

/** What blocks without prose take from a candidate's worth, and what links take. Characters. */
const PER_LABEL = 15;
const PER_LINK_CHARACTER = 1.5;
/**
 * What a character of prose adds that Readability did not find and an element has, or the other way round. Where it is
 * much, one of them lost a part of the article; where it is little, it is what stands around or in one.
 */
const ALONE = { much: 0.5, little: -0.5 };
const MUCH_SHARE = 0.25;
/** What a character that the page states as its article's adds. */
const STATED = 2;
/** A gap of at most this many blocks inside the article is looked at for lists and subheadings that were dropped. */
const GAP_MAX = 40;

/** The article's blocks: of several readings the one with the most prose that the others share, its gaps filled. */
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

/** Names tip the balance: what stands apart from the article, in an element that is called like clutter, adds nothing. */
function isDoubtful(index: number, { around, hinted }: Reasons, places: ReadonlySet<DomElement>): boolean {
  const elements = around[index] ?? [];
  const at = elements.findIndex((element) => hinted.has(element));
  return at >= 0 && !elements.slice(at + 1).some((element) => places.has(element));
}

/** A box holds at most this share of an article's prose. */
const BOX_SHARE = 0.25;

/** Leaves out boxes with a heading or links of their own that another method left out too. */
function withoutBoxes(best: ContainerCandidate, blocks: readonly PageBlock[], reasons: Reasons): number[] {
  const places = placesOf(best, blocks, reasons, MAIN_PLACE);
  const prose = proseIn(best, blocks);
  return [...best].filter((index) => {
    if (reasons.judged.size === 0 || reasons.judged.has(index)) return true;
    const box = boxAround(index, places, reasons);
    return box === undefined || reasons.amountOf(box).prose > prose * BOX_SHARE;
  });
}

/** A place with at least this share of the article's prose is where the article stands. */
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

/** Adds the paragraphs that another method found where the chosen ones stand, or in an element of the same make beside. */
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
 * Adds what stands between the first and the last block of prose and was left out: lists, tables, subheadings and
 * paragraphs that a method took for something else. Boxes with a heading or links of their own stay out.
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

/** Whether only lists, tables and the like stand between a block and a place where the article's paragraphs are. */
const isInPlace = (index: number, places: ReadonlySet<DomElement>, reasons: Reasons): boolean =>
  boxAround(index, places, reasons) === undefined &&
  (reasons.around[index] ?? []).some((element) => places.has(element));

/** The element with a heading or links of its own between a block and a place of the article, if there is one. */
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
