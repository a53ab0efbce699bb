import { expect, test } from 'vitest';
import { indexMemory, memoryLimits } from '../../src/program/memory.ts';
import { readerMemory } from '../../src/reader/memory.ts';

const MB = 1e6;
const roomy = { heap: 4000 * MB, container: 0 };

test('F17 indexes get the configured memory, but never more than the heap or container allows', () => {
  expect(indexMemory(300, roomy, 0)).toBe(300 * MB);
  expect(indexMemory(300, { heap: 268 * MB, container: 512 * MB }, 0)).toBeLessThan(200 * MB);
  expect(indexMemory(300, { heap: 4000 * MB, container: 512 * MB }, 0)).toBeLessThan(260 * MB);
  expect(indexMemory(300, { heap: 60 * MB, container: 0 }, 0)).toBe(0);
});

test('without a setting indexes get what fits, and no container means no limit', () => {
  expect(indexMemory(undefined, roomy, 0)).toBeGreaterThan(3000 * MB);
  expect(indexMemory(undefined, { ...roomy, container: 2 ** 64 }, 0)).toBe(indexMemory(undefined, roomy, 0));
  expect(indexMemory(undefined, { heap: 268 * MB, container: 512 * MB }, 0)).toBeGreaterThan(150 * MB);
});

test('the limits of this process can be read', () => {
  expect(memoryLimits().heap).toBeGreaterThan(100 * MB);
});

test('F17 indexes get less of a container’s memory while the reader is on', () => {
  const container = { heap: 4000 * MB, container: 1074 * MB };
  const off = indexMemory(undefined, container, readerMemory('off'));
  const on = indexMemory(undefined, container, readerMemory('auto', container.container));
  expect(on).toBeLessThanOrEqual(off - 150 * MB);
  expect(on + 200 * MB + 200 * MB).toBeLessThan(container.container);
  expect([readerMemory('auto', 512 * MB), readerMemory('on', 512 * MB)]).toEqual([0, 200 * MB]);
});
