import { expect, test } from 'vitest';
import { indexMemory, memoryLimits } from '../../src/program/memory.ts';

const MB = 1e6;
const roomy = { heap: 4000 * MB, container: 0 };

test('F17 indexes get what is set, but never more than the heap or the container can hold', () => {
  expect(indexMemory(300, roomy)).toBe(300 * MB);
  expect(indexMemory(300, { heap: 268 * MB, container: 512 * MB })).toBeLessThan(200 * MB);
  expect(indexMemory(300, { heap: 4000 * MB, container: 512 * MB })).toBeLessThan(260 * MB);
  expect(indexMemory(300, { heap: 60 * MB, container: 0 })).toBe(0);
});

test('without a setting they get what fits; no container is no limit', () => {
  expect(indexMemory(undefined, roomy)).toBeGreaterThan(3000 * MB);
  expect(indexMemory(undefined, { ...roomy, container: 2 ** 64 })).toBe(indexMemory(undefined, roomy));
  expect(indexMemory(undefined, { heap: 268 * MB, container: 512 * MB })).toBeGreaterThan(150 * MB);
});

test('the limits of this process can be read', () => {
  expect(memoryLimits().heap).toBeGreaterThan(100 * MB);
});
