import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, words } from '../../src/english/words.ts';

/** The definition of a word, slower than the scanner, which must find the same. */
const WORD =
  /[$€£¥]?\p{N}+(?:[.,]\p{N}+)*%?|\p{Lu}(?:\.\p{Lu})+\.?|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

const byDefinition = (text: string): object[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: fold(word),
  }));

/** Characters that words begin with, continue with and end with. */
const LETTERS = 'abAB12½٣é̀ñßΩЖ語ʼ$€£.,%\'’"“- \n'.split('');

test('the fast tokenizer finds the same words as the regular expression', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 }), (text) => {
      expect(words(text)).toEqual(byDefinition(text));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      // The scanner skips invisible characters, which the definition does not.
      fc.pre(!/[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(text));
      expect(words(text)).toEqual(byDefinition(text));
    }),
  );
});

test('a part of a text is tokenised independently of the rest', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 }),
      fc.nat(30),
      fc.nat(40),
      (text, from, to) => {
        const alone = words(text.slice(from, to));
        const moved = alone.map(({ start, end, folded }) => ({
          start: from + start,
          end: from + end,
          folded,
        }));
        expect(words(text, from, to)).toEqual(moved);
      },
    ),
  );
});

test('invisible characters do not divide words, and surrogate pairs are letters', () => {
  expect(words('Halden\u00adMo\u200btors \u{10400}\u{10428}s')).toEqual([
    { start: 0, end: 14, folded: 'haldenmotors' },
    { start: 15, end: 20, folded: '\u{10428}\u{10428}s' },
  ]);
});
