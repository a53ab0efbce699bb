import { expect, test } from 'vitest';
import { atThreshold, calibrationError, reliability } from '../../../lab/evaluate/calibration.ts';

const answers = [
  { confidence: 0.9, right: true },
  { confidence: 0.9, right: true },
  { confidence: 0.9, right: false, weight: 2 },
  { confidence: 0.2, right: false },
  { confidence: 0.2, right: true, weight: 0 },
];

test('bands compare confidence with accuracy, by weight', () => {
  const bands = reliability(answers);
  expect(bands.map(({ from }) => from)).toEqual([0.2, 0.9]);
  expect(bands[1]?.share).toBeCloseTo(4 / 5, 10);
  expect(bands[1]?.right).toBeCloseTo(2 / 4, 10);
  expect(calibrationError(bands)).toBeCloseTo(0.8 * 0.4 + 0.2 * 0.2, 10);
});

test('a threshold gives the share of answers above it and their accuracy', () => {
  expect(atThreshold(answers, 0.5).shown).toBeCloseTo(4 / 5, 10);
  expect(atThreshold(answers, 0.5).right).toBeCloseTo(2 / 4, 10);
  expect(atThreshold(answers, 1)).toEqual({ shown: 0, right: 0 });
});
