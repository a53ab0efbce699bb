import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The folders that each folder may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/words': [],
  'src/article': ['src/words'],
  'src/english': ['src/article'],
  'src/search': ['src/words', 'src/article', 'src/english', 'src/reader'],
  'src/reader': ['src/words', 'src/article'],
  'src/answer': ['src/article', 'src/english', 'src/search', 'src/reader'],
  'src/store': ['src/words', 'src/article', 'src/english'],
  'src/intake': ['src/words', 'src/article', 'src/english', 'src/store'],
  'src/reply': ['src/words', 'src/article', 'src/english', 'src/search', 'src/answer'],
  'src/desk': [
    'src/words',
    'src/article',
    'src/english',
    'src/search',
    'src/answer',
    'src/reply',
    'src/store',
    'src/intake',
    'src/reader',
  ],
  'src/newsroom': [
    'src/words',
    'src/article',
    'src/english',
    'src/search',
    'src/answer',
    'src/reply',
    'src/store',
    'src/intake',
    'src/desk',
    'src/reader',
  ],
  commands: [
    'src/words',
    'src/article',
    'src/english',
    'src/search',
    'src/answer',
    'src/reply',
    'src/desk',
    'src/store',
    'src/intake',
  ],
  'src/terminal': [
    'src/words',
    'src/article',
    'src/english',
    'src/search',
    'src/answer',
    'src/reply',
    'src/desk',
    'src/store',
    'src/intake',
    'src/reader',
  ],
  'src/discord': ['src/words', 'src/article', 'src/search', 'src/answer', 'src/reply', 'src/desk'],
  'src/rehearsal': [
    'src/words',
    'src/article',
    'src/search',
    'src/answer',
    'src/reply',
    'src/desk',
    'src/listen.ts',
  ],
  'src/public': ['src/words', 'src/article', 'src/answer', 'src/reply', 'src/desk', 'src/listen.ts'],
  'src/settings.ts': [],
  'src/listen.ts': [],
  'src/main.ts': ['src/program'],
};
/** Folders that may import everything: the wiring, which only `src/main.ts` imports, and what is not in production. */
const KNOW_ALL = ['src/program', 'lab'];

const folderOf = (path: string): string =>
  [...Object.keys(MAY_IMPORT), ...KNOW_ALL].find(
    (folder) => path === folder || path.startsWith(`${folder}/`),
  ) ?? path;

async function sources(): Promise<{ path: string; text: string }[]> {
  const names = await Promise.all(
    ['src', 'commands', 'lab'].map((folder) =>
      readdir(join(root, folder), { recursive: true }).then((all) => all.map((name) => join(folder, name))),
    ),
  );
  const files = names.flat().filter((name) => name.endsWith('.ts'));
  return Promise.all(files.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => match[1] ?? '');

test('imports point one way: article <- english <- search <- answer <- reply <- desk <- commands', async () => {
  const wrong = (await sources()).flatMap(({ path, text }) =>
    importsOf(text)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, resolve(root, dirname(path), name)))
      .filter(
        (target) =>
          !KNOW_ALL.includes(folderOf(path)) &&
          folderOf(target) !== folderOf(path) &&
          !(MAY_IMPORT[folderOf(path)] ?? []).includes(folderOf(target)),
      )
      .map((target) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('only src/search imports minisearch, only src/reader the inference runtime, and commands only types from discord.js', async () => {
  const wrong = (await sources()).filter(
    ({ path, text }) =>
      folderOf(path) !== 'lab' &&
      ((importsOf(text).includes('minisearch') && folderOf(path) !== 'src/search') ||
        (importsOf(text).includes('onnxruntime-node') && folderOf(path) !== 'src/reader') ||
        (/^import (?!type)[^;]*'discord\.js'/mu.test(text) && folderOf(path) !== 'src/discord')),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no file imports itself by way of others, not even for a type', async () => {
  const files = await sources();
  const known = new Set(files.map(({ path }) => path));
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(root, resolve(root, dirname(path), name)))
        .filter((target) => known.has(target)),
    ]),
  );
  // Files without remaining imports are removed repeatedly, until only circles and their importers remain.
  for (let size = -1; size !== imports.size;) {
    size = imports.size;
    for (const [path, targets] of imports)
      if (!targets.some((target) => imports.has(target))) imports.delete(path);
  }
  expect([...imports.keys()]).toEqual([]);
});

test('no name is exported for two things', async () => {
  const places = new Map<string, string[]>();
  for (const { path, text } of await sources()) {
    const names = text.matchAll(/^export (?:async )?(?:const|function\*?|class|type|interface|let) (\w+)/gmu);
    for (const [, name = ''] of names) places.set(name, [...(places.get(name) ?? []), path]);
  }
  expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
});
