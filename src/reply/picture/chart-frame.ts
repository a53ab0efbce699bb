import { CHART, COLOUR } from './look.ts';
import { openFont, type FontName } from './font.ts';
import { svgDocument, textElement } from './svg.ts';
import { wrapText } from './wrap.ts';

const TITLE = { size: 34, line: 44 } as const;
const NOTE = { size: 19, line: 28 } as const;

/** A line of text in a chart. Pixels. */
export const chartLine = (
  text: string,
  font: FontName,
  size: number,
  x: number,
  y: number,
  fill: string = COLOUR.ink,
): string => textElement(text, openFont(font), { x, y, size, fill });

/** Breaks a text into lines at most `width` pixels wide. */
export const chartLines = (text: string, font: FontName, size: number, width: number): string[] =>
  wrapText(text, width / size, openFont(font).widthOf);

/** A chart with a title above and a note below. `draw` draws the content from `top` on and returns where it ends. Pixels. */
export function drawChart(
  title: string,
  note: string,
  draw: (top: number) => Readonly<{ bottom: number; parts: readonly string[] }>,
): string {
  const { width, band, left, margin } = CHART;
  const room = width - left - margin;
  const titles = chartLines(title, 'sansBold', TITLE.size, room);
  const notes = chartLines(note, 'sans', NOTE.size, room);
  const top = 76 + (titles.length - 1) * TITLE.line + 34;
  const { bottom, parts } = draw(top);
  const height = Math.ceil(bottom + 30 + notes.length * NOTE.line + 24);
  return svgDocument(width, height, [
    `<rect width="${width}" height="${height}" fill="${COLOUR.paper}"/>`,
    `<rect width="${band}" height="${height}" fill="${COLOUR.band}"/>`,
    ...titles.map((text, index) => chartLine(text, 'sansBold', TITLE.size, left, 76 + index * TITLE.line)),
    ...parts,
    ...notes.map((text, index) =>
      chartLine(text, 'sans', NOTE.size, left, bottom + 30 + (index + 0.7) * NOTE.line, COLOUR.faint),
    ),
  ]);
}
