import type { Slice } from '../../article/article.ts';
import { seen } from './seen.ts';

/**
 * What a text is made of when its wording is compared: every word, number and mark. `key` is equal for two tokens that
 * differ in typography or case only; it never makes two numbers, names or signs equal.
 */
export type Token = Slice &
  Readonly<{ key: string; kind: 'word' | 'number' | 'mark' | 'quote' | 'ellipsis' }>;

/** Scripts written without spaces: each character is a token, so that a part of a line can be quoted. */
const ALONE =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const IN_WORD = `[[\\p{L}\\p{M}\\p{Nd}]--[${ALONE}]]`;
const DASHES = '\\-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D';
const QUOTE_MARKS = '"\'`´“”„‟‘’‚‛«»‹›′″＂＇〝〞〟「」『』';

/** Each alternative looks at a bounded neighbourhood, so the whole is linear. */
const TOKEN = new RegExp(
  [
    // Left-out words: …, ..., [...], . . .
    String.raw`(?<ellipsis>\[ ?(?:…|\.{3}) ?\]|\( ?(?:…|\.{3}) ?\)|…|\.{3,}|\. \. \.)`,
    // U.S., e.g.
    String.raw`(?<initials>(?<!${IN_WORD})\p{L}(?:\.\p{L}(?!${IN_WORD}))+\.?)`,
    `(?<alone>[${ALONE}]\\p{M}*)`,
    // Words with their apostrophes, numbers with their separators.
    String.raw`(?<word>${IN_WORD}(?:${IN_WORD}|['’ʼ＇](?=\p{L})|(?<=\p{Nd})[.,:](?=\p{Nd}))*)`,
    `(?<dash>[${DASHES}]+)`,
    `(?<quote>[${QUOTE_MARKS}])`,
    String.raw`(?<mark>\S)`,
  ].join('|'),
  'gv',
);

/** The tokens of a text between two UTF-16 offsets, in order; offsets are those of the stored text. Linear. */
export function tokens(text: string, from = 0, to = text.length): Token[] {
  const shown = seen(text.slice(from, to));
  return Array.from(shown.text.matchAll(TOKEN), (match) => {
    const [written] = match;
    const start = from + shown.at(match.index);
    const end = from + shown.at(match.index + written.length - 1) + 1;
    return { start, end, ...read(written, match.groups ?? {}) };
  });
}

function read(
  written: string,
  groups: Readonly<Record<string, string | undefined>>,
): Pick<Token, 'key' | 'kind'> {
  if (groups['ellipsis'] !== undefined) return { key: '…', kind: 'ellipsis' };
  if (groups['dash'] !== undefined) return { key: '-', kind: 'mark' };
  if (groups['quote'] !== undefined) return { key: '"', kind: 'quote' };
  if (groups['initials'] !== undefined) return { key: keyOf(written).replaceAll('.', ''), kind: 'word' };
  const key = keyOf(written);
  if (groups['mark'] !== undefined) return { key, kind: 'mark' };
  return /^\d/u.test(key) ? { key: ungrouped(key), kind: 'number' } : { key, kind: 'word' };
}

/** Full-width forms, ligatures and styled letters: other shapes of the same characters. Superscripts are not among them. */
const SHAPES = /[\u{FF01}-\u{FF5E}\u{FB00}-\u{FB06}\u{1D400}-\u{1D7FF}]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const PLAIN = /^[a-z0-9]+$/u;

function keyOf(written: string): string {
  if (PLAIN.test(written)) return written;
  const plain = written
    .replace(INVISIBLE, '')
    .replace(SHAPES, (shape) => shape.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll(/[’ʼ]/gu, "'");
  // Through capitals, so that ß and SS are the same; the dotless i has a capital that it shares with i.
  return plain.includes('ı') ? plain.toLowerCase() : plain.toUpperCase().toLowerCase();
}

/** "3,000" and "3000" are one number; "1.500" may be one and a half, so its point stays. */
const ungrouped = (number: string): string =>
  /^[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/u.test(number) ? number.replaceAll(',', '') : number;
