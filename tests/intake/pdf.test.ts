import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { pdf, type PdfLine } from './documents.ts';
import { refusalOf } from './refusals.ts';

const read = async (pages: readonly (readonly PdfLine[])[]) => extract(pdf(pages), { name: 'pool.pdf' });
/** Lines with normal spacing, from `top` down. */
const column = (lines: readonly string[], top = 700, x = 72): PdfLine[] =>
  lines.map((text, index) => ({ text, x, y: top - 14 * index }));

describe('lines of a PDF', () => {
  test('become paragraphs, separated by larger gaps', async () => {
    const { text } = await read([
      [
        ...column(['The council voted on Tuesday to', 'reopen the pool (at last).']),
        ...column(['Work begins in June, and it', 'ends in September.'], 650),
      ],
    ]);
    expect(text).toBe(
      'The council voted on Tuesday to reopen the pool (at last).\n\nWork begins in June, and it ends in September.',
    );
  });

  test('are separated by an indent and by a short last line', async () => {
    const { text } = await read([
      [
        ...column(['The council of Harwick voted on Tuesday.']),
        { text: 'Work begins in June, says', x: 90, y: 686 },
        ...column(['the mayor.', 'The opposition does not believe it yet.'], 672),
      ],
    ]);
    expect(text.split('\n\n')).toEqual([
      'The council of Harwick voted on Tuesday.',
      'Work begins in June, says the mayor.',
      'The opposition does not believe it yet.',
    ]);
  });

  test('lose the hyphen of a divided word, but keep that of a compound', async () => {
    const { text } = await read([
      column(['The min-', 'istry has a long-term plan, and the long-', 'term plan is secret.']),
    ]);
    expect(text).toBe('The ministry has a long-term plan, and the long-term plan is secret.');
  });

  test('continue across columns and pages without running heads, feet and page numbers', async () => {
    const bodies = [
      [
        ['The pool was closed in winter, when', 'the boiler failed and nobody had', 'the money for'],
        ['another one. It stood empty', 'until spring, and frogs', 'moved into'],
      ],
      [
        ['its deep end. The council voted', 'in May, after a debate of four', 'hours, to'],
        ['reopen it. Work begins', 'as soon as the frogs', 'are gone.'],
      ],
    ] as const;
    const pages = bodies.map(([left, right], page) => [
      { text: 'THE COURIER', y: 820, size: 8 },
      ...column(left),
      ...column(right, 700, 320),
      { text: `12 March 2024 | ${page + 1}`, y: 30, size: 8 },
    ]);
    expect((await read(pages)).text).toBe(bodies.flat(2).join(' '));
  });

  test('in the largest font are the headline', async () => {
    const { headline } = await read([
      [
        { text: 'HARWICK', y: 800, size: 9 },
        { text: 'Pool reopens at last', y: 760, size: 22 },
        ...column(['The council voted on Tuesday to', 'reopen the pool.']),
      ],
    ]);
    expect(headline).toBe('Pool reopens at last');
  });
});

describe('PDFs that cannot be read', () => {
  test('without text are refused', async () => {
    expect(await refusalOf(read([[]]))).toBe(
      'no-text: pool.pdf holds no text, it may be a scan: run text recognition on it or paste the text.',
    );
  });

  test('with too many pages are refused', async () => {
    expect(await refusalOf(read(Array.from({ length: 301 }, () => [])))).toContain(
      'pool.pdf has more than 300 pages',
    );
  });

  test('that are truncated are refused', async () => {
    const whole = pdf([column(['The council voted.'])]);
    expect(await refusalOf(extract(whole.subarray(0, 40), { name: 'pool.pdf' }))).toContain('pool.pdf');
  });
});
