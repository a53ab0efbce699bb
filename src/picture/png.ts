import { fontFiles } from './font.ts';

/** A drawing as PNG. Drawn outside the main thread; only the fonts of the package are used, so it looks the same everywhere. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  // Loaded when the first picture is drawn: most runs draw none.
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'DejaVu Sans' };
  const image = await renderAsync(svg, { font });
  return new Uint8Array(image.asPng());
}
