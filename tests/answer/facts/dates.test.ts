import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../src/answer/facts/dates.ts';

const keys = (text: string, published?: string): [string, number | undefined][] =>
  datesIn(text, published).map(({ text: written, key }) => [written, key]);

describe('dates as a text writes them', () => {
  test.each<[string, [string, number | undefined][]]>([
    ['It closed on 12 March 2010.', [['12 March 2010', 20100312]]],
    ['It closed on March 12, 2010.', [['March 12, 2010', 20100312]]],
    ['In July 2017 it grew.', [['July 2017', 20170700]]],
    ['Funded in 2014, it grew.', [['2014', 20140000]]],
    [
      'It lasted from 1998 to 2004 (1999–2003).',
      [
        ['1998', 19980000],
        ['2004', 20040000],
        ['1999', 19990000],
        ['2003', 20030000],
      ],
    ],
    [
      'In the 1990s and the 19th century',
      [
        ['the 1990s', 19900000],
        ['19th century', 18000000],
      ],
    ],
    ['Caesar died in 44 BC.', [['44 BC', -440000]]],
    ['Filed on 2026-03-04.', [['2026-03-04', 20260304]]],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test.each([
    'It has 1500 employees and 2000 machines.',
    'from 1.500 to 2.000 collaborators',
    'It cost 1999 dollars, or $2010.',
    'A growth of 2010% may happen.',
  ])('no date: %s', (text) => {
    expect(keys(text)).toEqual([]);
  });

  test('relative dates count from the publication date, and stay as written without one', () => {
    const text = 'By the end of the year, last year, next month, yesterday and on March 3.';
    expect(keys(text, '2026-01-01')).toEqual([
      ['By the end of the year', 20261200],
      ['last year', 20250000],
      ['next month', 20260200],
      ['yesterday', 20251231],
      ['March 3', 20260303],
    ]);
    expect(keys(text).map(([, key]) => key)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('each is a slice, in order, not overlapping', () => {
    const part = fc.constantFrom(
      'in ',
      '2014',
      ' July',
      ' 12',
      ', ',
      '–',
      ' the 1990s',
      ' last year',
      '44 BC ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, text: written } of datesIn(text, '2026-01-01')) {
          expect(text.slice(start, end)).toBe(written);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});
