import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { askInTerminal } from '../../src/terminal/ask.ts';
import { complete } from '../../src/terminal/prompt.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { deskOver, seedArticle } from '../support/desk.ts';

const desk = await deskOver([await seedArticle()]);

async function run(
  argv: string[],
  input = '',
  options: { isTTY?: boolean; columns?: number; problems?: string[] } = {},
) {
  const output = Object.assign(new PassThrough(), { columns: options.columns ?? 80 });
  const errors = new PassThrough();
  const terminal: Terminal = {
    input: Object.assign(Readable.from([input]), { isTTY: options.isTTY ?? false }),
    output,
    errors,
    colour: false,
  };
  const code = await askInTerminal(
    argv,
    () => Promise.resolve({ desk, problems: options.problems ?? [] }),
    terminal,
  );
  output.end();
  errors.end();
  return { code, out: (await output.toArray()).join(''), errors: (await errors.toArray()).join('') };
}

describe('ask in the terminal', () => {
  test('a question is answered with a quote and its receipt', async () => {
    const { code, out } = await run(['Who', 'led', 'the', 'round?']);
    expect(code).toBe(0);
    expect(out).toContain('sensetime-alibaba-round.r1.s');
  });

  test('no line is wider than the terminal, except unbreakable text', async () => {
    const { out } = await run(['/summary'], '', { columns: 50 });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50 + 16);
  });

  test('a question that is too long is refused in one line, with code 1', async () => {
    const { code, out } = await run(['x'.repeat(7000)]);
    expect([code, out]).toEqual([
      1,
      '/ask cannot be run like that (question: must be at most 1,000 characters).\n',
    ]);
  });

  test('a file that could not be used is named and ends with code 1, and the answer still comes', async () => {
    const { code, out, errors } = await run(['Who led the round?'], '', {
      problems: ['bad.txt has no article text.'],
    });
    expect([code, errors]).toEqual([1, 'bad.txt has no article text.\n']);
    expect(out).toContain('Alibaba');
  });

  test('without a question and without a terminal it says how it is used', async () => {
    await expect(run([])).rejects.toThrow(/^There is no question\. Usage: /u);
    await expect(run(['--colour'])).rejects.toThrow(/Unknown option '--colour'/u);
  });

  test('the prompt answers line by line and survives mistakes', async () => {
    const { out } = await run([], '/nothing-like-this\nWho led the round?\nexit\nnever asked\n', {
      isTTY: true,
    });
    expect(out).toContain('There is no command /nothing-like-this');
    expect(out).toContain('Alibaba');
    expect(out).not.toContain('never asked');
  });
});

describe('a batch of questions', () => {
  const lines = async (input: string) => {
    const { code, out } = await run(['--json'], input);
    return {
      code,
      results: out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  };

  test('is answered in order with the given ids, and continues after a bad line', async () => {
    const { code, results } = await lines(
      '{"q":"Who led the round?","id":{"any":1}}\nnot json\n\n{"q":""}\n{"q":"x","article":"nowhere"}\n{"q":"Is Paris in France?","id":null}\n',
    );
    expect(code).toBe(1);
    expect(results).toHaveLength(5);
    expect(results[0]).toMatchObject({ id: { any: 1 }, q: 'Who led the round?', searched: { articles: 1 } });
    expect(results[1]?.['error']).toMatch(/not valid JSON/u);
    expect(results[2]?.['error']).toMatch(/not a question/u);
    expect(results[3]?.['error']).toBe('There is no article “nowhere”.');
    expect(results[4]).toMatchObject({ id: null, verdict: expect.not.stringMatching('found') as unknown });
  });

  test('gives quotes and spans that are slices of the article', async () => {
    const { text } = await seedArticle();
    const { results } = await lines(
      '{"q":"How much did SenseTime raise?"}\n{"q":"Who invested?","article":"sensetime-alibaba-round"}\n',
    );
    type Passage = {
      start: number;
      end: number;
      quote: string;
      spans: { start: number; end: number; text: string }[];
    };
    const passages = results.flatMap((result) => result['passages'] as Passage[]);
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.filter(({ start, end, quote }) => text.slice(start, end) !== quote)).toEqual([]);
    const spans = passages.flatMap((passage) => passage.spans);
    expect(spans.length).toBeGreaterThan(0);
    expect(spans.filter((span) => text.slice(span.start, span.end) !== span.text)).toEqual([]);
  });
});

describe('completion', () => {
  test.each([
    ['/va', ['/valuation ']],
    ['/valuation com', ['company:']],
    ['/valuation company:Sense', ['SenseTime']],
    ['/summary article:ali', ['sensetime-alibaba-round']],
    ['who', []],
  ])('%s', async (line, expected) => {
    expect((await complete(line, desk))[0]).toEqual(expected);
  });
});
