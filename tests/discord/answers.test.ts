import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readTyped } from '../../src/desk/command-line.ts';
import { editor } from '../support/newsroom.ts';
import { startBot } from './bot.ts';
import { PERMISSION, type Exchange, type StoredMessage } from './fake-discord.ts';
import { snowflake } from './fake-objects.ts';
import { flatten } from './fake-rules.ts';
import { textsOf } from './invariants.ts';
import { asList, asText, type Json } from './json.ts';
import { eventually } from './patience.ts';
import { seededBotForEach } from './seeded-bot.ts';

const at = seededBotForEach();

/** A person with Manage Server. */
const EDITOR = { permissions: PERMISSION.manageGuild | PERMISSION.viewChannel };
const ask = (question: string, more = {}): Promise<Exchange> =>
  at.discord.slash('/ask', { question, ...more });

/** Typed input in the form Discord sends. */
function asSlash(example: string): [string, Record<string, string>] {
  const { command, raw } = readTyped(example, commands);
  const { group, subcommand, ...values } = raw as Record<string, string>;
  return [[command.data.name, group, subcommand].filter(Boolean).join(' '), values];
}

/** The custom ids of a message's action buttons. */
const buttonsOf = (message: StoredMessage): string[] =>
  asList(message.components)
    .flatMap(flatten)
    .flatMap((component) => asText(component['custom_id']) || []);

/** No command failed for a reason that only the log has. */
const failures = (): readonly string[] => at.bot.lines.filter((line) => /"level":(?:50|60)/u.test(line));

describe('every command', () => {
  test('answers its own examples within the deadline', async () => {
    const guildId = at.discord.guilds[0]?.id ?? '';
    const desk = await at.bot.newsroom.deskFor(editor({ guildId }));
    const examples = commands.flatMap((command) => command.examples?.(desk) ?? []);
    expect(examples.length).toBeGreaterThan(10);
    for (const example of examples) {
      const [name, values] = asSlash(example);
      const exchange = await at.discord.slash(name, values, EDITOR);
      // A message, or a form to fill in.
      expect([example, [4, 9].includes(exchange.type() ?? 0)]).toEqual([example, true]);
      if (exchange.type() === 4) expect(exchange.text()).not.toMatch(/cannot be run like that/u);
    }
    expect(failures()).toEqual([]);
  });

  test('is in /help with an example that answers when clicked', async () => {
    const help = await at.discord.slash('help', {}, EDITOR);
    expect(buttonsOf(help.message()).length).toBeGreaterThan(10);
    const answer = await at.discord.button(help.message(), '/valuation company:SenseTime');
    expect(answer.text()).toContain('3 billions');
    expect(answer.message().ephemeral).toBe(true);
  });

  test('suggests values for each autocomplete option, even before typing', async () => {
    const options = (declared: Json[], path: string): [string, string][] =>
      declared.flatMap((option): [string, string][] => {
        if (Number(option['type']) <= 2)
          return options(asList(option['options']), `${path} ${asText(option['name'])}`);
        return option['autocomplete'] === true ? [[path, asText(option['name'])]] : [];
      });
    const completing = at.discord
      .registered()
      .flatMap((command) => options(asList(command['options']), asText(command['name'])));
    expect(completing.length).toBeGreaterThan(10);
    for (const [name, option] of completing) {
      const choices = await at.discord.autocomplete(name, option, '', EDITOR);
      expect(Array.isArray(choices)).toBe(true);
    }
    expect(await at.discord.autocomplete('valuation', 'company', 'sense')).toContainEqual({
      name: 'SenseTime',
      value: 'SenseTime',
    });
    expect(await at.discord.autocomplete('ask', 'article', 'sensetime')).toHaveLength(1);
    expect(failures()).toEqual([]);
  });

  test('gives public hits, and private misses and hidden replies', async () => {
    const hit = await ask('Who led the round?');
    expect(hit.message().ephemeral).toBe(false);
    expect(hit.text()).toMatch(/led by Alibaba/u);
    expect((await ask('Who led the round?', { hide: true })).message().ephemeral).toBe(true);
    expect((await ask('Did Volkswagen recall zebras?')).message().ephemeral).toBe(true);
    const unknown = await at.discord.slash('/ask', {
      question: 'Who led the round?',
      article: 'no such one',
    });
    expect(unknown.message().ephemeral).toBe(true);
    expect(unknown.text()).toMatch(/no article “no such one”/u);
  });

  test('on a message handles messages of people and of the bot, and deleted ones', async () => {
    const said = at.discord.message('Did they raise “$600 million”?');
    const own = (await ask('Who led the round?')).message();
    for (const { data } of commands.filter((command) => !('description' in command.data))) {
      for (const message of [said, own]) {
        const exchange = await at.discord.messageCommand(data.name, message);
        expect([data.name, exchange.type()]).toEqual([data.name, 4]);
        const gone = { ...(exchange.record.payload['data'] as Json), resolved: { messages: {} } };
        const again = { id: snowflake(), token: `aW50.${snowflake()}`, data: gone };
        const payload = { ...exchange.record.payload, ...again };
        const late = await at.discord.answer(at.discord.send(payload));
        expect(late.message().ephemeral).toBe(true);
      }
    }
    expect(failures()).toEqual([]);
  });

  test('that was removed but is still shown says so', async () => {
    const payload = at.discord.slashPayload('help');
    const old = { ...payload, data: { ...(payload['data'] as Json), name: 'gone' } };
    const exchange = await at.discord.answer(at.discord.send(old));
    expect(exchange.message().ephemeral).toBe(true);
    expect(exchange.text()).toMatch(/no longer here/u);
  });

  test('with quotes is recorded for corrections if public, and only for showing again if private', async () => {
    const hit = await ask('Who led the round?');
    const hidden = await ask('Who led the round?', { hide: true });
    await at.discord.slash('help');
    await eventually(() => at.bot.posted.length === 2);
    const [guildId, channelId] = [at.discord.guilds[0]?.id, hit.message().channel_id];
    expect(at.bot.posted).toMatchObject([
      { guildId, channelId, messageId: hit.message().id, isPublic: true },
      { guildId, channelId, messageId: hidden.message().id, isPublic: false },
    ]);
  });
});

