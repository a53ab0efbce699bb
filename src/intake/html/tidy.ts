import { isFurniture, startsTail } from '../../article/furniture.ts';
import type { Block } from './blocks.ts';
import type { Metadata } from './metadata.ts';

/** From this share of link text on, a block is a list of links, not prose; from the lower one if it is no sentence. */
const LINK_SHARE = 0.8;
const LABEL_SHARE = 0.5;
/** A dated line has at most this much beside its date: "Published", "Updated:". Characters. */
const BESIDE_DATE = 25;
/** The lines around a headline (byline, standfirst, date) are looked for in so many blocks. */
const OPENING = 6;
/** Shorter blocks may repeat ("Yes."). Characters. */
const REPEAT_MIN = 40;
/** Longer quotations are not pull quotes; bounds the time of the search for their source. Characters. */
const PULL_MAX = 600;

/** Takes out of an article's blocks what repeats or surrounds it: headline, byline, dates, links, pull quotes, comments. */
export function tidy(blocks: readonly Block[], { headline, byline }: Metadata): Block[] {
  const tail = blocks.findIndex(({ text, kind }, index) => kind !== 'item' && index > 0 && startsTail(text));
  const body = tail < 0 ? blocks : blocks.slice(0, tail);
  const seen = new Set<string>();
  const prose = body.filter(({ kind }) => kind !== 'quote').map(({ text }) => folded(text));
  const keep = (block: Block, index: number): boolean => {
    const text = folded(block.text);
    if (!/[\p{L}\p{N}]/u.test(text) || isLinkList(block) || isFurniture(block.text)) return false;
    if (block.timed > 0 && block.text.length - block.timed <= BESIDE_DATE) return false;
    if (headline !== undefined && text === folded(headline)) return false;
    if (index < OPENING && byline !== undefined && isByline(text, folded(byline))) return false;
    if (block.kind === 'quote' && text.length <= PULL_MAX && repeats(text, prose)) return false;
    if (text.length < REPEAT_MIN) return true;
    const first = !seen.has(text);
    seen.add(text);
    return first;
  };
  return withoutEmptySections(body, keep);
}

/** Drops blocks, and each heading that has nothing left under it. */
function withoutEmptySections(
  blocks: readonly Block[],
  keep: (block: Block, index: number) => boolean,
): Block[] {
  const kept: Block[] = [];
  let headings: Block[] = [];
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

const isLinkList = ({ text, linked }: Block): boolean =>
  linked >= text.length * (/[.!?…。！？]\W*$/u.test(text.slice(-20)) ? LINK_SHARE : LABEL_SHARE);

/** Whether a short line names all the authors. */
const isByline = (text: string, byline: string): boolean =>
  text.length <= byline.length + 60 && byline.split(', ').every((name) => text.includes(name));

/** Whether a quotation is words of the article set large, possibly cut at its ends. */
function repeats(quote: string, prose: readonly string[]): boolean {
  const words = quote.replace(/^[\s"'«“]+|[\s"'».…”]+$/gu, '');
  return words.length >= 15 && prose.some((text) => text.includes(words));
}

const folded = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .trim()
    .toLowerCase();
