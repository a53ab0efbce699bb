import type { PageBlock } from './blocks.ts';
import { lettersOf, oneLine } from './fold.ts';

/**
 * The blocks of an article, each as the page shows it: one whose words do not stand together on the page, because
 * something was taken out of its middle, is replaced by all that the page shows in its place.
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