describe('buttons', () => {
  test('every button of an answer works', async () => {
    const replies = [await ask('How much did SenseTime raise?'), await ask('Who invested?', { hide: true })];
    const ids = new Set(replies.flatMap((reply) => buttonsOf(reply.message())));
    const actions = new Set([...ids].map((id) => id.split(':')[1]));
    expect([...actions]).toEqual(
      expect.arrayContaining(['context', 'more', 'share', 'copy', 'card', 'export', 'feedback', 'delete']),
    );
    for (const reply of replies) {
      for (const id of buttonsOf(reply.message()).filter((each) => !each.includes(':delete:'))) {
        const click = await at.discord.button(reply.message(), id);
        expect([id, click.type()]).toEqual([id, id.includes(':feedback:') ? 9 : 4]);
      }
    }
    expect(failures()).toEqual([]);
  });

  test('Share posts a private reply publicly', async () => {
    const hidden = await ask('Who led the round?', { hide: true });
    const shared = await at.discord.button(hidden.message(), 'Share to channel');
    expect(shared.message().ephemeral).toBe(false);
    expect(shared.text()).toBe(hidden.text());
    const labels = buttonsOf(shared.message()).map((id) => id.split(':')[1]);
    expect(labels).toContain('delete');
    expect(labels).not.toContain('share');
  });

  test('Not helpful opens a form, and thanks for the reason', async () => {
    const answer = await ask('Who led the round?');
    const form = await at.discord.button(answer.message(), 'Not helpful');
    expect(form.type()).toBe(9);
    const thanks = await at.discord.modal(form, { reason: 'I meant another round' });
    expect(thanks.message().ephemeral).toBe(true);
    expect(thanks.text()).not.toMatch(/cannot|did not work/u);
    expect(failures()).toEqual([]);
  });

  test('T17 Delete removes the message for its asker or a moderator, and refuses others with the reason', async () => {
    const answer = await ask('Who led the round?');
    const other = await at.discord.button(answer.message(), 'Delete', { user: at.discord.people.grace });
    expect(other.text()).toMatch(/Only who asked, or a moderator/u);
    expect(answer.message().deleted).toBe(false);
    await at.discord.button(answer.message(), 'Delete', {
      user: at.discord.people.grace,
      permissions: PERMISSION.manageMessages,
    });
    await eventually(() => answer.message().deleted);
    // It is fine if someone else deleted it meanwhile.
    const again = await at.discord.button(answer.message(), 'Delete');
    expect(again.type()).toBe(6);
    expect(failures()).toEqual([]);
  });

  test('T18 a foreign custom_id only shows a sentence', async () => {
    const answer = await ask('Who led the round?');
    for (const id of ['x', '1:delete:', '2:context:0123456789.1.1', '1:context:0123456789.1.1']) {
      const click = await at.discord.button(answer.message(), id);
      expect(click.message().ephemeral).toBe(true);
    }
    expect(answer.message().deleted).toBe(false);
  });
});

