import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../src/answer/facts/dates.ts';

const keys = (text: string, published?: string): [string, number | undefined][] =>
  datesIn(text, published).map(({ text: written, key }) => [written, key]);

describe('dates are found as a text writes them', () => {
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
  ])('contains no date: %s', (text) => {
    expect(keys(text)).toEqual([]);
  });

  test('relative dates count from the publication date, and have no key without one', () => {
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

  test.each<[string, string, [string, number | undefined][]]>([
    ['Wednesday 2024-01-03', 'It struck on Monday.', [['Monday', 20240101]]],
    ['the day itself', 'They said on Wednesday.', [['Wednesday', 20240103]]],
    ['what is to come', 'They will vote on Friday.', [['Friday', 20240105]]],
    ['what was said of what is to come', 'They will vote, he said on Friday.', [['Friday', 20231229]]],
    [
      'last and next',
      'Last Wednesday; next Monday.',
      [
        ['Last Wednesday', 20231227],
        ['next Monday', 20240108],
      ],
    ],
    ['without a preposition', 'He said Tuesday it was late.', [['Tuesday', 20240102]]],
    ['a weekday with its date', 'Due on Friday, March 1.', [['Friday, March 1', 20240301]]],
    [
      'the beginning of a week',
      'At the beginning of this week it rose; at the start of next week it falls.',
      [
        ['At the beginning of this week', 20240101],
        ['at the start of next week', 20240108],
      ],
    ],
    ['no weekday', 'Good Friday, every Monday, the Sunday Times, on Mondays', []],
    [
      'how long ago',
      'Two years ago, a month ago, 3 days ago and in four years’ time.',
      [
        ['Two years ago', 20220000],
        ['a month ago', 20231200],
        ['3 days ago', 20231231],
        ['in four years’ time', 20280000],
      ],
    ],
    [
      'weeks and edges',
      'Last week, by the end of the week, at the end of next month, in the middle of the year',
      [
        ['Last week', 20231227],
        ['by the end of the week', 20240107],
        ['at the end of next month', 20240229],
        ['the middle of the year', 20240600],
      ],
    ],
    [
      'seasons',
      'Last summer and next winter',
      [
        ['Last summer', 20230600],
        ['next winter', 20241200],
      ],
    ],
    ['a month that was', 'It rained in December.', [['December', 20231200]]],
    ['a month to come', 'It is due in December.', [['December', 20241200]]],
    [
      'this night',
      'Tonight and last night',
      [
        ['Tonight', 20240103],
        ['last night', 20240102],
      ],
    ],
  ])('counted from a Wednesday: %s', (_what, text, expected) => {
    expect(keys(text, '2024-01-03')).toEqual(expected);
  });

  test.each<[string, [string, number | undefined][]]>([
    ['In June it lost its licence.', [['June', 20240600]]],
    ['He was due to be released in September, but a judge kept him in.', [['September', 20240900]]],
    ['They had met in April.', [['April', 20240400]]],
    ['On Friday, the mayor and her deputy are to open it.', [['Friday', 20250307]]],
    ['By the end of the day Saturday the phones were not working.', [['Saturday', 20250301]]],
    ['It will stay closed until Tuesday.', [['Tuesday', 20250311]]],
    ['It runs through March 19 this year.', [['March 19 this year', 20250319]]],
    ['He came the day before yesterday.', [['the day before yesterday', 20250303]]],
    ['Nineteen years ago, nobody spoke of it.', [['Nineteen years ago', 20060000]]],
    [
      'They played this weekend and will play this weekend.',
      [
        ['this weekend', 20250301],
        ['this weekend', 20250308],
      ],
    ],
    [
      'The 1991 Hajj, over 2000 - 2050',
      [
        ['1991', 19910000],
        ['2000', 20000000],
        ['2050', 20500000],
      ],
    ],
    ['Today, few people smoke. A survey of 1709 schoolchildren.', []],
    ['It is to vote today.', [['today', 20250305]]],
    ['They agreed in February last year.', [['February last year', 20240200]]],
  ])('published on Wednesday 2025-03-05: %s', (text, expected) => {
    expect(keys(text, '2025-03-05')).toEqual(expected);
  });

  test('a future month earlier in the calendar than the publication is in the next year', () => {
    expect(keys('It will open in March, after it closed in March.', '2023-11-08')).toEqual([
      ['March', 20240300],
      ['March', 20230300],
    ]);
  });

  test.each<[string, [string, number | undefined][]]>([
    [
      'in the spring of 2017 and mid-2025',
      [
        ['spring of 2017', 20170300],
        ['mid-2025', 20250600],
      ],
    ],
    [
      'the second quarter of 2024, Q3 2020',
      [
        ['the second quarter of 2024', 20240400],
        ['Q3 2020', 20200700],
      ],
    ],
    ['by the end of 2026', [['by the end of 2026', 20261200]]],
    ['from 15 to 30 October 2023', [['15 to 30 October 2023', 20231015]]],
    [
      'June 30 to July 1, 2021',
      [
        ['June 30', 20210630],
        ['July 1, 2021', 20210701],
      ],
    ],
    [
      'on 24/6/2022, 6/24/2022 and 5.6.2022',
      [
        ['24/6/2022', 20220624],
        ['6/24/2022', 20220624],
        ['5.6.2022', 20220605],
      ],
    ],
    ['on 5/6/2022, which may be May or June', [['5/6/2022', 20220000]]],
    [
      'on 5 Mar 2024 (founded 1951)',
      [
        ['5 Mar 2024', 20240305],
        ['1951', 19510000],
      ],
    ],
    ['in late September', [['late September', undefined]]],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('dates are slices in order, without overlaps', () => {
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
