import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage, PARAGRAPHS } from '../../intake/html/article-page.ts';

const run = promisify(execFile);
const MAIN = join(import.meta.dirname, '../../../lab/golden/main.ts');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-golden-'));
});
afterAll(() => rm(folder, { recursive: true }));

const golden = async (...words: string[]): Promise<string> => {
  const { stdout } = await run(process.execPath, [MAIN, ...words, '--folder', join(folder, 'pages')]);
  return stdout;
};

test('a page is shown, written with what should be read of it, and compared from then on', async () => {
  const page = join(folder, 'budget.html');
  await writeFile(page, articlePage(''));
  const added = await golden('add', page);
  expect(added).toContain('+ headline: Council passes the budget');
  expect(added).toContain(`+ ${PARAGRAPHS[0]}`);
  const written = join(folder, 'pages/budget');
  expect(await readFile(join(written, 'expected.txt'), 'utf8')).toBe(`${PARAGRAPHS.join('\n\n')}\n`);
  expect(await golden()).toBe('1 of 1 pages are read as expected.\n');
  await writeFile(join(written, 'expected.txt'), 'Another text.\n');
  await expect(golden()).rejects.toThrow('Command failed');
  expect(await golden('add', page)).toContain('- Another text.');
});
