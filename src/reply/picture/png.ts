import { fontFiles } from './font.ts';

/** Number of pictures cached, of some 100 kB each. Drawing one takes a tenth of a second. */
const KEPT = 30;

/** Renders a drawing as PNG outside the main thread. Uses only the package's fonts, so it looks the same everywhere. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  // Loaded with the first picture, because most runs draw none.
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'DejaVu Sans' };
  const image = await renderAsync(svg, { font });
  return new Uint8Array(image.asPng());
}

/** Renders with `render` and caches the latest pictures. A failed rendering is retried on the next request. */
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
