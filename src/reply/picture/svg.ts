import type { Font } from './font.ts';

/** Text as it stands in SVG; it must hold no control characters. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Where and how a line of text is set. Pixels; `y` is the line that letters stand on. */
export type TextPlace = Readonly<{
  x: number;
  y: number;
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
}>;

/** One line of text. */
export function textElement(
  text: string,
  font: Font,
  { x, y, size, fill, anchor = 'start' }: TextPlace,
): string {
  const place = `x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"`;
  const type = `font-family="${font.family}" font-weight="${font.weight}" font-size="${round(size)}"`;
  return `<text ${place} ${type} fill="${fill}" xml:space="preserve">${escapeXml(text)}</text>`;
}

/** A drawing of this size, in pixels. */
export function svgDocument(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${parts.join('\n')}\n</svg>\n`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
