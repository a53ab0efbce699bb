import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Store, StoreOptions } from '../../src/store/archive.ts';
import { customId } from '../../src/desk/action.ts';
import type { Asker, Command } from '../../src/desk/ports.ts';
import { runAction, runCommand, runMention, suggestChoices } from '../../src/desk/dispatch.ts';
import { writeAddress } from '../../src/reply/address.ts';
import type { Response } from '../../src/reply/response.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import {
  CHANNEL,
  DESK_CHANNEL,
  editor,
  GUILD,
  newsroomOver,
  OTHER_GUILD,
  someone,
  type TestNewsroom,
} from '../support/newsroom.ts';
import { finished } from '../support/session.ts';

/** Words in everything that only the first server may see, and that nobody in its first channel may see yet. */
const OPEN = 'opencanary';
const HIDDEN = 'hiddencanary';

const marked = (id: string, canary: string) =>
  draft({
    id,
    headline: `Headline ${canary} ${id}`,
    text: `Zorblax ${canary} of ${id} raised $5 million in 2019. It was founded by Quibble ${canary} in Oslo.`,
    byline: `Byline ${canary}`,
    publisher: `Publisher ${canary}`,
    url: `https://${canary}.example/${id}`,
  });

/** Ids of the first server's articles of every kind, an unknown one, and tampered ones. */
const IDS = [
  'one',
  'corrected',
  'gone',
  'later',
  'elsewhere',
  'hidden-gone',
  'never',
  '../one',
  'one\0',
  `${GUILD}:one`,
];
const TYPED = [...IDS, ...IDS.map((id) => `${id}.r1.s1`), 'What did Zorblax raise?', 'Quibble', 'Zorblax'];

/** A command's option with the fields that this test needs; its type is Discord's number. */
type Option = Readonly<{ type: number; name: string; required?: boolean; options?: readonly Option[] }>;

/** Every way to use a command, with a value in each option in turn. */
function rawsOf({ data }: Command, value: string): Record<string, unknown>[] {
  if (!('description' in data))
    return [
      {
        id: '1',
        channelId: '2',
        authorId: '3',
        isOurs: false,
        text: `“Zorblax” ${value}`,
        url: 'https://discord.com/channels/1/2/3',
      },
    ];
  const leaves = (options: readonly Option[], path: object): Record<string, unknown>[] => {
    const nested = options.filter(({ type }) => type <= 2);
    if (nested.length > 0)
      return nested.flatMap((each) =>
        leaves(each.options ?? [], {
          ...path,
          [each.type === 1 ? 'subcommand' : 'group']: each.name,
        }),
      );
    const needed = Object.fromEntries(
      options.filter(({ required }) => required).map((each) => [each.name, filled(each, value)]),
    );
    return [
      { ...path, ...needed },
      ...options
        .filter(({ required }) => !required)
        .map((each) => ({ ...path, ...needed, [each.name]: filled(each, value) })),
    ];
  };
  const { options = [] } = data as { options?: readonly Option[] };
  return leaves(options, {});
}

function filled({ type }: Option, value: string): unknown {
  if (type === 4) return 3;
  if (type === 5) return true;
  if (type === 7 || type === 8) return '123';
  return type === 11 ? { name: value, url: 'https://cdn.discordapp.com/x', bytes: 1 } : value;
}

/** Button and form ids of every action with addresses and names of the first server's articles. */
const BUTTONS = actions.flatMap(({ name }) =>
  IDS.flatMap((id) => [
    ...[1, 2, 9].map((revision) => customId(name, [writeAddress(id, revision, 1)])),
    ...[[id], ['correct', id], ['restore', id], [id, id]].map((args) => customId(name, args)),
    `1:${name}:${id}`,
  ]),
);

/** Everything that a response says, including files and forms, in lower case, without what it may repeat. */
async function said(response: Response, typed: string): Promise<string> {
  const end = await finished(response);
  const reply = 'blocks' in end ? end : 'update' in end ? end.update : undefined;
  const files = (reply?.files ?? []).map(({ data }) => new TextDecoder().decode(data)).join('\n');
  return `${JSON.stringify(end)}${files}`
    .replaceAll(typed, '')
    .replaceAll(`"${typed.replace('“', '')}"`, '')
    .toLowerCase();
}

