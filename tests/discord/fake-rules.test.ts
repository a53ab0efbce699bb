import * as spec from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import { checkChoices, checkCommands, checkModal } from './fake-command-rules.ts';
import { storedMessage, user } from './fake-objects.ts';
import { againstSpec, checkAttachments, checkMessage } from './fake-rules.ts';
import type { Json } from './json.ts';

const V2 = 1 << 15;
const text = (content: string): Json => ({ type: 10, content });
const link = { type: 2, style: 5, label: 'Open', url: 'https://example.com' };
const press = (id: string): Json => ({ type: 2, style: 2, label: 'More', custom_id: id });
const section = (...contents: string[]): Json => ({
  type: 9,
  components: contents.map(text),
  accessory: link,
});
const v2 = (...components: Json[]): Json => ({ flags: V2, allowed_mentions: { parse: [] }, components });
const refusalOf = (body: Json, files: string[] = []) =>
  againstSpec(spec.MessageCreateRequestSchema, body) ?? checkMessage(body, { mayBeEphemeral: false, files });

test('a good message passes', () => {
  expect(
    refusalOf(v2({ type: 17, accent_color: 1, components: [section('a', 'b'), { type: 14 }, text('c')] })),
  ).toBeUndefined();
  expect(refusalOf({ content: 'hello', allowed_mentions: { parse: [] } })).toBeUndefined();
});

const wrong: Record<string, [Json, RegExp]> = {
  'no text at all': [{ allowed_mentions: { parse: [] } }, /50006/],
  'V2 components without the flag': [{ components: [text('a')] }, /IS_COMPONENTS_V2 flag/],
  'content beside V2': [{ ...v2(text('a')), content: 'b' }, /cannot be used with/],
  'embeds beside V2': [{ ...v2(text('a')), embeds: [{ title: 'b' }] }, /cannot be used with/],
  'a button without custom_id': [
    v2({ type: 1, components: [{ type: 2, style: 1, label: 'x' }] }),
    /custom_id/,
  ],
  'a link button without address': [v2({ type: 1, components: [{ type: 2, style: 5, label: 'x' }] }), /url/],
  'a link to a script': [v2({ type: 1, components: [{ ...link, url: 'javascript:alert(1)' }] }), /scheme/],
  'an address of 513 characters': [
    v2({ type: 1, components: [{ ...link, url: `https://example.com/${'a'.repeat(493)}` }] }),
    /url/,
  ],
  'a button without label': [v2({ type: 1, components: [{ type: 2, style: 1, custom_id: 'a' }] }), /label/],
  'a label of 81 characters': [
    v2({ type: 1, components: [{ ...press('a'), label: 'x'.repeat(81) }] }),
    /label/,
  ],
  'a custom_id of 101 characters': [v2({ type: 1, components: [press('a'.repeat(101))] }), /custom_id/],
  'a custom_id twice': [v2({ type: 1, components: [press('a'), press('a')] }), /custom_id twice/],
  'six buttons in a row': [
    v2({ type: 1, components: ['a', 'b', 'c', 'd', 'e', 'f'].map(press) }),
    /body|components/,
  ],
  '41 components': [v2(...Array.from({ length: 41 }, () => text('a'))), /components/],
  '41 components, most of them nested': [
    v2({ type: 17, components: Array.from({ length: 13 }, () => section('a')) }, text('b')),
    /41 components/,
  ],
  '4,001 characters in all': [v2(text('a'.repeat(2000)), text('b'.repeat(2001))), /4001 characters/],
  'a section of four texts': [v2(section('a', 'b', 'c', 'd')), /components/],
  'a section without accessory': [v2({ type: 9, components: [text('a')] }), /components/],
  'a blank text display': [v2(text(' \n ')), /empty text display/],
  'a file that was not uploaded': [v2({ type: 13, file: { url: 'attachment://a.txt' } }), /not uploaded/],
  'an ephemeral message in a channel': [{ ...v2(text('a')), flags: V2 | 64 }, /flags/],
  'content of 2,001 characters': [{ content: 'a'.repeat(2001) }, /2000 or fewer/],
  'more than 10,000 bytes': [v2(text('字'.repeat(3500))), /500/],
  'a misspelt key': [{ ...v2(text('a')), alowed_mentions: {} }, /does not know/],
};
test.each(Object.entries(wrong))('%s is refused', (_name, [body, what]) => {
  expect(JSON.stringify(refusalOf(body))).toMatch(what);
});

