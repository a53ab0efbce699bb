import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { startRehearsal } from '../../src/rehearsal/server.ts';
import { openUploads } from '../../src/rehearsal/uploads.ts';
import type { PageChange, ChannelView } from '../../src/rehearsal/view.ts';
import { deskOver, seedArticle } from '../support/desk.ts';
import { wordsAlone } from './words-alone.ts';

let desk: Desk & { logged: unknown[] };
let page: Awaited<ReturnType<typeof startRehearsal>>;
const start = async (port: number) =>
  startRehearsal({
    port,
    commands,
    actions,
    mention: answerMention,
    deskFor: ({ userId }) => {
      if (userId === '') throw new Error('never');
      return desk;
    },
    format: wordsAlone,
    uploads: openUploads(),
    now: () => new Date(),
    log: desk.log,
  });

beforeAll(async () => {
  desk = await deskOver([await seedArticle()]);
  page = await start(0);
});
afterAll(() => page.close());

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request with any headers, which fetch would not allow. */
const send = (path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(`${page.url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject).end(body);
  });

const json = { 'content-type': 'application/json' };
const member = { person: 'member', guild: 'first' };
async function post<Result = PageChange[]>(what: string, body: object): Promise<Result> {
  const { status, body: text } = await send(`/api/${what}`, json, JSON.stringify({ ...member, ...body }));
  expect([status, text]).toEqual([200, expect.any(String)]);
  // A value, or changes as lines.
  const isChanges = !['channel', 'suggest'].includes(what);
  return JSON.parse(isChanges ? `[${text.trim().replaceAll('\n', ',')}]` : text) as Result;
}
const ask = (options: object, extra: object = {}) => post('command', { name: 'ask', options, ...extra });
const shown = (changes: readonly PageChange[]) =>
  changes.flatMap((change) => (change.do === 'show' ? [change.message] : []));
const buttonOf = (changes: readonly PageChange[], label: string) => {
  const [message] = shown(changes).slice(-1);
  const button = message?.components?.find((component) => component.label === label);
  return { message: message?.id, button: button?.custom_id };
};

describe('serves this machine and this page only', () => {
  test('the page with a policy against inline scripts, styles, other hosts and frames', async () => {
    const { status, headers, body } = await send('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; /u);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|https?:\/\//u);
  });

  test('T24 no file but its own, whatever the URL', async () => {
    for (const path of [
      '/page/../server.ts',
      '/page/..%2fserver.ts',
      '/page/%2e%2e/server.ts',
      '//etc/passwd',
      '/page/',
      '/files/1/0',
      '/package.json',
      '/__proto__',
      '/api/__proto__',
    ]) {
      expect((await send(path)).status).toBe(404);
    }
    expect((await send('/api/constructor', json, '{}')).status).toBe(404);
  });

  test.each([
    ['another host, as in DNS rebinding', { host: 'evil.example' }, 403],
    ['another host with our port', { host: 'evil.example:3000' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['no origin at all (a sandboxed frame)', { origin: 'null' }, 403],
    ['another site according to the browser', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form, which other sites may send', { 'content-type': 'text/plain' }, 415],
  ])('refuses a post from %s', async (_name, headers, status) => {
    const answer = await send('/api/channel', { ...json, ...headers }, JSON.stringify(member));
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/^[A-Z].*\.$/u) });
  });

  test.each([
    ['not JSON', '{', 400],
    ['another person', JSON.stringify({ person: 'owner', guild: 'first' }), 400],
    ['an object with an unknown key', JSON.stringify({ ...member, admin: true }), 400],
    ['larger than 100 kB', JSON.stringify({ ...member, x: 'x'.repeat(200_000) }), 413],
  ])('refuses a body that is %s', async (_name, body, status) => {
    expect((await send('/api/channel', json, body)).status).toBe(status);
  });

  test('names a port in use and how to choose another', async () => {
    const port = Number(new URL(page.url).port);
    await expect(start(port)).rejects.toThrow(
      `Port ${port} is taken by another program; end it, or choose another port: PORT=${port + 1} npm start.`,
    );
  });
});

describe('plays the commands', () => {
  test('the same list that Discord gets, with four examples from the articles', async () => {
    const view = await post<ChannelView>('channel', {});
    expect(view.commands).toEqual(
      commands.filter(({ editorsOnly }) => !editorsOnly).map(({ data }) => JSON.parse(JSON.stringify(data))),
    );
    expect(view.examples).toHaveLength(4);
    expect(view.examples.join()).toContain('SenseTime');
  });

  test('a command, whose answer says who used it and stays in the channel', async () => {
    const changes = await ask({ question: 'Who led the round?' });
    expect(changes).toMatchObject([
      {
        do: 'show',
        message: { author: 'bot', private: false, used: { by: 'member', name: 'ask', slash: true } },
      },
    ]);
    expect(JSON.stringify(changes)).toContain('led by Alibaba');
    const view = await post<ChannelView>('channel', { person: 'editor' });
    expect(view.messages).toEqual(expect.arrayContaining(shown(changes)));
    const other = await post<ChannelView>('channel', { guild: 'second' });
    expect(other.messages).not.toEqual(expect.arrayContaining(shown(changes)));
  });

  test('a private answer, which only its asker sees and can dismiss', async () => {
    const [message] = shown(await ask({ question: 'Who led the round?', hide: true }));
    expect(message?.private).toBe(true);
    const ids = async (person: string) =>
      (await post<ChannelView>('channel', { person })).messages.map(({ id }) => id);
    expect(await ids('member')).toContain(message?.id);
    expect(await ids('editor')).not.toContain(message?.id);
    const dismiss = (person: string) =>
      send('/api/dismiss', json, JSON.stringify({ ...member, person, message: message?.id }));
    expect((await dismiss('editor')).status).toBe(404);
    expect((await dismiss('member')).status).toBe(200);
    expect(await ids('member')).not.toContain(message?.id);
  });

  test('autocomplete', async () => {
    const choices = await post('suggest', { name: 'ask', option: 'article', typed: 'alib' });
    expect(choices).toEqual([{ name: expect.stringMatching(/^Alibaba/u), value: 'sensetime-alibaba-round' }]);
  });

  test('invalid input gets a private answer, and an unknown command is refused', async () => {
    expect(shown(await ask({ question: '' }))).toMatchObject([{ private: true }]);
    const { status } = await send(
      '/api/command',
      json,
      JSON.stringify({ ...member, name: 'nope', options: {} }),
    );
    expect(status).toBe(404);
  });

  test('buttons that answer or open a form, and the form’s submission', async () => {
    const answer = await ask({ question: 'Who led the round?' });
    const copied = shown(await post('click', buttonOf(answer, 'Copy exact')));
    expect(copied).toMatchObject([{ private: true, attachments: [{ name: 'quote.txt', image: false }] }]);
    const file = await send(copied[0]?.attachments[0]?.url ?? '');
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toMatch(/^attachment;/u);
    expect(desk.index.documents()[0]?.article.text).toContain(file.body);

    const [form] = await post('click', buttonOf(answer, 'Not helpful'));
    expect(form).toMatchObject({ do: 'ask', form: { title: 'Not helpful' } });
    const id = form?.do === 'ask' ? form.form.custom_id : '';
    const thanks = await post('submit', { form: id, fields: { reason: 'I meant 2016' } });
    expect(shown(thanks)).toMatchObject([{ private: true }]);
  });

  test('T17 T18 a button acts for the person who clicks, and an invented id has no effect', async () => {
    const answer = await ask({ question: 'Who led the round?' }, { person: 'editor' });
    const remove = buttonOf(answer, 'Delete');
    const refused = await post('click', remove);
    expect(shown(refused)).toMatchObject([{ private: true }]);
    expect(shown(await post('click', { ...remove, button: '1:delete:9' }))).toMatchObject([
      { private: true },
    ]);
    const removed = await post('click', { ...remove, person: 'editor' });
    expect(removed).toEqual([{ do: 'remove', id: remove.message }]);
  });

  test('plain messages are only shown, and mentions and replies to the bot are answered', async () => {
    expect(await post('say', { text: 'good morning' })).toHaveLength(1);
    const changes = await post('say', { text: '<@900000000000000001> Who led the round?' });
    const [said, answer] = shown(changes);
    expect(answer?.answers?.text).toBe('@Pullquote Who led the round?');
    expect(answer).toMatchObject({
      author: 'bot',
      private: false,
      answers: { id: said?.id, author: 'member' },
    });
    expect(JSON.stringify(answer)).toContain('led by Alibaba');
    const followUp = shown(await post('say', { text: 'and in July 2017?', answers: answer?.id }));
    expect(JSON.stringify(followUp[1])).toContain('Carried over');
  });

  test('a failure is one sentence with a reference, and only the log has the cause', async () => {
    const broken = await startRehearsal({
      port: 0,
      commands,
      actions,
      mention: answerMention,
      deskFor: () => {
        throw new Error('secret cause');
      },
      format: wordsAlone,
      uploads: openUploads(),
      now: () => new Date(),
      log: desk.log,
    });
    const response = await fetch(`${broken.url}/api/channel`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(member),
    });
    const { error } = (await response.json()) as { error: string };
    await broken.close();
    expect(response.status).toBe(500);
    expect(error).toMatch(/reference [0-9a-f]{8} is in the log\.$/u);
    expect(JSON.stringify(desk.logged)).toContain('secret cause');
  });
});

test('changes are streamed as they happen, only for existing channels', async () => {
  const stop = new AbortController();
  const response = await fetch(`${page.url}/api/events?guild=second&person=member&since=0`, {
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const said = { person: 'editor', guild: 'second', text: 'heard elsewhere' };
  await send('/api/say', { 'content-type': 'application/json' }, JSON.stringify(said));
  let heard = '';
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    heard += text;
    if (heard.includes('heard elsewhere')) break;
  }
  expect(heard).toContain('data: {"do":"show"');
  stop.abort();
  for (const query of ['', '?guild=third&person=member&since=0', '?guild=first&person=member&since=-1&x=1'])
    expect((await send(`/api/events${query}`)).status).toBe(400);
  expect((await send('/api/events?guild=first&person=member&since=0', { host: 'evil.test' })).status).toBe(
    403,
  );
});
