import type { PageBlock } from './blocks.ts';
import { isElement, type DomElement, type DomNode } from './dom.ts';

/** Totals of the blocks inside an element, in characters unless noted. */
export type ProseAmount = Readonly<{
  /** Text of sentences outside links. */
  prose: number;
  text: number;
  linked: number;
  /** Number of blocks, of paragraphs and headings among them, and of headings that are links. */
  blocks: number;
  paragraphs: number;
  headings: number;
  linkedHeadings: number;
}>;

/** A block of this length is prose even without a period. CJK text is about twice as dense. Characters. */
const PROSE_MIN = 40;
/** A sentence with a period that is at least this long is a paragraph. Characters. */
const PARAGRAPH_MIN = 80;
const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u;
export const SENTENCE_END = /[.!?…。！？][\s"'”’»“‘«」』)\]]*$/u;

/** Whether a block is running text: not a heading, mostly outside links, and long or a sentence. */
export const isProse = (block: PageBlock | undefined): boolean =>
  block !== undefined &&
  block.kind !== 'heading' &&
  block.linked < block.text.length / 2 &&
  (block.text.length >= PROSE_MIN || SENTENCE_END.test(block.text));

/** Whether a block is prose of some length with a sentence in it. */
export const isParagraph = (block: PageBlock | undefined): boolean =>
  block !== undefined &&
  isProse(block) &&
  block.text.length * (CJK.test(block.text.slice(0, 20)) ? 2 : 1) >= PARAGRAPH_MIN &&
  /[.!?…。！？:]/u.test(block.text);

/** Characters of running text outside links. */
export const proseOf = (blocks: readonly PageBlock[]): number =>
  blocks.filter(isProse).reduce((sum, { text, linked }) => sum + text.length - linked, 0);

const NOTHING: ProseAmount = {
  prose: 0,
  text: 0,
  linked: 0,
  blocks: 0,
  paragraphs: 0,
  headings: 0,
  linkedHeadings: 0,
};

/** Computes the totals of each element from the page's blocks. Time grows with blocks times depth. */
export function measure(blocks: readonly PageBlock[]): (element: DomElement) => ProseAmount {
  const amounts = new Map<DomNode, { -readonly [K in keyof ProseAmount]: number }>();
  for (const block of blocks) {
    const prose = isProse(block) ? block.text.length - block.linked : 0;
    for (let node: DomNode | null = block.owner; node !== null && isElement(node); node = node.parentNode) {
      const sum = amounts.get(node) ?? { ...NOTHING };
      sum.prose += prose;
      sum.text += block.text.length;
      sum.linked += block.linked;
      sum.blocks += 1;
      sum.paragraphs += isParagraph(block) ? 1 : 0;
      sum.headings += block.kind === 'heading' ? 1 : 0;
      sum.linkedHeadings += block.kind === 'heading' && block.linked > block.text.length / 2 ? 1 : 0;
      amounts.set(node, sum);
    }
  }
  return (element) => amounts.get(element) ?? NOTHING;
}
