import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/article/sentences/sentences.ts';

/** Every UTF-16 unit, lone surrogates and control characters too. */
const anyText = array(integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) =>
  units.map((unit) => String.fromCharCode(unit)).join(''),
);

const PIECES = [
  ...' \n\t.!?…。！"\'”“»«()[]•,:;-$é東'.split(''),
  '\u00a0',
  '\ufeff',
  '. . .',
  'Mr.',
  'U.S.',
  'p.m.',
  ' 1)',
  ' 2)',
  '1.',
  'The',
  'said',
  'Smith',
  'a',
  'I',
  '3.5',
  '\n\n',
  'www.a.org',
  'Yahoo!',
];
/** Texts in which almost every position could end a sentence. */
const denseText = array(constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

const text = oneof(anyText, denseText, string({ unit: 'grapheme', maxLength: 200 }));

describe('the slices of splitSentences', () => {
  it('are in order, do not overlap and leave out nothing but white space', () => {
    assert(
      property(text, (value) => {
        let end = 0;
        for (const slice of splitSentences(value)) {
          expect(value.slice(end, slice.start).trim()).toBe('');
          expect(slice.end).toBeGreaterThan(slice.start);
          end = slice.end;
        }
        expect(value.slice(end).trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('begin and end with something other than white space', () => {
    assert(
      property(text, (value) => {
        for (const { start, end } of splitSentences(value)) {
          const sentence = value.slice(start, end);
          expect(sentence).toBe(sentence.trim());
        }
      }),
      // A bracket that closes the previous sentence may begin a line, like an item.
      { numRuns: 2000, examples: [['![\n\n] 。 2)']] },
    );
  });

  it('depend on nothing outside the range', () => {
    assert(
      property(text, text, text, (before, value, after) => {
        const from = before.length;
        const shifted = splitSentences(before + value + after, from, from + value.length);
        expect(shifted).toEqual(
          splitSentences(value).map(({ start, end }) => ({ start: start + from, end: end + from })),
        );
      }),
    );
  });
});
