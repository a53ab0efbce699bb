import { describe, expect, test } from 'vitest';
import { areaUnderCurve, firstHit, isHit, rankFigures, riskCoverage } from '../../../lab/evaluate/hits.ts';

const gold = ['Alibaba led the round, followed by Temasek.'];

describe('a hit', () => {
  test('is the gold sentence, whatever its white space, alone or inside a longer quote', () => {
    expect(isHit('Alibaba led the round,\n followed by Temasek.', gold)).toBe(true);
    expect(isHit('It raised money. Alibaba led the round, followed by Temasek.', gold)).toBe(true);
  });

  test('may be cut from the gold sentence when at least half of it is left', () => {
    expect(isHit('Alibaba led the round,', gold)).toBe(true);
    expect(isHit('Alibaba led', gold)).toBe(false);
    expect(isHit('Alibaba lost the round,', gold)).toBe(false);
  });

  test('is counted by the place of the first right quote', () => {
    expect(firstHit(['Other.', gold[0] ?? ''], gold)).toBe(2);
    expect(firstHit(['Other.'], gold)).toBe(0);
    expect(rankFigures([1, 2, 0, 4])).toEqual({ top1: 0.25, top3: 0.5, top10: 0.75, mrr: 0.4375 });
  });
});

describe('confidence is evaluated', () => {
  test('by how often a right answer ranks above a wrong one, with ties counting half', () => {
    expect(areaUnderCurve([0.9, 0.8], [0.1, 0.2])).toBe(1);
    expect(areaUnderCurve([0.5, 0.5], [0.5])).toBe(0.5);
    expect(areaUnderCurve([0.1, 0.9], [0.5])).toBe(0.5);
  });

  test('by the share of wrong ones among the most confident', () => {
    const answers = Array.from({ length: 10 }, (_, index) => ({
      confidence: 1 - index / 10,
      right: index < 5,
    }));
    const lines = riskCoverage(answers);
    expect(lines.find(({ coverage }) => coverage === 0.5)?.risk).toBe(0);
    expect(lines.at(-1)?.risk).toBe(0.5);
  });
});
