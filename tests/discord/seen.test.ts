import { describe, expect, test } from 'vitest';
import { startBot } from './bot.ts';
import type { StoredMessage } from './fake-discord.ts';
import { storedMessage } from './fake-objects.ts';
import { saveFiles } from './fake-message-routes.ts';
import type { Json } from './json.ts';
import { seededBotForEach, textOf } from './seeded-bot.ts';

const EXACT = 'In July 2017, it also had closed a $410 million rounds.';

const at = seededBotForEach();

/** A person's message with parts that a request body cannot have. */
function said(content: string, parts: Json = {}): StoredMessage {
  const [guild] = at.discord.guilds;
  const place = { channelId: guild?.channels[0]?.id ?? '', author: at.discord.people.grace };
  const message = { ...storedMessage({ content }, place), ...parts } as StoredMessage;
  at.discord.world.messages.set(message.id, message);
  return message;
}

const upload = (name: string, type: string, text: string): Json[] =>
  saveFiles(at.discord.world, [
    { field: 'files[0]', name, type, data: new TextEncoder().encode(text) },
  ] as never);

/** The replies of both message commands about a message, after their results arrived. */
async function told(message: StoredMessage): Promise<string> {
  const texts: string[] = [];
  for (const name of ['Check quotes', 'Find source']) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, as somebody clicks
    const exchange = await at.discord.messageCommand(name, message);
    expect(exchange.message().ephemeral).toBe(true);
    // eslint-disable-next-line no-await-in-loop
    await at.discord.until(() => (exchange.text().startsWith('Reading') ? undefined : true), 'the result');
    texts.push(exchange.text());
  }
  return texts.join('\n\n');
}

describe('Check quotes and Find source read everything that people see', () => {
  test.each([
    [
      'an embed, whose link alone is dropped',
      () =>
        said('https://example.com/story', {
          embeds: [{ title: 'The Post', description: `“${EXACT}”`, fields: [{ name: 'Grade', value: 'A' }] }],
        }),
      'Read: its embed.',
    ],
    [
      'a field of an embed',
      () => said('see:', { embeds: [{ fields: [{ name: 'Quote', value: `**“${EXACT}”**` }] }] }),
      'Read: its embed.',
    ],
    [
      'a forwarded message',
      () =>
        said('', {
          message_reference: { type: 1, message_id: '1' },
          message_snapshots: [{ message: { content: `“${EXACT}”` } }],
        }),
      'Read: the forwarded message.',
    ],
    [
      'an embed of a forwarded message',
      () =>
        said('', {
          message_reference: { type: 1, message_id: '1' },
          message_snapshots: [{ message: { content: '', embeds: [{ description: EXACT }] } }],
        }),
      'Read: the forwarded message.',
    ],
    [
      'a poll',
      () =>
        said('', {
          poll: {
            question: { text: `Who believes “${EXACT}”?` },
            answers: [{ answer_id: 1, poll_media: { text: 'I' } }],
          },
        }),
      'Read: its poll.',
    ],
    [
      'what a thread was begun from',
      () => said('', { type: 21, referenced_message: said(`He said “${EXACT}”`) }),
      'Read: the message that began the thread.',
    ],
    [
      'the description of a picture',
      () => {
        const [file] = upload('shot.png', 'image/png', '');
        return said('', { attachments: [{ ...file, description: `A page that says “${EXACT}”` }] });
      },
      'Read: the description of its picture.',
    ],
    [
      'a text too long to be typed',
      () =>
        said('', { attachments: upload('message.txt', 'text/plain; charset=utf-8', `“${EXACT}” he said.`) }),
      'Read: message.txt.',
    ],
  ])('%s', async (_what, make, read) => {
    const text = await told(make());
    expect(text).toContain('Quotation checked: EXACT');
    expect(text.split(read)).toHaveLength(3);
    expect(text).not.toContain('example.com');
  });

  test('the quotes of a forwarded answer are checked, not its own words', async () => {
    const answer = await at.discord.slash('/ask', { question: 'Who said “I quit” when they led the round?' });
    const { content, components } = answer.message();
    const forwarded = said('', {
      message_reference: { type: 1, message_id: answer.message().id },
      message_snapshots: [{ message: { content, components } }],
    });
    const text = await told(forwarded);
    expect(text).toMatch(/checked: (?:\d )?EXACT\n/u);
    expect(text).not.toContain('I quit');
  });

  test('a reply without a quotation stands for the message it replies to', async () => {
    const claim = said(`“${EXACT}”`);
    const asked = said('Is this true?', {
      type: 19,
      message_reference: { type: 0, message_id: claim.id, channel_id: claim.channel_id },
    });
    const text = await told({ ...asked, referenced_message: claim });
    expect(text).toContain('Quotation checked: EXACT');
    expect(text).toContain('Read: the message it replies to.');
    // Its own quotation is checked.
    const own = await told({ ...asked, content: 'And “Elephants migrate”?', referenced_message: claim });
    expect(own).toContain('NOT IN THE ARCHIVE');
    expect(own).toContain('Read: the message.');
    // Discord may leave the other one to be fetched, and shows of other people's messages only who mentions the at.bot.
    const unseen = await at.discord.messageCommand('Check quotes', asked);
    expect(unseen.text()).toMatch(/It replies to a message that I may not read: use the command on/u);
    const answer = await at.discord.slash('/ask', { question: 'How much in July 2017?' });
    const ours = { type: 0, message_id: answer.message().id, channel_id: asked.channel_id };
    expect(await told({ ...asked, message_reference: ours })).toMatch(/checked: (?:\d )?EXACT/u);
  });

  test('an unreadable file does not prevent checking the rest', async () => {
    const attachments = [{ ...upload('notes.txt', 'text/plain', '')[0], size: 10 }];
    const text = await told(said(`“${EXACT}”`, { attachments }));
    expect(text).toContain('Quotation checked: EXACT');
    const alone = await told(said('', { attachments }));
    expect(alone).toContain('notes.txt is empty');
  });
});

