import { articleKey } from '../article/article.ts';

/**
 * A short reference to a sentence of a revision, for button arguments: the first 10 hexadecimal digits of the SHA-256 of the article's
 * id, the revision, and the sentence's number (0 is the headline), such as `1f3a5c7e90.1.5`.
 */
export type Address = Readonly<{ key: string; revision: number; n: number }>;

/** Writes an address. */
export const writeAddress = (articleId: string, revision: number, n: number): string =>
  `${articleKey(articleId)}.${revision}.${n}`;

/** Parses an address; undefined for any other text. */
export function readAddress(text: string): Address | undefined {
  const match = /^([0-9a-f]{10})\.([1-9]\d{0,5})\.(0|[1-9]\d{0,6})$/u.exec(text);
  return match?.[1] ? { key: match[1], revision: Number(match[2]), n: Number(match[3]) } : undefined;
}
