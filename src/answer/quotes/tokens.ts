import type { Slice } from '../../article/article.ts';
import { seen } from '../../article/seen.ts';

/**
 * A word, number or mark of a text, for comparing wording. `key` is equal for tokens that differ only in typography or case, and never
 * for different numbers, names or signs.
 */
export type Token = Slice &
  Readonly<{
    key: string;
    kind: 'word' | 'number' | 'mark' | 'quote' | 'ellipsis';
    /** As written. */
    written: string;
  }>;

/** The tokens for comparing wording: all but quotation marks, which are typography. */
export const wording = (text: string, from?: number, to?: number): Token[] =>
  tokens(text, from, to).filter(({ kind }) => kind !== 'quote');

/** Scripts without spaces: each character is a token, so that parts of a line can be quoted. */
const ALONE =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const IN_WORD = `[[\\p{L}\\p{M}\\p{Nd}]--[${ALONE}]]`;
const DASHES = '\\-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D';
const QUOTE_MARKS = '"\'`´“”„‟‘’‚‛«»‹›′″＂＇〝〞〟「」『』';

/** Each alternative looks at a bounded neighbourhood, so the whole is linear. Groups are numbered because named ones are slower. */
const TOKEN = new RegExp(
  [
    // 1: omissions: …, ..., [...], . . .
    String.raw`(\[ ?(?:…|\.{3}) ?\]|\( ?(?:…|\.{3}) ?\)|…|\.{3,}|\. \. \.)`,
    // 2: U.S., e.g.
    String.raw`((?<!${IN_WORD})\p{L}(?:\.\p{L}(?!${IN_WORD}))+\.?)`,
    // 3: numbers with their separators; "5bn" is a number and a word, like "5 bn".
    String.raw`(\p{Nd}+(?:[.,:]\p{Nd}+)*)`,
    // 4: words with their apostrophes.
    String.raw`([${ALONE}]\p{M}*|${IN_WORD}(?:${IN_WORD}|['’ʼ＇](?=\p{L}))*)`,
    // 5, 6 and 7: dashes, quotation marks, other marks.
    String.raw`([${DASHES}]+)|([${QUOTE_MARKS}])|(\S)`,
  ].join('|'),
  'gv',
);

/** The tokens between two UTF-16 offsets, in order, with offsets into the whole text. Linear. */
export function tokens(text: string, from = 0, to = text.length): Token[] {
  const shown = seen(text.slice(from, to));
  return Array.from(shown.text.matchAll(TOKEN), (match) => {
    const start = from + shown.at(match.index);
    const end = from + shown.at(match.index + match[0].length - 1) + 1;
    return { start, end, written: match[0], ...read(match) };
  });
}

function read(match: RegExpExecArray): Pick<Token, 'key' | 'kind'> {
  const [written, ellipsis, initials, number, word, dash, quote] = match;
  if (word !== undefined) return { key: keyOf(word), kind: 'word' };
  if (number !== undefined) return { key: ungrouped(keyOf(number)), kind: 'number' };
  if (ellipsis !== undefined) return { key: '…', kind: 'ellipsis' };
  if (dash !== undefined) return { key: '-', kind: 'mark' };
  if (quote !== undefined) return { key: '"', kind: 'quote' };
  if (initials !== undefined) return { key: keyOf(initials).replaceAll('.', ''), kind: 'word' };
  return { key: keyOf(written), kind: 'mark' };
}

/** Full-width forms, ligatures and styled letters are other shapes of the same characters. Superscripts are not. */
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
  // By way of upper case, so that ß equals SS; a dotless i would become a dotted one, so it is kept.
  return plain.includes('ı') ? plain.toLowerCase() : plain.toUpperCase().toLowerCase();
}

/** "3,000" equals "3000", but "1.500" may be one and a half, so its point stays. */
const ungrouped = (number: string): string =>
  /^[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/u.test(number) ? number.replaceAll(',', '') : number;
