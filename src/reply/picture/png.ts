import { fontFiles } from './font.ts';

/** Pictures kept, of some 100 kB each: one that many ask for is drawn once, and drawing takes a tenth of a second. */
const KEPT = 30;

/** A drawing as PNG. Drawn outside the main thread; only the fonts of the package are used, so it looks the same everywhere. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  // Loaded when the first picture is drawn: most runs draw none.
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'DejaVu Sans' };
  const image = await renderAsync(svg, { font });
  return new Uint8Array(image.asPng());
}

/** Draws with `render`, and keeps the pictures drawn last. A drawing that failed is tried again when it is asked for. */
export function openPng(render = renderPng): (svg: string) => Promise<Uint8Array> {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (svg) => {
    const picture = kept.get(svg) ?? render(svg);
    kept.delete(svg);
    kept.set(svg, picture);
    picture.catch(() => kept.delete(svg));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return picture;
  };
}
