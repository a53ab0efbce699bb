import { describe, expect, it } from 'vitest';
import type { Slice } from '../../../src/article/article.ts';
import { evaluateSentences } from '../../../lab/evaluate/sentences.ts';

/** Splits at every `/`, which is the end of its sentence. */
function splitAtSlash(text: string): Slice[] {
  return [...text.matchAll(/[^/]+\/?/gu)].map(({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
  }));
}

/** A clock that advances by 100 ms at each reading. */
function ticking(): () => number {
  let now = 0;
  return () => (now += 100);
}

const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const measure = (jsonl: string) => evaluateSentences(jsonl, splitAtSlash, ticking());

describe('evaluateSentences', () => {
  it('counts a sentence as right when both its ends are, and boundaries separately', () => {
    // Expected a/ | b c | d/; split a/ | b c d/: one of three sentences, one of two boundaries.
    const figures = measure(lines({ sentences: ['a/', 'b c', 'd/'] }));
    expect(figures.span).toEqual({ precision: 1 / 2, recall: 1 / 3, f1: 2 / 5 });
    expect(figures.boundary).toEqual({ precision: 1, recall: 1 / 2, f1: 2 / 3 });
  });

  it('counts exactly right texts and lists the lines of the others', () => {
    const figures = measure(
      lines({ sentences: ['a/', 'b'] }, { sentences: ['a', 'b'] }, { sentences: ['c'] }),
    );
    expect(figures).toMatchObject({ texts: 3, exact: 2, wrong: [2] });
  });

  it('ignores white space', () => {
    expect(measure(lines({ text: 'a \n b/\tc', sentences: ['a b/', 'c'] })).exact).toBe(1);
  });

  it('gives full marks for texts without boundaries', () => {
    expect(measure(lines({ sentences: ['a'] }, { sentences: ['b'] })).boundary.f1).toBe(1);
  });

  it('measures the speed by the clock it is given', () => {
    // 3 units a pass, 100 ms between two readings.
    expect(measure(lines({ sentences: ['abc'] })).charactersPerSecond).toBeCloseTo(30);
  });

  it('names a line that is not an example', () => {
    for (const bad of [
      'nonsense',
      '{"sentences": []}',
      '{"sentences": [1]}',
      '{"text": 1, "sentences": ["a"]}',
      '4',
    ]) {
      expect(() => measure(`{"sentences": ["a"]}\n${bad}`)).toThrow(/^Line 2 is not/u);
    }
  });

  it('names a line whose sentences are not its text', () => {
    expect(() => measure(lines({ text: 'ab c', sentences: ['ab'] }))).toThrow(/^Line 1: the sentences/u);
  });

  it('refuses a file without a line', () => {
    expect(() => measure('\n')).toThrow(/^No line to measure/u);
  });
});
