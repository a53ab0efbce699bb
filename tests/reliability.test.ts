import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const NUMBER = /[TFI]\d{1,2}\b/gu;

const sources = execFileSync('git', ['ls-files', 'src', 'commands', 'tests'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: read(path) }));

/** The numbers that docs/reliability.md defines, one per table row. */
const rows = [...read('docs/reliability.md').matchAll(/^\| ([TFI]\d{1,2}) +\|(.+)\|$/gmu)];
const defined = rows.map(([, number = '']) => number);

/** The numbers at the start of a test's name: `F21 …`, `T8, T9 …`, `I4 T15: …`. */
const named = sources
  .filter(({ path }) => path.startsWith('tests/'))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/['"`]((?:[TFI]\d{1,2}[,:]? )+)/gu)].flatMap(([, names = '']) =>
      [...names.matchAll(NUMBER)].map(([number]) => ({ path, number })),
    ),
  );

describe('the numbers of docs/reliability.md', () => {
  test('are each defined once with an effect', () => {
    expect(defined.length).toBeGreaterThan(50);
    expect(defined.filter((number, place) => defined.indexOf(number) !== place)).toEqual([]);
    expect(rows.filter(([, , cells = '']) => cells.trim().length < 20)).toEqual([]);
  });

  test('each have a test named after them', () => {
    const tested = new Set(named.map(({ number }) => number));
    expect(defined.filter((number) => !tested.has(number))).toEqual([]);
  });

  test('are the only ones in test names', () => {
    expect(named.filter(({ number }) => !defined.includes(number))).toEqual([]);
  });

  test('are the only ones in comments', () => {
    const referred = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\((?:threat )?((?:[TFI]\d{1,2}(?:, )?)+)\)/gu)].flatMap(([, names = '']) =>
        [...names.matchAll(NUMBER)].map(([number]) => ({ path, number })),
      ),
    );
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter(({ number }) => !defined.includes(number))).toEqual([]);
  });
});
