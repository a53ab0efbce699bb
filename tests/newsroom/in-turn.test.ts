import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from '../../src/newsroom/engine/in-turn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to, in the order in which it begins. */
function pieces(turns: ReturnType<typeof inTurn>) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    begun,
    start: (name: string) =>
      turns(() => {
        begun.push(name);
        return new Promise<string>((resolve, reject) => {
          ends.set(name, (error) => (error ? reject(error) : resolve(name)));
        });
      }),
    end: async (name: string, error?: Error) => {
      ends.get(name)?.(error);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('so many run at the same time, the others in the order in which they came', async () => {
  const { begun, start, end } = pieces(inTurn(2, 400));
  const done = ['a', 'b', 'c', 'd', 'e'].map(start);
  await vi.advanceTimersByTimeAsync(399);
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c', 'd', 'e']) await end(name);
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(await Promise.all(done)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('two that end at the same moment make room for two', async () => {
  const { begun, start, end } = pieces(inTurn(2, 400));
  for (const name of ['a', 'b', 'c', 'd']) void start(name);
  await Promise.all([end('a'), end('b')]);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('work that fails gives its place to the next', async () => {
  const { begun, start, end } = pieces(inTurn(1, 400));
  const first = start('a').catch(({ message }: Error) => message);
  void start('b');
  await end('a', new Error('no'));
  expect(await first).toBe('no');
  expect(begun).toEqual(['a', 'b']);
});

test('what has waited long enough begins, though all others hang', async () => {
  const { begun, start, end } = pieces(inTurn(1, 400));
  for (const name of ['a', 'b']) void start(name);
  await vi.advanceTimersByTimeAsync(100);
  void start('c');
  await vi.advanceTimersByTimeAsync(300);
  expect(begun).toEqual(['a', 'b']);
  await vi.advanceTimersByTimeAsync(100);
  expect(begun).toEqual(['a', 'b', 'c']);
  void start('d');
  await end('a');
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('c');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});
