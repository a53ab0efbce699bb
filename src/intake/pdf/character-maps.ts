import { readFile } from 'node:fs/promises';

/** File names in `cmaps/`, such as `90ms-RKSJ-H.bcmap`; rejects paths. */
const NAME = /^[\w-]{1,40}\.bcmap$/u;

type Wanted = Readonly<{ kind: string; filename: string }>;

/**
 * Provides pdf.js with the predefined character maps of Chinese, Japanese and Korean files, from the folder `cmaps/` (from
 * `pdfjs-dist`, with its licence). It provides no fonts, since text is read without being drawn.
 */
export class CharacterMaps {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !NAME.test(filename)) throw new Error(`${filename} is not a character map.`);
    return new Uint8Array(await readFile(new URL(`cmaps/${filename}`, import.meta.url)));
  }
}
