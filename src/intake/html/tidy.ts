import { isFurniture, tailStart } from '../../article/furniture.ts';
import type { PageBlock } from './blocks.ts';
import { folded } from './fold.ts';
import { isBylineLine } from './metadata/byline-line.ts';
import { isDateLine } from './metadata/date-line.ts';
import { SENTENCE_END } from './measure.ts';

/** A block with at least this share of link text is a list of links; the lower limit is for blocks that are not sentences. */
const LINK_SHARE = 0.8;
const LABEL_SHARE = 0.5;
/** Blocks in which to look for the lines around the headline (byline, standfirst, date). */
const OPENING = 6;
/** Shorter blocks may repeat ("Yes."). Characters. */
const REPEAT_MIN = 40;
/** Longer quotations are not pull quotes; the limit also bounds the search time. Characters. */
const PULL_MAX = 600;
/** A linked sentence with at least this many words belongs to the article, if it is alone. */
const SENTENCE_WORDS = 6;

/** Details that the text should not repeat. */
type Known = Readonly<{ headline?: string | undefined; byline?: string | undefined }>;

/** Removes repetitions and extras from an article's blocks: headline, byline, dates, links, pull quotes, comments. */
export function tidy(blocks: readonly PageBlock[], { headline, byline }: Known): PageBlock[] {
  const body = blocks.slice(0, tailStart(blocks.map(({ text, kind }) => (kind === 'item' ? '' : text))));
  const seen = new Set<string>();
  const prose = body.filter(({ kind }) => kind !== 'quote').map(({ text }) => folded(text));
  const isLabel = (line: PageBlock): boolean =>
    isDateLine(line) || (headline !== undefined && folded(line.text) === folded(headline));
  const keep = (block: PageBlock, index: number): boolean => {
    const text = folded(block.text);
    if (!/[\p{L}\p{N}]/u.test(text) || isLinkList(body, index) || isFurniture(block.text)) return false;
    if (isLabel(block) || (index < OPENING && linesOf(block).every(isLabel))) return false;
    if (isBylineLine(block.text, byline, index < OPENING)) return false;
    if (block.kind === 'quote' && text.length <= PULL_MAX && repeats(text, prose)) return false;
    if (text.length < REPEAT_MIN) return true;
    const first = !seen.has(text);
    seen.add(text);
    return first;
  };
  return withoutEmptySections(body, keep);
}

const linesOf = (block: PageBlock): PageBlock[] =>
  block.text.split('\n').map((text) => ({ ...block, text, timed: 0 }));

/** Drops blocks, and headings that have nothing left under them. */
function withoutEmptySections(
  blocks: readonly PageBlock[],
  keep: (block: PageBlock, index: number) => boolean,
): PageBlock[] {
  const kept: PageBlock[] = [];
  let headings: PageBlock[] = [];
  let dropped = false;
  for (const [index, block] of blocks.entries()) {
    if (!keep(block, index)) {
      dropped = true;
    } else if (block.kind === 'heading') {
      headings = dropped ? [block] : [...headings, block];
      dropped = false;
    } else {
      kept.push(...headings, block);
      headings = [];
      dropped = false;
    }
  }
  return kept;
}

function isLinkList(blocks: readonly PageBlock[], index: number): boolean {
  const block = blocks[index];
  if (block === undefined || !isLinked(block)) return false;
  const isSentence =
    block.kind === 'text' &&
    /[.。]["'”’»)]*$/u.test(block.text) &&
    block.text.split(/\s+/u).length >= SENTENCE_WORDS;
  return !isSentence || [blocks[index - 1], blocks[index + 1]].some((beside) => beside && isLinked(beside));
}

const isLinked = ({ text, linked }: PageBlock): boolean =>
  linked >= text.length * (SENTENCE_END.test(text) ? LINK_SHARE : LABEL_SHARE);

/** Whether a quotation is a pull quote: words of the article, possibly cut at its ends. */
function repeats(quote: string, prose: readonly string[]): boolean {
  const words = quote.replace(/^[\s"'«“]+|[\s"'».…”]+$/gu, '');
  return words.length >= 15 && prose.some((text) => text.includes(words));
}
