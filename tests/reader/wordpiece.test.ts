import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODELS, readVocabulary } from '../../src/reader/model-files.ts';
import { wordPieces } from '../../src/reader/wordpiece.ts';

const vocabulary = await readVocabulary(MODELS);
const tokenize = wordPieces(vocabulary);
const recorded = JSON.parse(
  await readFile(join(import.meta.dirname, 'wordpiece.json'), 'utf8'),
) as readonly Readonly<{ text: string; ids: readonly number[] }>[];
const library = new Tokenizer(JSON.parse(await readFile(`${MODELS}/tokenizer.json`, 'utf8')) as object, {
  do_lower_case: true,
});
const idsOf = (text: string): number[] => tokenize(text).map(({ id }) => id);
const wordsOf = (text: string): string[] => [
  ...new Set(tokenize(text).map(({ start, end }) => `${start} ${text.slice(start, end)}`)),
];

const HARD = Array.from(
  new Intl.Segmenter().segment('éa\u0308\u0323ﬁﬃİßẞ👩‍💻👍🏽🇫🇷商湯서ガ\u00A0 \n-$1,200.50“’s\u200B\u00ADÅＷǅΩς½≠'),
  ({ segment }) => segment,
);
const WORDS = ['unaffordable', 'Merger', 'SenseTime', 'antidisestablishmentarianism', 'naïveté', '\u0301'];

/** Random combinations of texts in which offsets are difficult. */
const hardText = fc
  .array(fc.oneof(fc.constantFrom(...HARD, ...WORDS), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

describe('the tokenizer', () => {
  // Recorded with version 0.23.3 of the Python package “tokenizers”, which the weights were trained with.
  test.each(recorded)('gives the pieces that the weights were trained on: $text', ({ text, ids }) => {
    expect(idsOf(text)).toEqual(ids);
  });

  test('gives the same pieces as the library for JavaScript for any text', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        // Here the library differs from the one used in training; the recorded texts cover these cases.
        fc.pre(!/[Σς\u{20000}-\u{2FFFF}]|\[(?:CLS|SEP|UNK|PAD|MASK)\]/u.test(text));
        expect(idsOf(text)).toEqual(library.encode(text, { add_special_tokens: false }).ids);
      }),
      { numRuns: 500 },
    );
  });

  test('treats names of special tokens as words, so that a question cannot end its segment', () => {
    expect(idsOf('[SEP]')).not.toContain(vocabulary.get('[SEP]'));
  });

  test('gives offsets of whole words of the stored text', () => {
    expect(wordsOf('Cafe\u0301 İzmir: 👩‍💻 paid $3.5bn')).toEqual([
      '0 Cafe\u0301',
      '6 İzmir',
      '11 :',
      '13 👩‍💻',
      '19 paid',
      '24 $',
      '25 3',
      '26 .',
      '27 5bn',
    ]);
    expect(wordsOf('商汤 Straße')).toEqual(['0 商', '1 汤', '3 Straße']);
  });

  test('never splits a character, an accent or a joined emoji, and omits nothing visible', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        let covered = 0;
        for (const { start, end } of tokenize(text)) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(covered, Math.max(covered, start))).toMatch(/^[\s\p{C}\p{M}\uFFFD]*$/u);
          expect(text.slice(end)).not.toMatch(/^(?:\p{Mn}|[\uDC00-\uDFFF])/u);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          covered = Math.max(covered, end);
        }
        expect(text.slice(covered)).toMatch(/^[\s\p{C}\p{M}\uFFFD]*$/u);
      }),
      { numRuns: 500 },
    );
  });
});
