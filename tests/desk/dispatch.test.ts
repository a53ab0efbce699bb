import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand, type Command } from '../../src/desk/ports.ts';
import { runCommand, suggestChoices } from '../../src/desk/dispatch.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import { deskOver, member } from '../support/desk.ts';

const done = { tone: 'info', private: false, blocks: [] } as const;
const desk = await deskOver([]);

const command = (run: Command['run'], more: Partial<Command> = {}): Command =>
  defineCommand({
    data: { name: 'try', description: 'Tries' },
    input: z.strictObject({ n: z.number().optional() }),
    run,
    ...more,
  });

describe('runCommand never throws', () => {
  test('invalid input is named in the reply', async () => {
    const reply = await runCommand(
      command(() => done),
      { n: 'many', other: 1 },
      desk,
      member,
    );
    expect(reply).toMatchObject({ tone: 'error', private: true });
    expect(JSON.stringify(reply)).toMatch(/\/try cannot be run like that \(n: .*other/u);
  });

  test('T17 an editors’ command refuses members and shows them no choices, and an editors’ role opens it', async () => {
    const closed = command(() => done, { editorsOnly: true, suggest: () => [{ name: 'a', value: 'a' }] });
    expect(await runCommand(closed, {}, desk, member)).toMatchObject({ tone: 'error' });
    expect(await suggestChoices(closed, 'x', '', desk, member)).toEqual([]);
    const editor = { ...member, roles: ['7'] };
    expect(await runCommand(closed, {}, { ...desk, editorRoles: ['7'] }, editor)).toMatchObject(done);
  });

  test('a failure gives one sentence with the reference of its log line, without the cause', async () => {
    const failing = await deskOver([]);
    const reply = await runCommand(
      command(() => Promise.reject(new Error('token abc'))),
      {},
      failing,
      member,
    );
    const text = JSON.stringify(reply);
    expect(text).not.toContain('abc');
    const [, reference] = /reference ([0-9a-f]{8}) /u.exec(text) ?? [];
    expect(failing.logged).toMatchObject([{ fields: { reference, cause: { message: 'token abc' } } }]);
  });

  test('an error that the asker can fix is described without a reference', async () => {
    const reply = await runCommand(
      command(() => {
        throw new AskerError('Swap them.');
      }),
      {},
      desk,
      member,
    );
    expect(reply).toMatchObject({ blocks: [{ type: 'text', words: ['Swap them.'] }] });
  });

  test('long work that fails midway gives a sentence too', async () => {
    const response = await runCommand(
      command(() => ({ first: done, work: () => Promise.reject(new Error('half')) })),
      {},
      await deskOver([]),
      member,
    );
    const reply = 'work' in response ? await response.work(() => Promise.resolve()) : response;
    expect(reply).toMatchObject({ tone: 'error' });
  });

  test('autocomplete shows at most 25 choices that fit, and a failure shows none', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({
      name: `n${n}`,
      value: 'x'.repeat(n === 0 ? 101 : 3),
    }));
    expect(
      await suggestChoices(
        command(() => done, { suggest: () => many }),
        'x',
        '',
        desk,
        member,
      ),
    ).toHaveLength(25);
    const failing = command(() => done, { suggest: () => Promise.reject(new Error('no')) });
    expect(await suggestChoices(failing, 'x', '', await deskOver([]), member)).toEqual([]);
  });
});
