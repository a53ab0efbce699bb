import { readFile } from 'node:fs/promises';

/** Names of files in `cmaps/`, such as `90ms-RKSJ-H.bcmap`: no path. */
const NAME = /^[\w-]{1,40}\.bcmap$/u;

type Wanted = Readonly<{ kind: string; filename: string }>;

/**
 * Gives pdf.js the predefined character maps that Chinese, Japanese and Korean files refer to, from the files beside this
 * one (taken from `pdfjs-dist`, their licence with them). Fonts are not given: text is read without drawing it.
 */
export class CharacterMaps {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !NAME.test(filename)) throw new Error(`${filename} is not here.`);
    return new Uint8Array(await readFile(new URL(`cmaps/${filename}`, import.meta.url)));
  }
}
