import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What each room may import from besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/article': [],
  'src/reader': ['src/article'],
  'src/search': ['src/article', 'src/reader'],
  'src/answer': ['src/article', 'src/search', 'src/reader'],
  'src/archive': ['src/article'],
  'src/evaluate': ['src/article', 'src/search', 'src/answer', 'src/reader'],
  'src/fit': ['src/article', 'src/search', 'src/answer', 'src/evaluate', 'src/reader'],
  'src/reply': ['src/article', 'src/search', 'src/answer'],
  'src/picture': ['src/article', 'src/answer', 'src/reply'],
  'src/desk': ['src/article', 'src/search', 'src/answer', 'src/reply', 'src/archive', 'src/reader'],
  'src/newsroom': [
    'src/article',
    'src/search',
    'src/answer',
    'src/reply',
    'src/archive',
    'src/desk',
    'src/reader',
  ],
  commands: [
    'src/article',
    'src/search',
    'src/answer',
    'src/reply',
    'src/picture',
    'src/desk',
    'src/archive',
  ],
  'src/cli': [
    'src/article',
    'src/search',
    'src/answer',
    'src/reply',
    'src/desk',
    'src/archive',
    'src/reader',
    'src/evaluate',
    'src/fit',
    'src/picture',
  ],
  'src/discord': ['src/article', 'src/search', 'src/answer', 'src/reply', 'src/desk'],
  'src/rehearsal': ['src/article', 'src/search', 'src/answer', 'src/reply', 'src/desk'],
  'src/settings.ts': [],
  'src/main.ts': ['src/program'],
};
/** Knows every room, and is known to `src/main.ts` alone. */
const WIRING = 'src/program';

const roomOf = (path: string): string =>
  [...Object.keys(MAY_IMPORT), WIRING].find((room) => path === room || path.startsWith(`${room}/`)) ?? path;

async function sources(): Promise<{ path: string; text: string }[]> {
  const names = await Promise.all(
    ['src', 'commands'].map((folder) =>
      readdir(join(root, folder), { recursive: true }).then((all) => all.map((name) => join(folder, name))),
    ),
  );
  const files = names.flat().filter((name) => name.endsWith('.ts'));
  return Promise.all(files.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => match[1] ?? '');

test('imports point one way: article <- search <- answer <- reply <- desk <- commands', async () => {
  const wrong = (await sources()).flatMap(({ path, text }) =>
    importsOf(text)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, resolve(root, dirname(path), name)))
      .filter(
        (target) =>
          roomOf(path) !== WIRING &&
          roomOf(target) !== roomOf(path) &&
          !(MAY_IMPORT[roomOf(path)] ?? []).includes(roomOf(target)),
      )
      .map((target) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('only src/search imports minisearch, and commands import only types from discord.js', async () => {
  const wrong = (await sources()).filter(
    ({ path, text }) =>
      (importsOf(text).includes('minisearch') && roomOf(path) !== 'src/search') ||
      (/^import (?!type)[^;]*'discord\.js'/mu.test(text) && roomOf(path) !== 'src/discord'),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
