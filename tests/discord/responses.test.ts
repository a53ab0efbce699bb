import { describe, expect, test } from 'vitest';
import { eventually } from './patience.ts';
import { botForEach, count, FIRST, shown } from './response-bot.ts';

const at = botForEach();

describe('interactions are parsed', () => {
  test('subcommands, files, channels, roles and numbers', async () => {
    const data = new TextEncoder().encode('Hello');
    await at.discord.slash('/files in out', {
      file: { name: 'a.txt', type: 'text/plain', data },
      channel: '123',
      role: '456',
      count: 7,
    });
    expect(at.given).toMatchObject([
      {
        group: 'in',
        subcommand: 'out',
        file: { name: 'a.txt', type: 'text/plain', bytes: 5 },
        channel: '123',
        role: '456',
        count: 7,
      },
    ]);
  });

  test('a message that a command is used on, as people read it; or none when it is gone', async () => {
    const said = at.discord.message('It **raised** “$3” \\*sic\\*');
    expect((await at.discord.messageCommand('Look at it', said)).text()).toBe('Seen');
    const own = (await at.discord.slash('change')).message();
    await at.discord.messageCommand('Look at it', own);
    const [guild] = at.discord.guilds;
    expect(at.given).toEqual([
      {
        files: [],
        more: [],
        id: said.id,
        channelId: said.channel_id,
        authorId: at.discord.people.ada.id,
        text: 'It raised “$3” *sic*',
        url: `https://discord.com/channels/${guild?.id}/${said.channel_id}/${said.id}`,
        ours: false,
      },
      expect.objectContaining({ id: own.id, text: 'Before', ours: true }),
    ]);
  });
});

describe('responses are sent', () => {
  test('files go with a reply', async () => {
    const data = new TextEncoder().encode('Hello');
    const answer = await at.discord.slash('/files in out', {
      file: { name: 'a.txt', type: 'text/plain', data },
    });
    expect(answer.message().attachments.map(({ filename }) => filename)).toEqual(['a_b.csv']);
  });

  test('long work answers at once, and its result replaces the first message', async () => {
    const exchange = await at.discord.slash('slow');
    expect(exchange.text()).toBe('Begun');
    at.goOn.resolve();
    await shown(exchange, 'Done');
    expect(exchange.message().ephemeral).toBe(false);
    expect(exchange.followUps()).toEqual([]);
  });

  test('long work that fails says why in the same message', async () => {
    const exchange = await at.discord.slash('failing');
    await shown(exchange, 'The page does not answer');
    expect(exchange.text()).toBe('The page does not answer: try again later.');
  });

  test('when the message was deleted, the result is a private follow-up', async () => {
    const exchange = await at.discord.slash('slow');
    exchange.message().deleted = true;
    at.goOn.resolve();
    const [beside] = await at.discord.until(
      () => (exchange.followUps().length > 0 ? exchange.followUps() : undefined),
      'follow-up',
    );
    expect(beside?.ephemeral).toBe(true);
    expect(JSON.stringify(beside)).toMatch(/Done.*The message that this belongs to was deleted/u);
  });

  test('after fifteen minutes a public message is edited as the bot’s own, and a private one has expired', async () => {
    const open = await at.discord.slash('slow');
    const hidden = await at.discord.slash('slow', { hide: true });
    for (const { record } of [open, hidden]) record.sentAt -= 16 * 60_000;
    at.goOn.resolve();
    await shown(open, 'Done');
    expect(count(at.discord, 'PATCH', /^\/channels\//u)).toBe(1);
    await eventually(() =>
      at.bot.lines.some((line) => line.includes('a result came after the reply had expired')),
    );
    expect(hidden.text()).toBe('Begun');
  });

  test('a button edits its message, or replies privately when that is gone', async () => {
    const message = (await at.discord.slash('change')).message();
    const click = await at.discord.button(message, 'Change');
    expect(click.type()).toBe(7);
    expect(click.text()).toBe('After');
    const hidden = (await at.discord.slash('change', { hide: true })).message();
    at.discord.faults.plan('POST', FIRST, { code: 10008 });
    const dismissed = await at.discord.button(hidden, 'Change');
    expect(dismissed.type()).toBe(4);
    expect(dismissed.message().ephemeral).toBe(true);
    expect(dismissed.text()).toMatch(/After[\s\S]*private reply that this belongs to has expired/u);
    const open = (await at.discord.slash('change')).message();
    at.discord.faults.plan('POST', FIRST, { code: 10008 });
    const deleted = await at.discord.button(open, 'Change');
    expect(deleted.text()).toMatch(/After[\s\S]*message that this belongs to was deleted/u);
  });

  test('a command that throws gives one sentence with the reference of its log line', async () => {
    const exchange = await at.discord.slash('broken');
    expect(exchange.message().ephemeral).toBe(true);
    expect(exchange.text()).not.toMatch(/secret/u);
    const [, reference = ''] = /reference (\w+) is in the log/u.exec(exchange.text()) ?? [];
    expect(
      at.bot.lines.filter((line) => line.includes(reference) && line.includes('secret inside')),
    ).toHaveLength(1);
  });
});
