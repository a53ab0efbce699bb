import type { Line } from './lines.ts';

/** A gutter is at least this wide, in points, and has at least so many lines of so many characters on each side. */
const GUTTER = 8;
const LINES_MIN = 3;
const CHARACTERS_MIN = 12;
/** A line wider than this share of the page's text goes across its columns. */
const ACROSS = 0.62;
/** A file that goes from one column to the other more often than this wrote its lines across. */
const SWITCHES_MAX = 3;

/**
 * A page's lines in the order in which they are read: one column after the other, where the file writes them row by
 * row. A file that keeps its columns apart knows its order better.
 */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  const gutter = gutterOf(lines);
  if (gutter === undefined) return [...lines];
  const side = (line: Line): 'left' | 'right' | 'across' =>
    line.right <= gutter.to ? 'left' : line.x >= gutter.from ? 'right' : 'across';
  const sides = lines.map(side).filter((each) => each !== 'across');
  const switches = sides.filter((each, index) => index > 0 && each !== sides[index - 1]).length;
  if (switches <= SWITCHES_MAX) return [...lines];
  const ordered: Line[] = [];
  let band: Line[] = [];
  const flush = (): void => {
    const left = band.filter((line) => side(line) === 'left');
    const right = band.filter((line) => side(line) === 'right');
    ordered.push(...left, ...inReadingOrder(right));
    band = [];
  };
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    if (side(line) !== 'across') band.push(line);
    else {
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}

/** The widest strip that no line but those across the page enters, with text on both sides. */
function gutterOf(lines: readonly Line[]): Readonly<{ from: number; to: number }> | undefined {
  const from = Math.min(...lines.map(({ x }) => x));
  const to = Math.max(...lines.map(({ right }) => right));
  const narrow = lines.filter((line) => line.right - line.x < ACROSS * (to - from));
  const byStart = narrow.toSorted((a, b) => a.x - b.x);
  let reached = byStart[0]?.right ?? 0;
  let best: Readonly<{ from: number; to: number }> | undefined;
  for (const line of byStart) {
    if (line.x - reached >= GUTTER && (best === undefined || line.x - reached > best.to - best.from))
      best = { from: reached, to: line.x };
    reached = Math.max(reached, line.right);
  }
  if (best === undefined) return undefined;
  const { from: start, to: end } = best;
  const left = narrow.filter(({ right }) => right <= start);
  const right = narrow.filter(({ x }) => x >= end);
  return isText(left) && isText(right) ? best : undefined;
}

const isText = (lines: readonly Line[]): boolean =>
  lines.length >= LINES_MIN &&
  lines.reduce((sum, { text }) => sum + text.length, 0) >= CHARACTERS_MIN * lines.length;
