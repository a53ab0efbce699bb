import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actions } from '../commands/click/index.ts';
import askCommand from '../commands/read/ask.ts';
import { commands } from '../commands/index.ts';
import { renderTerminal } from '../src/terminal/render-terminal.ts';
import { runCommand } from '../src/desk/dispatch.ts';
import { SETTING_NAMES } from '../src/settings.ts';
import { deskOver, member, seedArticle } from './support/desk.ts';
import { replyOf } from './support/session.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();

describe('the documentation and the program say the same', async () => {
  const [readme, contributing, example, manifest] = await Promise.all(
    ['README.md', 'CONTRIBUTING.md', '.env.example', 'package.json'].map(read),
  );
  const scripts = Object.keys((JSON.parse(manifest ?? '') as { scripts: object }).scripts);

  test('settings', () => {
    expect(all(readme ?? '', /^\| `([A-Z][A-Z_]+)` +\|/gmu)).toEqual(SETTING_NAMES.toSorted());
    expect(all(example ?? '', /^([A-Z][A-Z_]+)=/gmu)).toEqual(SETTING_NAMES.toSorted());
    for (const [, comment] of (example ?? '').matchAll(/(^.*\n)[A-Z_]+=/gmu))
      expect(comment).toMatch(/^# .+/u);
  });

  test('slash commands', () => {
    const slash = commands.filter(({ data }) => 'description' in data).map(({ data }) => `/${data.name}`);
    expect(all(readme ?? '', /^\| `(\/[a-z-]+)[^`]*` +\|/gmu)).toEqual(slash.toSorted());
  });

  test('npm scripts', () => {
    const told = new Set(`${readme}\n${contributing}`.match(/[\w:-]+/gu));
    expect(scripts.filter((script) => !told.has(script))).toEqual([]);
    const run = all(`${readme}\n${contributing}`, /npm run (?:--silent )?([a-z:]+)/gu);
    expect(run.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  test('the answer in the terminal', async () => {
    const [, question = '', shown = ''] =
      /^\$ npm run --silent ask -- "(.+)"\n([^`]+)```$/mu.exec(readme ?? '') ?? [];
    expect(shown).not.toBe('');
    const desk = await deskOver([await seedArticle()]);
    const answer = replyOf(await runCommand(askCommand, { question }, desk, member));
    expect(renderTerminal(answer, { colour: false, width: 80 }).slice(0, shown.length)).toBe(shown);
  });

  test('the files a Dockerfile, a newcomer or a tool expects are there', async () => {
    expect(await readdir(root)).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CONTRIBUTING.md', 'package-lock.json']),
    );
  });
});

describe('the lists', () => {
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