test('/check reads a file privately, and says what was read', async () => {
  const data = new TextEncoder().encode(
    `Draft\n\nShe wrote: “${EXACT}” – “Elephants migrate through the delta”.`,
  );
  const file = { name: 'draft.md', type: 'text/markdown', data };
  const exchange = await at.discord.slash('/check', { file });
  await at.discord.until(() => (exchange.text().startsWith('Reading') ? undefined : true), 'the result');
  expect(exchange.message().ephemeral).toBe(true);
  expect(exchange.text()).toContain('2 quotations checked: 1 EXACT, 1 NOT IN THE ARCHIVE');
  expect(exchange.text()).toContain('Read: draft.md.');
  const page = new TextEncoder().encode(
    `<html><head><title>x</title></head><body><article><h1>A page</h1><p>${'Words before it. '.repeat(20)}“${EXACT}” ${'And words behind. '.repeat(20)}</p></article></body></html>`,
  );
  const html = await at.discord.slash('/check', {
    file: { name: 'page.html', type: 'text/html', data: page },
  });
  await at.discord.until(() => (html.text().includes('EXACT') ? true : undefined), 'the result');
  expect((await at.discord.slash('/check')).text()).toContain('give a text or a file');
});

test('/check of a file can be shared and works again after a restart', async () => {
  await at.bot.stop();
  at.bot = await startBot(at.discord);
  await at.discord.ready();
  const data = new TextEncoder().encode(`“${EXACT}”`);
  const exchange = await at.discord.slash('/check', { file: { name: 'a.txt', type: 'text/plain', data } });
  await at.discord.until(() => (exchange.text().includes('EXACT') ? true : undefined), 'the result');
  const shared = await at.discord.button(exchange.message(), 'Share to channel');
  expect(shared.message().ephemeral).toBe(false);
  expect(textOf(shared.message())).toContain('$410 million');
});

test('an answer has no file above the interaction’s size limit', async () => {
  const receipt = 'sensetime-alibaba-round.r1.s5';
  const whole = await at.discord.slash('/cite', { receipt });
  expect(whole.message().attachments).toHaveLength(1);
  const small = { ...at.discord.slashPayload('/cite', { receipt }), attachment_size_limit: 10 };
  const answer = await at.discord.answer(at.discord.send(small));
  expect(answer.message().attachments).toHaveLength(0);
  expect(answer.text()).toContain('1 file too large or too many to attach');
});
