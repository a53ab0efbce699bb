import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/archive.ts';
import { SQLITE_FILE } from '../../src/store/db/sqlite-connections.ts';
import { temporaryFolder } from '../store/stores.ts';

const GUILD = '100000000000000001';
const root = path.join(import.meta.dirname, '..', '..');
const { folder, remove } = temporaryFolder();
const dataDir = path.join(folder, 'data');
const news = path.join(folder, 'news');

const program = promisify(execFile);

/** The program as an operator runs it. */
const pullquote = (...argv: string[]) => pullquoteIn(dataDir, ...argv);

async function pullquoteIn(folderOfData: string, ...argv: string[]) {
  const env = { PATH: process.env['PATH'], DATA_DIR: folderOfData, DISCORD_GUILD_ID: GUILD };
  const run = program(process.execPath, [path.join(root, 'src/main.ts'), ...argv], { cwd: root, env });
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
  return { status: run.child.exitCode, stdout, stderr };
}

beforeAll(() => {
  mkdirSync(news);
  writeFileSync(
    path.join(news, 'vote.txt'),
    'Harlow votes\n\nMayor Edda Brink paid 500 dollars for the vote.',
  );
  writeFileSync(path.join(news, 'rain.txt'), 'Rain falls\n\nIt rained on Bergen for nine days.');
});
afterAll(remove);

describe('the program in the terminal', () => {
  test('adds a folder and answers from it', async () => {
    expect(await pullquote('add', news)).toMatchObject({ status: 0, stderr: '' });
    const { stdout } = await pullquote('ask', '/quote phrase:paid 500 dollars');
    expect(stdout).toContain('Mayor Edda Brink paid 500 dollars for the vote.');
    expect(stdout).toContain('vote.r1.s1');
  });

  test('F14 beside a running bot refuses to add with code 75, but asks, verifies and backs up', async () => {
    const bot = await openStore({ dataDir });
    const backup = path.join(folder, 'backup.sqlite');
    try {
      const [adding, checking, asking, saving] = await Promise.all([
        pullquote('add', news),
        pullquote('verify'),
        pullquote('ask', '/quote phrase:nine days'),
        pullquote('backup', backup),
      ]);
      expect(adding).toMatchObject({
        status: 75,
        stderr: expect.stringContaining('Another Pullquote is using the archive') as string,
      });
      expect(checking.stdout).toBe(
        '2 articles, 2 stored texts checked.\nEvery fingerprint, table and index is sound.\n',
      );
      expect(asking.stdout).toContain('rain.r1.s1');
      expect(saving.status).toBe(0);
      expect(await pullquote('restore', backup)).toMatchObject({ status: 75 });
      await bot.guild(GUILD).retract('rain', 'Wrong.', '9');
    } finally {
      await bot.close();
    }
  });

  test('T27 restores a backup without articles retracted later', async () => {
    expect(await pullquote('restore', path.join(folder, 'backup.sqlite'))).toEqual({
      status: 0,
      stdout: `1 article restored from ${folder}/backup.sqlite; 1 article retracted since stayed retracted.
What was replaced is kept in ${dataDir}/replaced-by-restore.sqlite until the next retraction; “pullquote restore ${dataDir}/replaced-by-restore.sqlite” brings it back.\n`,
      stderr: '',
    });
    const { stdout } = await pullquote('ask', '/quote phrase:nine days');
    expect(stdout).toContain('No article has the words');
  });

  test('replaces an archive by a smaller one only with --yes', async () => {
    const empty = path.join(folder, 'empty');
    await (await openStore({ dataDir: empty })).close();
    const backup = path.join(folder, 'empty.sqlite');
    expect(await pullquoteIn(empty, 'verify')).toEqual({
      status: 0,
      stdout: 'The archive is empty: it holds no text of an article.\n',
      stderr: '',
    });
    expect(await pullquoteIn(empty, 'backup', backup)).toMatchObject({ status: 0 });
    expect(await pullquote('restore', backup)).toEqual({
      status: 1,
      stdout: '',
      stderr: `The archive has 1 article, and ${backup} only 0: nothing was changed. To replace it all the same, add --yes.\n`,
    });
    expect((await pullquote('verify')).stdout).toContain('1 article, 1 stored text checked.');
    expect(await pullquote('restore', '--yes', backup)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^0 articles restored .*\nThe archive is empty now: the backup holds no article\.\n/u,
      ) as string,
    });
    const kept = path.join(dataDir, 'replaced-by-restore-2.sqlite');
    expect(await pullquote('restore', kept)).toMatchObject({ status: 0 });
    expect((await pullquote('verify')).stdout).toContain('1 article, 1 stored text checked.');
  });

  test('F22 refuses a file that is not a backup in one line, with code 65', async () => {
    const nothing = path.join(folder, 'nothing.sqlite');
    writeFileSync(nothing, '');
    expect(await pullquote('restore', nothing)).toEqual({
      status: 65,
      stdout: '',
      stderr: `${nothing} is not a backup that Pullquote can read: use another one.\n`,
    });
  });

  test('F13 names a damaged article with the restore command, with code 65', async () => {
    const file = path.join(dataDir, SQLITE_FILE);
    const bytes = readFileSync(file, 'latin1').replaceAll('500 dollars', '900 dollars');
    writeFileSync(file, Buffer.from(bytes, 'latin1'));
    const { status, stderr } = await pullquote('verify');
    expect(status).toBe(65);
    expect(stderr).toContain(`Server ${GUILD}: The stored text of “vote”, revision 1, is damaged`);
    expect(stderr).toContain('pullquote restore FILE');
    const { stdout } = await pullquote('ask', '/quote phrase:900 dollars');
    expect(stdout).not.toContain('Mayor');
  });

  test('lists its documented verbs, and refuses others', async () => {
    const { stdout } = await pullquote('help');
    const verbs = [...stdout.matchAll(/^ {2}pullquote ([a-z]+)/gmu)].map(([, verb]) => verb ?? '');
    expect(verbs).toEqual(
      expect.arrayContaining(['start', 'ask', 'add', 'backup', 'restore', 'verify', 'help']),
    );
    const pages = ['README.md', 'docs/terminal.md', 'docs/archive.md'].map((page) =>
      readFileSync(path.join(root, page), 'utf8'),
    );
    // `npm start` and `npm run ask` run these two.
    const explained = (verb: string): boolean =>
      new RegExp(`pullquote ${verb}|npm (?:run (?:--silent )?)?${verb}\\b`, 'u').test(pages.join('\n'));
    expect(verbs.filter((verb) => !explained(verb))).toEqual([]);
    expect(await pullquote('frobnicate')).toMatchObject({
      status: 1,
      stderr: `There is no “frobnicate”: choose one of ${verbs.join(', ')}.\n`,
    });
    expect(await pullquote('backup', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Usage: pullquote backup FILE\n/u) as string,
    });
  });
});
