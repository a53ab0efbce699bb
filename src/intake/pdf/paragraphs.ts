import { unhyphenated, hyphenWordsIn } from '../hyphens.ts';
import type { Line } from './lines.ts';

/** A paragraph and the font size of its first line, in points. */
export type PdfParagraph = Readonly<{ text: string; size: number }>;

/** A gap larger than the usual one by this factor separates paragraphs. */
const PARAGRAPH_GAP = 1.3;
/** A line indented by at least this share of the font size begins a paragraph. */
const INDENT = 0.8;
/** A line shorter than this share of its column ends a paragraph, if it ends a sentence. */
const SHORT_LINE = 0.8;
/** Font sizes that differ by more than this share belong to a heading and its text. */
const OTHER_SIZE = 0.12;

const SENTENCE_END = /[.!?…:。！？]["”’»)\]」』]*$/u;

/** Joins the lines of a file to paragraphs by gap, indent, font size, and the end of the previous line. */
export function pdfParagraphsOf(pages: readonly (readonly Line[])[]): PdfParagraph[] {
  const usual = usualGap(pages);
  const words = hyphenWordsIn(pages.flatMap((lines) => lines.map(({ text }) => text)).join('\n'));
  const paragraphs: { text: string; size: number }[] = [];
  let before: Line | undefined;
  for (const lines of pages) {
    const right = Math.max(0, ...lines.map((line) => line.right));
    for (const line of lines) {
      const last = paragraphs.at(-1);
      if (last === undefined || before === undefined || begins(line, before, usual, right)) {
        paragraphs.push({ text: line.text, size: line.size });
      } else {
        last.text = unhyphenated(last.text, line.text, words);
      }
      before = line;
    }
  }
  return paragraphs;
}

function begins(line: Line, before: Line, usual: number, right: number): boolean {
  if (Math.abs(line.size - before.size) > OTHER_SIZE * before.size) return true;
  const ended = SENTENCE_END.test(before.text);
  const gap = (before.y - line.y) / before.size;
  // On a new page or column, the paragraph continues unless its sentence has ended.
  if (gap <= 0 || gap > usual * 6) return ended;
  if (gap > usual * PARAGRAPH_GAP) return true;
  const short = before.right < before.x + (right - before.x) * SHORT_LINE;
  return ended && (short || line.x > before.x + INDENT * line.size);
}

/** The most frequent distance between two lines, in font sizes. */
function usualGap(pages: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const gap = ((lines[index - 1]?.y ?? line.y) - line.y) / line.size;
      const rounded = Math.round(gap * 20) / 20;
      if (gap > 0.5 && gap < 4) counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 1.2;
}
