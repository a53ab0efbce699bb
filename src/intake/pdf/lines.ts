/** A piece of text as pdf.js gives it: position of its baseline from the page's lower left, in points. */
export type Piece = Readonly<{
  str: string;
  x: number;
  y: number;
  width: number;
  size: number;
  hasEOL: boolean;
}>;

/** A line of a page. `size` is its font size, all in points. */
export type Line = Readonly<{ text: string; x: number; right: number; y: number; size: number }>;

/** A gap of this share of the font size between two pieces is a space that the file left out. */
const SPACE_GAP = 0.2;
/** Pieces whose baselines differ by more than this share of the font size are not on one line. */
const SAME_LINE = 0.4;
/** Running heads and feet are looked for in so many lines at each edge of a page. */
const EDGE_LINES = 2;

/** Puts a page's pieces together to lines, in the order of the file, which is that of its columns. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let open: Line | undefined;
  const close = (): void => {
    const text = open?.text.replace(/\s+/gu, ' ').trim() ?? '';
    if (open !== undefined && text !== '') lines.push({ ...open, text });
    open = undefined;
  };
  for (const piece of pieces) {
    if (open !== undefined && !continues(open, piece)) close();
    open = open === undefined ? lineFrom(piece) : extended(open, piece);
    if (piece.hasEOL) close();
  }
  close();
  return lines;
}

const lineFrom = ({ str, x, y, width, size }: Piece): Line => ({ text: str, x, y, right: x + width, size });

function extended(line: Line, piece: Piece): Line {
  const gap = piece.x - line.right;
  const space = gap > SPACE_GAP * line.size && piece.str !== '' ? ' ' : '';
  const isBlank = piece.str.trim() === '';
  return {
    ...line,
    text: line.text + space + piece.str,
    right: Math.max(line.right, piece.x + piece.width),
    size: isBlank ? line.size : Math.max(line.size, piece.size),
  };
}

function continues(line: Line, piece: Piece): boolean {
  if (piece.str.trim() === '' && piece.width === 0) return true;
  const size = Math.max(line.size, piece.size, 1);
  return Math.abs(line.y - piece.y) <= SAME_LINE * size && piece.x >= line.right - size;
}

/** Drops what stands at the edges of several pages: running heads, feet, and page numbers. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>();
  const edges = pages.map((lines) => edgesOf(lines));
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil(pages.length / 3));
  return pages.map((lines, page) => {
    const edge = new Set(edges[page]);
    return lines.filter(
      (line) => !edge.has(line) || ((seen.get(keyOf(line)) ?? 0) < enough && !isPageNumber(line.text, page)),
    );
  });
}

function edgesOf(lines: readonly Line[]): Line[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)];
}

const keyOf = ({ text }: Line): string => text.replace(/\d+/gu, '#').toLowerCase();

const isPageNumber = (text: string, page: number): boolean => {
  const [, number] = /^(?:page\s+|[-–—]\s*)?(\d{1,4})(?:\s*(?:\/|of|[-–—]).{0,8})?$/iu.exec(text) ?? [];
  return number !== undefined && Number(number) === page + 1;
};
