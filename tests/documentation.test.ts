import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actions } from '../commands/click/index.ts';
import askCommand from '../commands/read/ask.ts';
import { commands } from '../commands/index.ts';
import { renderTerminal } from '../src/terminal/render-terminal.ts';
import { runCommand } from '../src/desk/dispatch.ts';
import { SETTING_NAMES } from '../src/settings.ts';
import { deskOver, member, seedArticle } from './support/desk.ts';
import { openTestReader } from './support/reader.ts';
import { replyOf } from './support/session.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();

const tracked = (await readdir(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .filter((path) => !/^(?:node_modules|data|coverage|\.git)\//u.test(path));

describe('the documentation and the program say the same', async () => {
  const [readme = '', contributing = '', settings = '', example = '', manifest = ''] = await Promise.all(
    ['README.md', 'CONTRIBUTING.md', 'docs/settings.md', '.env.example', 'package.json'].map(read),
  );
  const pages = tracked.filter((path) => path.endsWith('.md') && !path.startsWith('tests/'));
  const texts = await Promise.all(pages.map(read));
  const prose = texts.join('\n');
  const code = tracked.filter((path) => /^(?:src|commands|lab|tests)\/.*\.(?:ts|js)$/u.test(path));
  const sources = await Promise.all(code.map(async (path) => ({ path, text: await read(path) })));
  const scripts = Object.keys((JSON.parse(manifest) as { scripts: object }).scripts);

  test('every setting has a line in docs/settings.md and in .env.example, and no other is named', () => {
    expect(all(settings, /^\| `([A-Z][A-Z_]+)` +\|/gmu)).toEqual(SETTING_NAMES.toSorted());
    expect(all(example, /^([A-Z][A-Z_]+)=/gmu)).toEqual(SETTING_NAMES.toSorted());
    for (const [, comment] of example.matchAll(/(^.*\n)[A-Z_]+=/gmu)) expect(comment).toMatch(/^# .+/u);
  });

  test('every slash command has a line in the README, and no other is named', () => {
    const slash = commands.filter(({ data }) => 'description' in data).map(({ data }) => `/${data.name}`);
    expect(all(readme, /^\| `(\/[a-z-]+)[^`]*` +\|/gmu)).toEqual(slash.toSorted());
  });

  test('every npm script is explained, and every script that is named exists', () => {
    const told = new Set(`${readme}\n${contributing}`.match(/[\w:-]+/gu));
    expect(scripts.filter((script) => !told.has(script))).toEqual([]);
    const named = [prose, ...sources.map(({ text }) => text)].join('\n');
    const run = all(named, /npm run (?:--silent )?([a-z][a-z:]*)/gu);
    expect(run.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  test('docs/archive.md says how long OpenSearch is waited for', async () => {
    const [client, turns, archive] = await Promise.all(
      [
        'src/search/index/opensearch/client.ts',
        'src/newsroom/engine/large-archive.ts',
        'docs/archive.md',
      ].map(read),
    );
    const answer = /\bask: (\d+),/u.exec(client ?? '')?.[1];
    const turn = /\bPATIENCE = (\d+);/u.exec(turns ?? '')?.[1];
    expect(archive).toContain(
      `takes longer than ${Number(answer) / 1000} seconds for a search, besides up to ${Number(turn) / 1000} of waiting for a turn`,
    );
  });

  test('the README is short enough to be read', () => {
    expect(readme.split('\n').length).toBeLessThan(150);
  });

  test('every page of docs can be reached from the README, and every link leads to a file', () => {
    const links = pages.flatMap((page) =>
      all(texts[pages.indexOf(page)] ?? '', /\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/gu).map((link) =>
        join(dirname(page), link),
      ),
    );
    expect(links.filter((link) => !tracked.includes(link))).toEqual([]);
    const docs = pages.filter((page) => page.startsWith('docs/'));
    expect(docs.filter((page) => !links.includes(page))).toEqual([]);
  });

  test('the tree in CONTRIBUTING names every folder, and no other', () => {
    const [, tree = ''] = /## The tree\n\n```\n([^`]+)```/u.exec(contributing) ?? [];
    const named: string[] = [];
    let parent = '';
    for (const [, indent = '', name = ''] of tree.matchAll(/^( *)([\w-]+\/)(?: |$)/gmu)) {
      if (indent === '') parent = name;
      named.push(indent === '' ? name : parent + name);
    }
    const folders = new Set(
      tracked.flatMap((path) => {
        const [top = '', ...rest] = path.split('/');
        const inner = rest.length > 1 && ['src', 'commands'].includes(top) ? [`${top}/${rest[0]}/`] : [];
        return rest.length === 0 || top.startsWith('.') ? [] : [`${top}/`, ...inner];
      }),
    );
    expect(named.toSorted()).toEqual([...folders].toSorted());
  });

  test('comments cite only documents that are in the repository', () => {
    const cited = sources
      .filter(({ path }) => path !== 'tests/documentation.test.ts')
      .flatMap(({ path, text }) =>
        all(text, /\b(DESIGN|RANKING|PLATFORM|RELIABILITY)(?= (?:[A-Z"“§]|section|trials))/gu).map(
          (name) => `${path}: ${name}`,
        ),
      );
    expect(cited).toEqual([]);
  });

  test('the answer in the terminal', async () => {
    const [, question = '', shown = ''] =
      /^\$ npm run --silent ask -- "(.+)"\n([^`]+)```$/mu.exec(readme) ?? [];
    expect(shown).not.toBe('');
    const desk = await deskOver([await seedArticle()], await openTestReader());
    const answer = replyOf(await runCommand(askCommand, { question }, desk, member));
    expect(renderTerminal(answer, { colour: false, width: 80 }).slice(0, shown.length)).toBe(shown);
  }, 240_000);

  test('the files a Dockerfile, a newcomer or a tool expects are there', async () => {
    expect(await readdir(root)).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CONTRIBUTING.md', 'package-lock.json']),
    );
  });
});

describe('the lists of commands and actions', () => {
  test.each([
    [['commands/read', 'commands/edit'], commands.map(({ data }) => data.name)],
    [['commands/click'], actions.map(({ name }) => name)],
  ])('%s: the list names each file', async (folders, names) => {
    const files = (await Promise.all(folders.map((folder) => readdir(join(root, folder)))))
      .flat()
      .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && name !== 'mention.ts');
    expect(files.map((name) => name.replace(/\.ts$/u, '')).toSorted()).toEqual(names.map(fileOf).toSorted());
  });
});

/** "Check quotes" lives in check-quotes.ts. */
const fileOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
