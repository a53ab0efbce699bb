import type { PageBlock } from './blocks.ts';
import { lettersOf, oneLine } from './fold.ts';

/**
 * Makes sure that each block is as the page shows it: a block from whose middle something was removed is replaced by the
 * page's whole text at that place.
 */
export function asShown(found: readonly PageBlock[], shown: readonly PageBlock[]): PageBlock[] {
  const page = shown.map(({ text }) => oneLine(text)).join(' ');
  const byOwner = Map.groupBy(shown, ({ owner }) => owner);
  return found.flatMap((block) => {
    if (page.includes(oneLine(block.text))) return [block];
    const own = lettersOf(block.text);
    const whole = (byOwner.get(block.owner) ?? []).filter(({ text }) => sharesWords(lettersOf(text), own));
    return whole.length === 0 ? [] : whole;
  });
}

const sharesWords = (a: string, b: string): boolean =>
  a.includes(b.slice(0, 12)) || a.includes(b.slice(-12)) || b.includes(a);
