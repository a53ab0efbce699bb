import type { PageBlock } from '../blocks.ts';
import { isParagraph } from '../measure.ts';

/** Byline and date stand within so many blocks below the headline. */
const REACH = 8;

/** The blocks between the headline and the first paragraph of the text, with the standfirst. */
export function linesBelow(blocks: readonly PageBlock[], title: number): readonly PageBlock[] {
  const below = blocks.slice(title + 1, title + 1 + REACH);
  const text = below.findIndex((block, index) => isParagraph(block) && isParagraph(below[index + 1]));
  return text < 0 ? below : below.slice(0, text);
}
