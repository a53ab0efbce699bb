import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { startRehearsal } from '../../src/rehearsal/server.ts';
import { openUploads } from '../../src/rehearsal/uploads.ts';
import { deskOver } from '../support/desk.ts';
import { runText } from '../../src/reply/say.ts';

const uploads = openUploads();
/** Replies with its input. */
const echo = defineCommand({
  data: {
    name: 'echo',
    description: 'Says what it was given',
    options: [
      {
        type: 1,
        name: 'file',
        description: 'A file',
        options: [{ type: 11, name: 'source', description: 'Which file?' }],
      },
    ],
  },
  input: z.looseObject({}),
  run: (input) => ({
    tone: 'info',
    private: false,
    blocks: [{ type: 'text', words: [JSON.stringify(input)] }],
  }),
});

/** Replies with a form's files. */
const formEcho = defineAction({
  name: 'echo',
  args: z.tuple([]),
  run: (_args, _desk, _asker, { files }) => ({
    tone: 'info',
    private: false,
    blocks: [{ type: 'text', words: [JSON.stringify(files)] }],
  }),
});

let page: Awaited<ReturnType<typeof startRehearsal>>;
beforeAll(async () => {
  const desk = await deskOver([]);
  page = await startRehearsal({
    port: 0,
    commands: [echo],
    actions: [formEcho],
    mention: () => ({ tone: 'info', private: false, blocks: [] }),
    deskFor: () => desk,
    uploads,
    format: {
      payloadOf: ({ blocks }) => ({
        message: { components: [{ type: 10, content: JSON.stringify(blocks) }] },
        files: [],
      }),
      formOf: ({ title }) => ({ title: runText(title), custom_id: '', components: [] }),
      plainText: () => '',
    },
    now: () => new Date(),
    log: desk.log,
  });
});
afterAll(() => page.close());

const named = (name: string, type = 'text/plain') => ({
  'content-type': 'application/octet-stream',
  'x-file-name': name,
  'x-file-type': type,
});
const upload = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  fetch(`${page.url}/api/upload`, { method: 'POST', headers, body });
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const run = (source: string) =>
  fetch(`${page.url}/api/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      person: 'editor',
      guild: 'first',
      name: 'echo',
      subcommand: 'file',
      options: { source },
    }),
  });

describe('a file for a command', () => {
  test('arrives as from Discord, and its bytes are fetched from its URL', async () => {
    const id = await idOf(await upload('Überschrift\n\nText.', named('%C3%9Cber%20uns.txt')));
    const said = await (await run(id)).text();
    expect(said).toContain('Über uns.txt');
    expect(JSON.parse(JSON.parse(said).message.components[0].content)[0].words[0]).toBe(
      JSON.stringify({
        source: { name: 'Über uns.txt', url: `upload:${id}`, bytes: 19, type: 'text/plain' },
        subcommand: 'file',
      }),
    );
    const fetched = uploads.fetch(`upload:${id}`);
    expect(new TextDecoder().decode(fetched.bytes)).toBe('Überschrift\n\nText.');
    expect(fetched.contentType).toBe('text/plain');
  });

  test('arrives in its field of a form', async () => {
    const id = await idOf(await upload('Text.', named('a.txt')));
    const submit = (file: string) =>
      fetch(`${page.url}/api/submit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          person: 'editor',
          guild: 'first',
          form: '1:echo',
          fields: {},
          files: { file },
        }),
      });
    const said = await (await submit(id)).text();
    expect(JSON.parse(JSON.parse(said).message.components[0].content)[0].words[0]).toBe(
      JSON.stringify({ file: { name: 'a.txt', url: `upload:${id}`, bytes: 5, type: 'text/plain' } }),
    );
    expect(await (await submit('00000000-0000-4000-8000-000000000000')).text()).toContain('choose it again');
  });

  test('T14 of more than 10 MB is refused, whatever its stated size', async () => {
    expect((await upload(new Uint8Array(10 * 1024 * 1024), named('a.pdf'))).status).toBe(200);
    expect((await upload(new Uint8Array(10 * 1024 * 1024 + 1), named('a.pdf'))).status).toBe(413);
  });

  test.each([
    [
      'a type that a form of another site could send',
      { ...named('a.txt'), 'content-type': 'text/plain' },
      415,
    ],
    ['another site', { ...named('a.txt'), origin: 'https://evil.example' }, 403],
    ['no name', { 'content-type': 'application/octet-stream' }, 400],
    ['a name that is not encoded', named('%zz'), 400],
  ])('is refused when it comes with %s', async (_name, headers, status) => {
    expect((await upload('x', headers)).status).toBe(status);
  });

  test('that is missing or on another host is never fetched', async () => {
    const gone = 'This file is no longer here: choose it again.';
    const answer = await run('00000000-0000-4000-8000-000000000000');
    expect([answer.status, await answer.json()]).toEqual([404, { error: gone }]);
    for (const url of ['upload:nope', 'file:///etc/passwd', 'https://cdn.discordapp.com/x'])
      expect(() => uploads.fetch(url)).toThrow(gone);
  });

  test('is forgotten after ten more', async () => {
    const id = await idOf(await upload('first', named('a.txt')));
    for (let more = 0; more < 10; more += 1) await upload('more', named('b.txt'));
    expect((await run(id)).status).toBe(404);
  });
});
