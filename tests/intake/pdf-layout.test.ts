import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { linesOf } from '../../src/intake/pdf/lines.ts';
import { pdf, pdfOf, type PdfLine } from './documents.ts';
import { refusalOf } from './refusals.ts';

const read = async (pages: readonly (readonly PdfLine[])[]) => extract(pdf(pages), { name: 'pool.pdf' });
/** Lines with normal spacing, from `top` down. */
const column = (lines: readonly string[], top = 700, x = 72): PdfLine[] =>
  lines.map((text, index) => ({ text, x, y: top - 14 * index }));

describe('running heads and feet', () => {
  test('pages of similar sentences are read', async () => {
    const years = [1, 2, 3].map((n) =>
      column([`Sales in 202${n} were ${n}4 million.`, `Profit in 202${n} was ${n} million.`]),
    );
    const { text } = await read(years);
    for (const n of [1, 2, 3])
      expect(text).toContain(`Sales in 202${n} were ${n}4 million. Profit in 202${n} was ${n} million.`);
  });

  test('a similar sentence on two pages is kept on both', async () => {
    const { text } = await read([
      column(['The report for 2021 has three parts.', 'The first is about the pool.']),
      column(['The report for 2022 has four parts.', 'The last is about the frogs.']),
    ]);
    expect(text).toContain('The report for 2021 has three parts.');
    expect(text).toContain('The report for 2022 has four parts.');
  });

  test('a head on a single page does not split a sentence', async () => {
    const { text } = await read([
      column(['The pool was closed in winter, when the', 'boiler failed and nobody had the money']),
      [
        { text: 'THE COURIER / Local news', y: 800, size: 8 },
        ...column(['for another one until the spring.']),
      ],
    ]);
    expect(text).toBe(
      'The pool was closed in winter, when the boiler failed and nobody had the money for another one until the spring.',
    );
  });
});

describe('hyphens at the ends of lines', () => {
  test.each([
    [
      ['The well-', 'known pool of the minis-', 'try was closed by its co-', 'founder.'],
      'The well-known pool of the ministry was closed by its co-founder.',
    ],
    [
      ['Anne-', 'Marie was there from 2019-', '2024 and saw the swim-', 'ming pool.'],
      'Anne-Marie was there from 2019-2024 and saw the swimming pool.',
    ],
    [
      ['An award-', 'winning, state-', 'owned pool, the unfor-', 'gettable one.'],
      'An award-winning, state-owned pool, the unforgettable one.',
    ],
  ])('%j', async (lines, text) => {
    expect((await read([column(lines)])).text).toBe(text);
  });
});

test('a superscript stays in its sentence', async () => {
  const { text } = await read([
    [
      { text: 'It makes 10', x: 72, y: 700 },
      { text: '6', x: 130, y: 705, size: 7 },
      { text: 'litres a day, as in 2019', x: 137, y: 700 },
      { text: '1', x: 252, y: 705, size: 7 },
      { text: 'and', x: 259, y: 700 },
      ...column(['before.'], 686),
    ],
  ]);
  expect(text).toBe('It makes 10⁶ litres a day, as in 2019¹ and before.');
});

test('a drop cap is joined to its word and is not a headline', async () => {
  const { text, headline } = await read([
    [
      { text: 'Pool reopens at last', y: 760, size: 20 },
      { text: 'T', x: 72, y: 672, size: 42 },
      ...column(['he council voted on Tuesday to', 'reopen the pool, after a debate'], 700, 100),
      ...column(['of four hours in the old hall.'], 672),
    ],
  ]);
  expect(headline).toBe('Pool reopens at last');
  expect(text).toContain(
    'The council voted on Tuesday to reopen the pool, after a debate of four hours in the old hall.',
  );
});

test('columns with alternating lines are read one after the other', async () => {
  const left = [
    'The pool was closed in winter, when',
    'the boiler failed and nobody had the',
    'money for another one. It stood all',
    'empty until the spring.',
  ];
  const right = [
    'The council voted in May, after long',
    'hours of debate, to reopen it before',
    'the summer. Work begins as soon as',
    'the frogs are gone.',
  ];
  const rows = left.flatMap((text, n) => [
    { text, x: 72, y: 700 - 14 * n },
    { text: right[n] ?? '', x: 320, y: 700 - 14 * n },
  ]);
  expect((await read([rows])).text).toBe(`${left.join(' ')}\n\n${right.join(' ')}`);
});

/** A page in a font that is not embedded, with a predefined character map. */
const withFont = (font: string, descendant: string, shown: string): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${shown.length + 40} >>\nstream\nBT /F1 12 Tf 1 0 0 1 72 700 Tm ${shown} Tj ET\nendstream`,
    font,
    descendant,
    '<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  ]);

test('a Japanese file with a predefined character map is read', async () => {
  const bytes = '8bf382ab89c682f08a7790b682c9';
  const file = withFont(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    `<${bytes}>`,
  );
  expect((await extract(file, { name: 'a.pdf' })).text).toBe('空き家を学生に');
});

test('a font without a character map is refused', async () => {
  const file = withFont(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>',
    `<${Array.from({ length: 40 }, (_, n) => (0xe000 + n).toString(16)).join('')}>`,
  );
  expect(await refusalOf(extract(file, { name: 'a.pdf' }))).toMatch(
    /^no-text: a\.pdf (?:does not say which letters|holds no text)/u,
  );
});

test('a right-to-left line is read in its own order', () => {
  const piece = (str: string, x: number) => ({
    str,
    x,
    y: 700,
    width: 40,
    size: 12,
    hasEOL: false,
    leftward: true,
  });
  const lines = linesOf([piece('وافق', 500), piece('المجلس', 455), piece('على', 410)]);
  expect(lines.map(({ text }) => text)).toEqual(['وافق المجلس على']);
});
