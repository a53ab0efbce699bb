import type { Line } from './lines.ts';

/** Running heads and feet are looked for in so many lines at each edge of a page. */
const EDGE_LINES = 2;
/** They stand at the same height on every page, within so many points. */
const SAME_HEIGHT = 4;
/** Their font differs from the text's by at least this share, or their gap to it is larger than this many font sizes. */
const OTHER_SIZE = 0.06;
const OTHER_GAP = 1.9;
/** Of a page with fewer lines than this beside them, lines of the text's size are its text. */
const LEAST_REST = 3;
const SENTENCE_END = /[.!?…。！？]["”’»)\]」』]*$/u;

/**
 * Drops what stands at the edges of pages and is not their text: running heads, feet, and page numbers. It is set apart
 * from the text by a gap or its size, and comes again at the same height, or parts a sentence from its end.
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
    // A page of nothing else is a page of short lines.
    return drop.size === lines.length ? [...lines] : lines.filter((line) => !drop.has(line));
  });
}

/** The lines at the top and the foot of a page that are set apart from its text. */
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

/** The same words on another page, or the same but for numbers where that is no sentence, at the same height. */
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

/** A line of another size between the two halves of a sentence that goes on over a page. */
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
