import type { Line } from './lines.ts';

/** Lines at the top and bottom of a page in which to look for running headers and footers. */
const EDGE_LINES = 2;
/** Greatest difference in height between pages. Points. */
const SAME_HEIGHT = 4;
/** Their font size differs from the text's by at least this share, or their gap to it exceeds this many font sizes. */
const OTHER_SIZE = 0.06;
const OTHER_GAP = 1.9;
/** On a page with fewer other lines than this, lines in the text's font size are text. */
const LEAST_REST = 3;
const SENTENCE_END = /[.!?…。！？]["”’»)\]」』]*$/u;

/**
 * Drops running headers, footers and page numbers: lines at the edges of pages that are separated from the text by a gap or
 * their font size, and that either recur at the same height or interrupt a sentence.
 */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const usual = usualSize(pages.flat());
  const edges = pages.map((lines) => edgesOf(lines, usual));
  return pages.map((lines, page) => {
    const drop = new Set(
      (edges[page] ?? []).filter(
        (line) =>
          isPageNumber(line.text, page) || comesAgain(line, edges, page) || parts(line, pages, page, edges),
      ),
    );
    // A page without other lines consists of short lines of text.
    return drop.size === lines.length ? [...lines] : lines.filter((line) => !drop.has(line));
  });
}

/** The lines at the top and bottom of a page that are separated from its text. */
function edgesOf(lines: readonly Line[], usual: number): Line[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...apart(byHeight, usual), ...apart(byHeight.toReversed(), usual)];
}

function apart(fromEdge: readonly Line[], usual: number): Line[] {
  for (let count = Math.min(EDGE_LINES, fromEdge.length - 1); count > 0; count -= 1) {
    const last = fromEdge[count - 1];
    const next = fromEdge[count];
    if (last === undefined || next === undefined) continue;
    const gap = Math.abs(last.y - next.y);
    if (fromEdge.length - count < LEAST_REST && Math.abs(last.size - usual) <= OTHER_SIZE * usual) continue;
    const isOther = Math.abs(last.size - usual) > OTHER_SIZE * usual;
    if (gap > OTHER_GAP * Math.max(last.size, next.size) || (isOther && gap > last.size))
      return fromEdge.slice(0, count);
  }
  return [];
}

/** Whether a line recurs on another page at the same height, if it is not a sentence also with other numbers. */
function comesAgain(line: Line, edges: readonly (readonly Line[])[], page: number): boolean {
  const key = keyOf(line);
  const others = edges.filter(
    (edge, index) =>
      index !== page &&
      edge.some((other) => Math.abs(other.y - line.y) <= SAME_HEIGHT && keyOf(other) === key),
  );
  return others.length >= (edges.length > 6 ? 2 : 1);
}

const keyOf = ({ text }: Line): string =>
  SENTENCE_END.test(text) && text.length > 20 ? text : text.replace(/\d+/gu, '#').toLowerCase();

/** Whether a line of another size interrupts a sentence that continues on the next page. */
function parts(
  line: Line,
  pages: readonly (readonly Line[])[],
  page: number,
  edges: readonly (readonly Line[])[],
): boolean {
  if (SENTENCE_END.test(line.text) || line.text.length > 120) return false;
  const bodyOf = (n: number): readonly Line[] =>
    (pages[n] ?? []).filter((each) => !(edges[n] ?? []).includes(each));
  const goesOn = (before: number): boolean => {
    const [end, start] = [bodyOf(before).at(-1)?.text, bodyOf(before + 1)[0]?.text];
    return end !== undefined && start !== undefined && !SENTENCE_END.test(end) && /^\p{Ll}/u.test(start);
  };
  return goesOn(page - 1) || goesOn(page);
}

const isPageNumber = (text: string, page: number): boolean => {
  const [, number] =
    /^(?:page\s+|seite\s+|[-–—]\s*)?(\d{1,4})(?:\s*(?:\/|of|von|[-–—]).{0,8})?$/iu.exec(text) ?? [];
  return number !== undefined && Number(number) === page + 1;
};

/** The font size of most of the text, in points. */
function usualSize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return [...lengths].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1;
}
