import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Files that people write by hand; golden data is data. */
const WRITTEN = /\.(?:ts|js|mjs|css|html|py|sh)$/u;
const DATA = /^tests\/golden\//u;

const linesOf = async (path: string): Promise<number> =>
  (await readFile(join(root, path), 'utf8')).split('\n').length - 1;

// How long a function may be is checked by the linter.
test('no file has more than 300 lines', async () => {
  const folders = ['src', 'commands', 'lab', 'tests'];
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  const files = names.flat().filter((path) => WRITTEN.test(path) && !DATA.test(path));
  const sizes = await Promise.all(files.map(async (path) => ({ path, lines: await linesOf(path) })));
  expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(files.length).toBeGreaterThan(500);
});

test('README has less than 150 lines', async () => {
  expect(await linesOf('README.md')).toBeLessThan(150);
});
