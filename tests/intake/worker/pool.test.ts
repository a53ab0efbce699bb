import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { intakePool } from '../../../src/intake/worker/pool.ts';
import { runTask, startWorker } from '../../../src/intake/worker/run-task.ts';
import type { IntakeTask } from '../../../src/intake/worker/task.ts';
import { docx, pdf } from '../documents.ts';
import { refusalOf, utf8 } from '../refusals.ts';

const script = new URL('./faulty-worker.ts', import.meta.url);
const faulty = intakePool({ size: 4, script });
// Long enough that these do not time out on a busy machine.
const patient = intakePool({ size: 4, script, patience: 8 });
const pool = intakePool();
const folder = mkdtempSync(join(tmpdir(), 'pullquote-intake-'));
afterAll(async () => {
  await Promise.all([faulty.close(), patient.close(), pool.close()]);
  rmSync(folder, { recursive: true });
});

const fault = (name: string) => faulty.extract(utf8(name), { name: 'a.txt' });

describe('in a thread', () => {
  const prose =
    'The council voted on Tuesday. It was late, and the mayor went home on foot, as she always does.';
  test.each([
    ['text', utf8(`Pool reopens\n\n${prose}`)],
    ['HTML', utf8(`<!doctype html><title>Pool reopens</title><h1>Pool reopens</h1><p>${prose}`)],
    ['a Word document', docx([{ style: 'Title', text: 'Pool reopens' }, prose])],
    [
      'a PDF',
      pdf([
        [
          { text: 'Pool reopens', y: 700, size: 20 },
          { text: prose, y: 600 },
        ],
      ]),
    ],
  ])('%s is read', async (_name, bytes) => {
    const { headline, text } = await pool.extract(bytes);
    expect([headline, text.endsWith(prose)]).toEqual(['Pool reopens', true]);
  });

  test('a feed is read', async () => {
    const rss = '<rss version="2.0"><channel><title>News</title><item><link>/a</link></item></channel></rss>';
    const { title, items } = await pool.readFeed(utf8(rss), { url: 'https://a.example/feed' });
    expect([title, items.map(({ url }) => url)]).toEqual(['News', ['https://a.example/a']]);
  });

  test('refusals keep their code and sentence', async () => {
    expect(await refusalOf(pool.extract(utf8('<html><nav>x</nav></html>'), { name: 'a.html' }))).toMatch(
      /^no-text: No article text was found in a\.html/u,
    );
    expect(await refusalOf(pool.extract(new Uint8Array(), { name: 'a.html' }))).toMatch(
      /^empty: a\.html is empty/u,
    );
    expect(await refusalOf(pool.readFeed(utf8('<html>'), { url: 'https://a.example/' }))).toMatch(
      /^unsupported: The feed of a\.example is not/u,
    );
  });

  test('the caller keeps the bytes', async () => {
    const bytes = utf8(`Pool reopens\n\n${prose}`);
    await pool.extract(bytes);
    expect(bytes.length).toBeGreaterThan(0);
  });
});

describe('F19 a thread that fails', () => {
  test.concurrent.each([
    [
      'hang',
      'timeout: a.txt cannot be read because reading it takes more than 3 seconds: paste the text instead.',
    ],
    [
      'silence',
      'timeout: a.txt cannot be read because reading it takes more than 3 seconds: paste the text instead.',
    ],
    ['exit', 'crash: a.txt cannot be read because reading it ended in a fault: paste the text instead.'],
    [
      'throw',
      'crash: a.txt cannot be read because reading it ended in a fault (a fault): paste the text instead.',
    ],
    [
      'recursion',
      'crash: a.txt cannot be read because reading it ended in a fault (Maximum call stack size exceeded): paste the text instead.',
    ],
    ['heap', 'memory: a.txt cannot be read because it needs more than 128 MB: paste the text instead.'],
    [
      'buffers',
      'memory: a.txt cannot be read because it needs more than 128 MB of buffers: paste the text instead.',
    ],
  ])(
    '%s ends in a refusal with the reason',
    async (name, refusal) => {
      const threads = refusal.startsWith('timeout') ? faulty : patient;
      expect(await refusalOf(threads.extract(utf8(name), { name: 'a.txt' }))).toBe(refusal);
    },
    60_000,
  );

  test('does not end the program when nobody waits for it', async () => {
    const worker = startWorker(script);
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const task: IntakeTask = { kind: 'text', bytes: utf8('throw-late 1'), hint: {}, subject: 'a.txt' };
    expect(await runTask(worker, task)).toMatchObject({ text: 'Done.' });
    expect(await ended).toBe(1);
  });

  test('is replaced, and the job is tried once more', async () => {
    expect((await fault(`exit-once ${join(folder, 'first')}`)).text).toBe('Done.');
  });

  test('twice puts its bytes in quarantine, which are then refused without a thread', async () => {
    const marks = join(folder, 'marks');
    const first = await refusalOf(fault(`mark-exit ${marks}`));
    expect([first.slice(0, 5), readFileSync(marks, 'utf8')]).toEqual(['crash', 'xx']);
    expect(await refusalOf(fault(`mark-exit ${marks}`))).toBe(first);
    expect(readFileSync(marks, 'utf8')).toBe('xx');
  });

  test('does not hold up the others', async () => {
    const outcomes = await Promise.allSettled([
      fault('exit 1'),
      fault('wait 50'),
      fault('throw 1'),
      fault('wait 10'),
      fault('wait 1'),
      fault('wait 2'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});

test('T20 a thread has no environment, and so no token', async () => {
  vi.stubEnv('DISCORD_TOKEN', 'secret');
  expect(await refusalOf(fault('environment'))).toBe('damaged: []');
});

test('closing refuses waiting and running jobs', async () => {
  const closing = intakePool({ script });
  const refusals = [closing.extract(utf8('wait 60000')), closing.extract(utf8('wait 60001'))].map((promise) =>
    refusalOf(promise),
  );
  await delay(200);
  await closing.close();
  const refusal =
    'closed: The text was not read because the program is stopping: send it again when it runs.';
  expect(await Promise.all(refusals)).toEqual([refusal, refusal]);
  expect(await refusalOf(closing.extract(utf8('wait 1')))).toBe(refusal);
});
