import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the page. */
export type Asset = Readonly<{ type: string; body: Buffer }>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const FOLDER = join(import.meta.dirname, 'page');

/**
 * Reads the files of the page into memory, and returns a function that finds the file of a path; `/` is the page itself. Since only
 * these are looked up, no path can reach another file of the machine.
 */
export function openAssets(): (address: string) => Asset | undefined {
  const assets = new Map<string, Asset>();
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(file)];
    if (type === undefined) continue;
    assets.set(`/page/${file.replaceAll('\\', '/')}`, { type, body: readFileSync(join(FOLDER, file)) });
  }
  return (address) => assets.get(address === '/' ? '/page/index.html' : address);
}
