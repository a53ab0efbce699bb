import { raised } from '../raised.ts';

/** A piece of text from pdf.js: `x` and `y` are its baseline's position from the page's lower left, in points. */
export type PdfPiece = Readonly<{
  str: string;
  x: number;
  y: number;
  width: number;
  size: number;
  hasEOL: boolean;
  /** Whether it is written from right to left. */
  leftward: boolean;
}>;

/** A line of a page or column; positions and font `size` in points. */
export type Line = Readonly<{
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  leftward: boolean;
}>;

/** A gap between two pieces of at least this share of the font size is a space that the file omits. */
const SPACE_GAP = 0.2;
/** The same before a superscript, which often has a small gap. */
const RAISED_GAP = 0.6;
/** A gap of at least this share separates two columns. */
const COLUMN_GAP = 1.6;
/** Pieces whose baselines differ by more than this share of the font size are on different lines. */
const SAME_LINE = 0.4;
/** A smaller piece whose baseline is higher by these shares of the line's font size is a superscript. */
const RAISED = { size: 0.82, least: 0.15, most: 0.75 };
/** A drop cap is larger than the text by at least this factor. */
const DROP_CAP = 1.8;

/** Joins a page's pieces to lines, in the order of the file; columns stay separate. */
export function linesOf(pieces: readonly PdfPiece[]): Line[] {
  const lines: Line[] = [];
  let open: Line | undefined;
  const close = (): void => {
    const text = open === undefined ? '' : open.text.replace(/\s+/gu, ' ').trim();
    if (open !== undefined && text !== '') lines.push({ ...open, text });
    open = undefined;
  };
  for (const piece of pieces) {
    if (open !== undefined && !continues(open, piece)) close();
    open = open === undefined ? lineFrom(piece) : extended(open, piece);
    // A superscript at the end of a line does not end the line.
    if (piece.hasEOL && !isRaised(open, piece)) close();
  }
  close();
  return withDropCaps(lines);
}

const lineFrom = ({ str, x, y, width, size, leftward }: PdfPiece): Line => ({
  text: str,
  x,
  y,
  right: x + width,
  size,
  leftward,
});

/** The gap between a line and the next piece. Points. */
const gapTo = (line: Line, piece: PdfPiece): number =>
  line.leftward ? line.x - (piece.x + piece.width) : piece.x - line.right;

const isRaised = (line: Line, piece: PdfPiece): boolean => {
  const height = piece.y - line.y;
  return (
    piece.size <= RAISED.size * line.size &&
    height >= RAISED.least * line.size &&
    height <= RAISED.most * line.size
  );
};

function extended(line: Line, piece: PdfPiece): Line {
  const isBlank = piece.str.trim() === '';
  const isUp = isRaised(line, piece) && !isBlank;
  const share = isUp ? RAISED_GAP : SPACE_GAP;
  const space = gapTo(line, piece) > share * line.size && piece.str !== '' ? ' ' : '';
  // The small gap before a superscript is not a space.
  const before = isUp && space === '' ? line.text.trimEnd() : line.text;
  const text = isUp ? raised(piece.str, before) : piece.str;
  return {
    ...line,
    text: before + space + text,
    x: isBlank ? line.x : Math.min(line.x, piece.x),
    // A wide blank piece is the gap between two columns.
    right: isBlank && piece.width > line.size ? line.right : Math.max(line.right, piece.x + piece.width),
    size: isBlank ? line.size : Math.max(line.size, piece.size),
  };
}

function continues(line: Line, piece: PdfPiece): boolean {
  if (piece.str.trim() === '' && piece.width === 0) return true;
  if (isCap(line) && line.size >= DROP_CAP * piece.size) return false;
  const size = Math.max(line.size, piece.size, 1);
  const gap = gapTo(line, piece);
  if (gap < -size || gap > COLUMN_GAP * size || line.leftward !== piece.leftward) return false;
  return Math.abs(line.y - piece.y) <= SAME_LINE * size || isRaised(line, piece);
}

/** Joins drop caps to the lines beside them. */
function withDropCaps(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let cap: Line | undefined;
  for (const line of lines) {
    if (cap !== undefined && isBeside(cap, line)) joined.push({ ...line, text: cap.text + line.text });
    else joined.push(...(cap === undefined ? [] : [cap]), ...(isCap(line) ? [] : [line]));
    cap = isCap(line) ? line : undefined;
  }
  return cap === undefined ? joined : [...joined, cap];
}

const isCap = ({ text }: Line): boolean => /^["“«„]?\p{Lu}$/u.test(text.trim());

const isBeside = (cap: Line, { x, y, size, text }: Line): boolean =>
  cap.size >= DROP_CAP * size &&
  x >= cap.x &&
  x <= cap.right + 2 * size &&
  y >= cap.y - size &&
  y <= cap.y + cap.size &&
  /^\p{L}/u.test(text);
