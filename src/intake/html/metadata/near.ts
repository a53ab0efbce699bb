import type { PageBlock } from '../blocks.ts';
import { lettersOf } from '../fold.ts';
import { isParagraph } from '../measure.ts';

/** Lines below the headline in which to look for byline and date. */
const REACH = 8;

/** The lines of a page around its headline: those between it and the first paragraphs of the text, and two above it. */
export function linesNear(
  blocks: readonly PageBlock[],
  headline: string | undefined,
): Readonly<{ below: readonly PageBlock[]; above: readonly PageBlock[] }> {
  const title = lettersOf(headline ?? '');
  const lines = blocks.flatMap((block) => block.text.split('\n').map((text) => ({ ...block, text })));
  const at = title === '' ? -1 : lines.findLastIndex(({ text }) => lettersOf(text) === title);
  if (at < 0) return { below: [], above: [] };
  const below = lines.slice(at + 1, at + 1 + REACH);
  const text = below.findIndex((line, index) => isParagraph(line) && isParagraph(below[index + 1]));
  return {
    below: text < 0 ? below : below.slice(0, text),
    above: lines.slice(Math.max(0, at - 2), at).toReversed(),
  };
}
