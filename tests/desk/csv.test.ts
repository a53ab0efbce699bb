import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile } from '../../src/desk/csv.ts';

const linesOf = (cells: readonly (string | number)[]): string[] =>
  new TextDecoder()
    .decode(csvFile('questions.csv', ['a'], [cells]).data)
    .split('\r\n')
    .slice(1, -1);
const lineOf = (...cells: (string | number)[]): string => linesOf(cells).join('\n');

const SIGNS = '=+-@＝＋－＠﹢﹣﹦﹫−';

/** The fields that a spreadsheet sees in a line, before it skips anything. */
const beginnings = (line: string, separator: string): string[] =>
  line
    .split(separator)
    .map((field) =>
      field.replace(/^(?:[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800"])+/u, '').slice(0, 1),
    );

describe('a cell of a CSV file', () => {
  test('that is not a formula stays as typed', () => {
    expect(lineOf('Who paid 5-6 % more?', 'a=b', 'x@y.example', -5)).toBe(
      'Who paid 5-6 % more?,a=b,x@y.example,-5',
    );
    expect(lineOf('He said “no”, "never"')).toBe('"He said “no”, ""never"""');
    expect(lineOf('one\r\ntwo\u2028three')).toBe('one two three');
  });

  test.each([
    ['at its beginning', '=1+1', "'=1+1"],
    ['after a semicolon', 'a;=1+1', `"a;'=1+1"`],
    ['after a bar', 'a|@SUM(1)', `"a|'@SUM(1)"`],
    ['after a tab', 'a\t+1', `"a\t'+1"`],
    ['after a comma', 'a,-1', `"a,'-1"`],
    ['after a semicolon and a space', 'a; =1', `"a;' =1"`],
    ['full-width', '＝1+1', "'＝1+1"],
    ['full-width after a semicolon', 'a;＋1', `"a;'＋1"`],
    ['behind a zero-width space', '\u200B=1', "'\u200B=1"],
    ['behind a byte order mark and a tag', '\uFEFF\u{E0041}=1', "'\uFEFF\u{E0041}=1"],
    ['behind a no-break space and a soft hyphen', '\u00A0\u00AD=1', "'\u00A0\u00AD=1"],
    ['behind a control character', '\u0001=1', "'\u0001=1"],
    ['behind a quotation mark', '"=1', `"'""=1"`],
    ['after a line end', '\n=1', "' =1"],
  ])('that holds a formula %s begins with an apostrophe there', (_where, text, shown) => {
    expect(lineOf(text)).toBe(shown);
  });

  test('is never a formula, whatever the text and the spreadsheet’s separator', () => {
    const piece = fc.constantFrom(
      ...SIGNS.split(''),
      ...',;|\t"\' \n'.split(''),
      '\r\n',
      '\u200B',
      '\u{E0041}',
      '\u3164',
      '\u0085',
      '\u2029',
      'a',
      '1',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (cells) => {
        const lines = linesOf(cells);
        expect(lines).toHaveLength(1);
        for (const separator of [',', ';', '|', '\t'])
          for (const first of beginnings(lines[0] ?? '', separator))
            expect(first === '' || !SIGNS.includes(first)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('T7 is written in linear time', () => {
    for (const text of [
      '\t'.repeat(200_000),
      '; '.repeat(100_000),
      '\u200B'.repeat(200_000),
      ' ='.repeat(100_000),
    ])
      expect(lineOf(text).length).toBeGreaterThan(100_000);
  });
});
