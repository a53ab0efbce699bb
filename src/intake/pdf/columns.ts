import type { Line } from './lines.ts';

/** Least width of a gutter in points, and least number of lines, and of characters per line, on each side of it. */
const GUTTER = 8;
const LINES_MIN = 3;
const CHARACTERS_MIN = 12;
/** A line wider than this share of the page's text spans the columns. */
const ACROSS = 0.62;
/** A file that switches columns more often than this stores its lines row by row. */
const SWITCHES_MAX = 3;

/**
 * Sorts a page's lines in reading order, column by column, if the file stores them row by row. Otherwise the file's own
 * order is better.
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

/** The widest vertical gap between lines, except those that span the columns, with text on both sides. */
function gutterOf(lines: readonly Line[]): Readonly<{ from: number; to: number }> | undefined {
  const from = Math.min(...lines.map(({ x }) => x));
  const to = Math.max(...lines.map(({ right }) => right));
  const narrow = lines.filter((line) => line.right - line.x < ACROSS * (to - from));
  const [first, ...others] = narrow.toSorted((a, b) => a.x - b.x);
  if (first === undefined) return undefined;
  let reached = first.right;
  let best: Readonly<{ from: number; to: number }> | undefined;
  for (const line of others) {
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