test('listed attachments exist or are uploaded, and every upload is listed', () => {
  const listing = (...ids: string[]): Json => ({ attachments: ids.map((id) => ({ id, filename: 'a.png' })) });
  const upload = { field: 'files[0]' };
  expect(checkAttachments({}, [upload])).toBeUndefined();
  expect(checkAttachments(listing('0'), [upload])).toBeUndefined();
  expect(checkAttachments(listing('77'), [], [{ id: '77' }])).toBeUndefined();
  expect(JSON.stringify(checkAttachments(listing('77'), []))).toMatch(/has 77, which is not there/);
  expect(JSON.stringify(checkAttachments(listing(), [upload]))).toMatch(/does not list the upload 0/);
});

const slash = (more: Json = {}): Json => ({ type: 1, name: 'ask', description: 'Ask', ...more });
const option = (more: Json = {}): Json => ({ type: 3, name: 'question', description: 'What', ...more });

test('good commands pass', () => {
  const commands = [
    slash({ options: [option({ required: true }), option({ name: 'hide', type: 5 })] }),
    { type: 3, name: 'Check quotes' },
  ];
  expect(checkCommands(commands)).toBeUndefined();
  expect(
    checkCommands([slash({ default_member_permissions: '32', contexts: [0], integration_types: [0] })]),
  ).toBeUndefined();
});

const wrongCommands: Record<string, [Json[], RegExp]> = {
  'an upper-case name': [[slash({ name: 'Ask' })], /not a command name/],
  'a name with a space': [[slash({ name: 'ask me' })], /not a command name/],
  'no description': [[slash({ description: '' })], /required/],
  'a description of 101 characters': [[slash({ description: 'a'.repeat(101) })], /description/],
  'two commands of one name': [[slash(), slash()], /two commands/],
  'a message command with a description': [[{ type: 3, name: 'Check', description: 'x' }], /slash commands/],
  'required after optional': [
    [slash({ options: [option(), option({ name: 'b', required: true })] })],
    /required option after/,
  ],
  'an option twice': [[slash({ options: [option(), option()] })], /option twice/],
  '26 options': [
    [slash({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })],
    /options/,
  ],
  'choices and autocomplete': [
    [slash({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    /options|autocomplete/,
  ],
  'options beside a subcommand': [
    [slash({ options: [option(), { type: 1, name: 'sub', description: 'x' }] })],
    /mixes/,
  ],
  '101 slash commands': [Array.from({ length: 101 }, (_, n) => slash({ name: `c${n}` })), /30032/],
  'more than 8,000 characters': [
    [
      slash({
        options: Array.from({ length: 25 }, (_, n) =>
          option({
            name: `o${n}`,
            choices: Array.from({ length: 25 }, (__, m) => ({
              name: `n${m}`.padEnd(10),
              value: `v${m}`.padEnd(10),
            })),
          }),
        ),
      }),
    ],
    /8000/,
  ],
  'permissions as a number': [[slash({ default_member_permissions: 32 })], /string/],
};
test.each(Object.entries(wrongCommands))('commands: %s is refused', (_name, [commands, what]) => {
  expect(JSON.stringify(checkCommands(commands))).toMatch(what);
});

test('choices are at most 25, have at most 100 characters, and match the option’s type', () => {
  const choices = (count: number, value: unknown = 'a') => ({
    type: 8,
    data: { choices: Array.from({ length: count }, () => ({ name: 'a', value })) },
  });
  expect(checkChoices(choices(25), 3)).toBeUndefined();
  expect(checkChoices(choices(26), 3)).toBeDefined();
  expect(checkChoices(choices(1, 'a'.repeat(101)), 3)).toBeDefined();
  expect(checkChoices(choices(1, 7), 3)).toBeDefined();
});

test('modals have at most five fields in labels, with distinct custom_ids', () => {
  const field = (id: string) => ({ type: 18, label: 'Why', component: { type: 4, custom_id: id, style: 2 } });
  const modal = (...ids: string[]) => ({
    type: 9,
    data: { custom_id: 'm', title: 'Tell us', components: ids.map(field) },
  });
  expect(checkModal(modal('a', 'b'))).toBeUndefined();
  expect(checkModal(modal('a', 'a'))).toBeDefined();
  expect(checkModal(modal('a', 'b', 'c', 'd', 'e', 'f'))).toBeDefined();
  expect(checkModal({ ...modal('a'), data: { ...modal('a').data, title: 'a'.repeat(46) } })).toBeDefined();
});

test('the fake’s messages match the specification', () => {
  const message = storedMessage(v2(section('a')), { channelId: '1', author: user('Ada') });
  expect(spec.MessageResponseSchema.safeParse(message).error).toBeUndefined();
});
