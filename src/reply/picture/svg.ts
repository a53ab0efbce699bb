import type { Font } from './font.ts';

/** Escapes text for SVG. It must not contain control characters. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Position and font of a line of text. Pixels; `y` is the baseline. */
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

/** An SVG drawing of this size in pixels. */
export function svgDocument(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${parts.join('\n')}\n</svg>\n`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