const holding = (texts: readonly string[], canary: string): string[] =>
  texts.filter((text) => text.includes(canary));

/** The index to search. */
export type SearchedWith = Readonly<{
  store: Partial<StoreOptions>;
  newsroom: Parameters<typeof newsroomOver>[1];
  /** Resolves when everything in the store can be found. */
  ready(store: Store): Promise<void>;
}>;

/** No one sees what they may not see, whatever index is searched. */
export function tenantsContract(over: () => Promise<SearchedWith>, timeout = 240_000): void {
  let place: Place;
  let store: Store;
  let newsroom: TestNewsroom;

  beforeAll(async () => {
    place = await sqlitePlace();
    const how = await over();
    store = await place.open(how.store);
    const house = [parseArticle('house.txt', 'The house\n\nThe house was built in 1911. It stands in Oslo.')];
    newsroom = newsroomOver(store, { house, now: () => new Date(), ...how.newsroom });
    const first = store.guild(GUILD);
    const hidden = { channels: [DESK_CHANNEL] };
    await first.add([{ draft: marked('one', OPEN) }, { draft: marked('corrected', OPEN) }], EDITOR);
    await first.correct({ ...marked('corrected', OPEN), text: `Zorblax ${OPEN} raised $6 million.` }, EDITOR);
    await first.add([{ draft: marked('gone', OPEN) }], EDITOR);
    await first.retract('gone', `Reason ${OPEN}`, EDITOR.by);
    await first.add(
      [{ draft: marked('later', HIDDEN), visibility: { embargoUntil: '2999-01-01T00:00:00Z' } }],
      EDITOR,
    );
    await first.add([{ draft: marked('elsewhere', HIDDEN), visibility: hidden }], EDITOR);
    await first.add([{ draft: marked('hidden-gone', HIDDEN), visibility: hidden }], EDITOR);
    await first.retract('hidden-gone', `Reason ${HIDDEN}`, EDITOR.by);
    await first.feeds.add(`https://${OPEN}.example/rss`, '7');
    await first.gaps.record({ question: `What of ${OPEN}?`, unknown: [OPEN], nearest: [], userId: '7' });
    await first.feedback.record({ receipts: [], reason: `Note ${OPEN}`, userId: '7' });
    await store
      .guild(OTHER_GUILD)
      .add([{ draft: draft({ id: 'own', text: 'Trams came to Brno.' }) }], EDITOR);
    await how.ready(store);
    await newsroom.open(GUILD);
    await newsroom.open(OTHER_GUILD);
  });
  afterAll(() => place.remove());

  /** Everything that a person can make the bot say; with `editorsToo` including the desk's commands. */
  async function everything(asker: Asker, editorsToo = true): Promise<string[]> {
    const desk = () => newsroom.deskFor(asker);
    const texts: string[] = [];
    const reset = { answerChannels: [], editorRoles: [], deskChannel: null, newArticleChannels: [] };
    const used = commands.filter(({ editorsOnly }) => editorsToo || !editorsOnly);
    for (const command of used) {
      for (const value of TYPED) {
        for (const raw of rawsOf(command, value)) {
          texts.push(await said(await runCommand(command, raw, await desk(), asker), value));
          if (command.data.name === 'desk') await store.guild(asker.guildId ?? '').settings.set(reset);
        }
      }
      const options = JSON.stringify(command.data).match(/"name":"([a-z-]+)"/gu) ?? [];
      for (const option of options.map((found) => found.slice(8, -1)))
        for (const typed of ['', 'o', 'h', 'zorblax'])
          texts.push(
            JSON.stringify(await suggestChoices(command, option, typed, await desk(), asker)).toLowerCase(),
          );
    }
    const fields = { text: 'A new text of no meaning.', reason: '', details: '' };
    const origin = { private: true, text: 'one.r1.s1 later.r1.s1', fields: {} };
    const clickable = actions.filter(({ editorsOnly }) => editorsToo || !editorsOnly);
    for (const id of BUTTONS) {
      if (id === undefined) continue;
      texts.push(await said(await runAction(clickable, id, await desk(), asker, origin), id));
      texts.push(await said(await runAction(clickable, id, await desk(), asker, { ...origin, fields }), id));
    }
    for (const id of IDS) {
      const mention = { text: 'and what did Zorblax raise?', previous: `What?\n${id}.r1.s1` };
      texts.push(await said(await runMention(answerMention, mention, await desk(), asker), id));
    }
    return texts;
  }

  describe('I4 T15 T16 T18: no id reveals what an asker may not see', () => {
    test('members and editors of another server learn nothing of the first', { timeout }, async () => {
      for (const asker of [someone({ guildId: OTHER_GUILD }), editor({ guildId: OTHER_GUILD })]) {
        const texts = await everything(asker);
        expect(texts.length).toBeGreaterThan(1000);
        expect(holding(texts, OPEN)).toEqual([]);
        expect(holding(texts, HIDDEN)).toEqual([]);
      }
      const { articles } = await store.guild(GUILD).articles();
      expect(articles.map(({ article: { id, revision } }) => `${id}.r${revision}`)).toEqual([
        'one.r1',
        'corrected.r2',
        'later.r1',
        'elsewhere.r1',
      ]);
      expect(await store.guild(GUILD).feeds.list()).toHaveLength(1);
    });

    test(
      'other channels, and everyone before the embargo ends, see nothing of the article',
      { timeout },
      async () => {
        for (const [asker, editorsToo] of [
          [someone({ channels: [CHANNEL] }), true],
          [editor({ channels: [CHANNEL] }), false],
        ] as const) {
          const texts = await everything(asker, editorsToo);
          expect(holding(texts, HIDDEN)).toEqual([]);
          // The same questions find what may be seen, so that the silence above means something.
          expect(holding(texts, OPEN).length).toBeGreaterThan(100);
        }
      },
    );

    test('“not found” has one text for foreign, hidden and unknown articles', async () => {
      const asker = someone({ guildId: OTHER_GUILD });
      const tell = async (name: string, raw: (id: string) => object, id: string): Promise<string> => {
        const command = commands.find(({ data }) => data.name === name) as Command;
        return said(await runCommand(command, raw(id), await newsroom.deskFor(asker), asker), `“${id}`);
      };
      for (const [name, raw] of [
        ['card', (id: string) => ({ receipt: `${id}.r1.s1` })],
        ['cite', (id: string) => ({ receipt: `${id}.r1.s1` })],
        ['ask', (id: string) => ({ question: 'Why?', article: id })],
        ['summary', (id: string) => ({ article: id })],
        ['timeline', (id: string) => ({ article: id })],
        ['figures', (id: string) => ({ article: id })],
      ] as const) {
        const never = await tell(name, raw, 'never');
        for (const id of ['one', 'corrected', 'gone', 'later', 'elsewhere', 'hidden-gone'])
          expect(await tell(name, raw, id)).toBe(never);
      }
      const click = async (id: string) =>
        said(
          await runAction(
            actions,
            customId('context', [writeAddress(id, 1, 1)]) ?? '',
            await newsroom.deskFor(asker),
            asker,
            { private: true, text: '', fields: {} },
          ),
          '1:',
        );
      const never = await click('never');
      for (const id of IDS) expect(await click(id)).toBe(never);
    });

    test('T17 a member is refused by every command, choice and button of the desk', async () => {
      const asker = someone();
      const desk = await newsroom.deskFor(asker);
      for (const command of commands.filter(({ editorsOnly }) => editorsOnly)) {
        for (const raw of rawsOf(command, 'one').filter((each) => command.input.safeParse(each).success))
          expect(await said(await runCommand(command, raw, desk, asker), '')).toContain('is for editors');
        expect(command.data).toHaveProperty('default_member_permissions', '32');
        expect(await suggestChoices(command, 'article', '', desk, asker)).toEqual([]);
      }
      const guarded = actions.filter(({ editorsOnly }) => editorsOnly).map(({ name }) => name);
      expect(guarded).toEqual(expect.arrayContaining(['retract', 'text']));
      for (const id of ['1:retract:one', '1:text:add', '1:text:correct:one', '1:text:restore:gone'])
        expect(
          await said(
            await runAction(actions, id, desk, asker, {
              private: true,
              text: '',
              fields: { reason: 'x', text: 'y' },
            }),
            '',
          ),
        ).toContain('is for editors');
    });
  });
}