test('after a restart buttons, forms and follow-ups of old messages still work', async () => {
  const answer = await ask('Who led the round?');
  const form = await at.discord.button(answer.message(), 'Not helpful');
  await at.bot.stop();
  at.bot = await startBot(at.discord);
  await at.discord.gateway.ready();
  await eventually(() => at.discord.gateway.counts.identifies === 2);
  expect((await at.discord.button(answer.message(), 'Context')).text()).toMatch(
    /^### Around sentence \d+ of /u,
  );
  for (const id of buttonsOf(answer.message()).filter((each) => !each.includes(':delete:'))) {
    const click = await at.discord.button(answer.message(), id);
    expect([id, click.type()]).toEqual([id, id.includes(':feedback:') ? 9 : 4]);
  }
  for (const name of ['Check quotes', 'Find source']) {
    const checked = await at.discord.messageCommand(name, answer.message());
    expect(checked.text()).toMatch(/EXACT: word for word|1 place: /u);
  }
  expect((await at.discord.modal(form, { reason: 'Too short' })).type()).toBe(4);
  const asked = at.discord.message('and in July 2017?', { mention: true, replyTo: answer.message() });
  expect(JSON.stringify(await at.discord.reply(asked))).toMatch(/Carried over/u);
});

test('T19 the same interaction twice is handled once', async () => {
  const answer = await ask('Who led the round?');
  at.discord.redeliver(answer);
  // The newest is answered first, so earlier questions are done when the second of these is.
  await ask('What is SenseTime?');
  await ask('Who invested in SenseTime?');
  const callbacks = at.discord.requests.filter(({ path }) => path.includes(answer.record.id));
  expect(callbacks).toHaveLength(1);
});

test('the outlet edits and posts, and says so when that is not possible (F21)', async () => {
  const answer = await ask('Who led the round?');
  const { id: messageId, channel_id: channelId } = answer.message();
  const reply = {
    tone: 'info',
    private: false,
    blocks: [{ type: 'text', words: ['@everyone corrected'] }],
  } as const;
  expect(await at.bot.outlet.edit({ channelId, messageId }, reply)).toBe('edited');
  expect(answer.text()).toBe('\\@everyone corrected');
  const sent = await at.bot.outlet.send(channelId, reply);
  expect(textsOf(at.discord.world.messages.get(sent ?? '') as unknown as Json)).toEqual([
    '\\@everyone corrected',
  ]);
  expect(await at.bot.outlet.edit({ channelId, messageId: '1' }, reply)).toBe('gone');
  expect(await at.bot.outlet.send('1', reply)).toBeUndefined();
});

test('T22 a person who floods is asked to wait, and others are answered', async () => {
  await at.bot.stop();
  at.bot = await startBot(at.discord, { asking: { burst: 3, perSecond: 0.001 } });
  await at.discord.gateway.ready();
  await eventually(() => at.discord.gateway.counts.identifies === 2);
  for (let i = 0; i < 3; i += 1) await at.discord.slash('help');
  const refused = await at.discord.slash('help');
  expect(refused.message().ephemeral).toBe(true);
  expect(refused.text()).toMatch(/You ask faster than I can answer: try again in [\d,]+ seconds/u);
  expect((await at.discord.slash('help', {}, { user: at.discord.people.grace })).text()).toMatch(/\/ask/u);
});
