import { blocksOf, type PageBlock } from './blocks.ts';
import { findTeasers } from './articles.ts';
import { blocksIn, heaviestCandidate, markedCandidate, readabilityCandidate } from './candidates.ts';
import { chooseBlocks } from './choose.ts';
import { findClutter, findHidden } from './clutter.ts';
import { clutterHint, type Clutter } from './clutter-names.ts';
import {
  isElement,
  tagOf,
  type DomDocument,
  type DomElement,
  type DomNode,
  attributeOf,
  domText,
} from './dom.ts';
import { folded } from './fold.ts';
import { isProse, measure, SENTENCE_END } from './measure.ts';
import { tidy } from './tidy.ts';
import { asShown } from './unchanged.ts';

/** What is known of the article before its text is extracted. */
export type Known = Readonly<{
  headline?: string | undefined;
  byline?: string | undefined;
  /** The whole text in the page's JSON-LD. */
  articleBody?: string | undefined;
}>;

/** An article's blocks, and how many elements of each kind were left out. */
export type ArticleText = Readonly<{
  blocks: readonly PageBlock[];
  /** All visible blocks of the page, including those around the article. */
  shown: readonly PageBlock[];
  leftOut: ReadonlyMap<Clutter, number>;
}>;

/** Most blocks between headline and text (standfirst, byline, date, a caption); more belong to another part of the page. */
const STANDFIRST_REACH = 6;
/** An articleBody shorter than this is a summary. Characters. */
const STATED_MIN = 400;

/** Finds the article in a page: drops hidden elements and clutter, then chooses between the results of three methods. Changes the document. */
export function findArticle(document: DomDocument, known: Known): ArticleText {
  const { body } = document;
  const hidden = findHidden(body, measure(blocksOf(body)));
  const shown = blocksOf(body, { hidden, leftOut: new Set() });
  const amountOf = measure(shown);
  const headings = headingsOf(document, known.headline);
  const teasers = findTeasers(document, headings, amountOf);
  const clutter = findClutter(body, { amountOf, headings, byline: known.byline });
  const leftOut = new Set([...teasers, ...clutter.elements]);
  const blocks = blocksOf(body, { hidden, leftOut });
  const around = blocks.map(({ owner }) => ancestorsOf(owner));
  const makes = around.map(([, place]) => makeOf(place));
  const hinted = new Set([...new Set(around.flat())].filter((element) => clutterHint(element) !== undefined));
  const whole = [markedCandidate(document, blocks), heaviestCandidate(blocks)];
  for (const element of [...hidden, ...leftOut]) element.remove();
  const judged = readabilityCandidate(document, blocks);
  const { articleBody = '' } = known;
  const stated =
    articleBody.length >= STATED_MIN ? blocksIn(articleBody.split('\n'), blocks) : new Set<number>();
  const chosen = chooseBlocks(blocks, { judged, whole, stated, around, makes, amountOf, hinted });
  const found = withStandfirst(blocks, chosen, known.headline);
  return { blocks: tidy(asShown(found, shown), known), shown, leftOut: clutter.counts };
}

const makeOf = (element: DomElement | undefined): string =>
  element === undefined
    ? ''
    : `${tagOf(element)} ${element.getAttribute('class') ?? attributeOf(element, 'id')}`;

/** An element and its ancestors, innermost first. */
function ancestorsOf(element: DomElement): DomElement[] {
  const found: DomElement[] = [];
  for (let node: DomNode | null = element; node !== null && isElement(node); node = node.parentNode)
    found.push(node);
  return found;
}

/** The headings that show the headline; if there is none, all `h1` headings. */
function headingsOf(document: DomDocument, headline: string | undefined): ReadonlySet<DomElement> {
  const title = folded(headline ?? '');
  const same = [...document.querySelectorAll('h1, h2, h3')].filter(
    (heading) => title !== '' && folded(domText(heading)) === title,
  );
  return new Set(same.length > 0 ? same : document.querySelectorAll('h1'));
}

/** The chosen blocks below the headline, plus the sentences between headline and text, which are often marked as the page's header. */
function withStandfirst(
  blocks: readonly PageBlock[],
  chosen: readonly number[],
  headline: string | undefined,
): PageBlock[] {
  const title =
    headline === undefined
      ? -1
      : blocks.findLastIndex(
          ({ text }, index) =>
            index <= (chosen[0] ?? 0) + STANDFIRST_REACH && folded(text) === folded(headline),
        );
  const first = chosen.find((index) => index > title && isProse(blocks[index]));
  const between =
    title >= 0 && first !== undefined && first - title <= STANDFIRST_REACH + 1
      ? Array.from({ length: first - title - 1 }, (_, n) => title + 1 + n)
      : [];
  const standfirst = between.filter((index) => {
    const block = blocks[index];
    return block !== undefined && SENTENCE_END.test(block.text) && block.linked === 0;
  });
  const below = chosen.filter((index) => index > title || title < 0);
  return [...new Set([...standfirst, ...below])]
    .toSorted((a, b) => a - b)
    .flatMap((index) => blocks[index] ?? []);
}
