import type { Slice } from '../../../article/article.ts';
import { SHORT_TITLES } from '../../../english/titles.ts';

/** A word or punctuation mark of the text around quotations. Offsets are UTF-16. */
export type TextToken = Slice &
  Readonly<{
    text: string;
    /** Lower case, without a possessive ending. */
    key: string;
    kind: 'word' | 'mark';
    capital: boolean;
    possessive: boolean;
  }>;

/** Initials and short titles keep their dot, other words lose it; an elided French article is a token of its own. */
const TOKEN = new RegExp(
  String.raw`((?:\p{Lu}\.)+(?=[\s,\p{L}])|(?:${SHORT_TITLES}|Col|Capt)\.|(?:[LlDdJjMmSsNnCcTt]|[Qq]u)[’'](?=\p{L}{2})|[@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'&.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*)|(\S)`,
  'gu',
);

/** The tokens of a text between two offsets, in order. Linear. */
export function textTokens(text: string, from: number, to: number): TextToken[] {
  return withoutNicknameMarks(
    Array.from(text.slice(from, to).matchAll(TOKEN), ({ 0: written, 1: word, index }) => {
      const start = from + index;
      return {
        start,
        end: start + written.length,
        text: written,
        key: keyOf(written),
        kind: word === undefined ? 'mark' : 'word',
        // Scripts without case: such words in a sentence of another language are names.
        capital: /^[@#]?[\p{Lu}\p{sc=Han}\p{sc=Katakana}]/u.test(written),
        possessive: /[’']s$/iu.test(written),
      };
    }),
  );
}

/** Robert "Bob" Lindqvist is one name. */
function withoutNicknameMarks(tokens: TextToken[]): TextToken[] {
  const isMark = (token: TextToken | undefined): boolean => /^["“”'‘’()]$/u.test(token?.text ?? '');
  return tokens.filter((token, at) => {
    if (!isMark(token)) return true;
    const from = tokens[at + 1]?.capital && isMark(tokens[at + 2]) ? at : at - 2;
    return !(
      isMark(tokens[from]) &&
      isMark(tokens[from + 2]) &&
      [from - 1, from + 1, from + 3].every((place) => tokens[place]?.capital)
    );
  });
}

/** The form of a word for comparison: lower case, without dots and possessive. */
export const keyOf = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']s?$/u, '')
    .replaceAll(/[.@#]/gu, '');
