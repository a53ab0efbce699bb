import { describe, expect, test } from 'vitest';
import { draft, EDITOR } from '../store/stores.ts';
import { CHANNEL, DESK_CHANNEL, editor, GUILD, newsroomOver, someone } from '../support/newsroom.ts';
import { replyOf, sessionIn, textOf } from '../support/session.ts';
import { testPlace } from '../support/test-place.ts';

async function opened() {
  const place = await testPlace();
  const store = await place.open();
  const newsroom = newsroomOver(store);
  await newsroom.open(GUILD);
  return { newsroom, archive: store.guild(GUILD), ...sessionIn(newsroom) };
}

describe('/desk', () => {
  test('T17 only Manage Server appoints an editors’ role, whose members may then use the desk’s commands', async () => {
    const { run } = await opened();
    const byRole = someone({ roles: ['7'] });
    expect(textOf(await run('status', {}, byRole))).toContain('/status is for editors');
    const set = textOf(await run('desk', { subcommand: 'editors', add: '7' }, editor()));
    expect(set).toContain('or the role role 7');
    await expect.poll(async () => textOf(await run('status', {}, byRole))).toContain('Pullquote 1.2.3');
    expect(textOf(await run('desk', { subcommand: 'editors', add: '8' }, byRole))).toContain(
      'Only who has Manage Server',
    );
    await run('desk', { subcommand: 'editors', remove: '7' }, editor());
    await expect.poll(async () => textOf(await run('status', {}, byRole))).toContain('is for editors');
  });

  test('questions are answered only in the configured channels, but editors may ask anywhere', async () => {
    const { run, suggest, archive } = await opened();
    await archive.add([{ draft: draft() }], EDITOR);
    await run('desk', { subcommand: 'channels', add: DESK_CHANNEL }, editor());
    const ask = async (asker = someone()) =>
      textOf(await run('ask', { question: 'When did the council meet?' }, asker));
    await expect.poll(() => ask()).toContain(`Questions are answered in channel ${DESK_CHANNEL}`);
    expect(await suggest('summary', 'article', '', someone())).toEqual([]);
    await expect
      .poll(() => ask(someone({ channels: [CHANNEL, DESK_CHANNEL] })))
      .toContain('The council met on Monday.');
    expect(await ask(editor())).toContain('The council met on Monday.');
  });

  test('settings are shown and changed, and new articles follow them', async () => {
    const { run, archive } = await opened();
    const raw = {
      subcommand: 'settings',
      'desk-channel': DESK_CHANNEL,
      'new-articles': `<#${DESK_CHANNEL}>`,
    };
    expect(textOf(await run('desk', raw, editor()))).toContain(`told in channel ${DESK_CHANNEL}`);
    expect(await archive.settings.get()).toMatchObject({ newArticleChannels: [DESK_CHANNEL] });
    expect(
      textOf(await run('desk', { subcommand: 'settings', 'no-desk-channel': true }, editor())),
    ).toContain('nowhere');
    expect(textOf(await run('desk', { subcommand: 'settings', 'new-articles': '#x' }, editor()))).toContain(
      '“#x” is not a channel',
    );
  });
});

test('/gaps groups unanswered questions with counts and nearest sentences, without anyone’s id', async () => {
  const { run, archive } = await opened();
  await archive.add([{ draft: draft({ text: 'The council met on Monday. It voted on trams.' }) }], EDITOR);
  const question = 'Which zeppelins did the council of Brno buy?';
  const others = someone({ userId: '200000000000000002' });
  for (const asker of [someone(), others, others]) await run('ask', { question }, asker);
  await archive.feedback.record({ receipts: ['a.r1.s1'], reason: '=cmd|calc', userId: '5' });
  await expect
    .poll(async () => textOf(await run('gaps', {}, editor())))
    .toContain(`“${question}” · 3 times, 2 people`);
  const reply = replyOf(await run('gaps', {}, editor()));
  expect(reply.private).toBe(true);
  const [questions, notes] = (reply.files ?? []).map(({ data }) => new TextDecoder().decode(data));
  expect(questions).toMatch(/Which zeppelins did the council of Brno buy\?,3,2,.*zeppelins/u);
  expect(notes).toContain(`'=cmd|calc`);
  expect(JSON.stringify(reply) + questions).not.toContain('200000000000000002');
});

test('/help lists the desk’s commands only for editors', async () => {
  const { run } = await opened();
  expect(textOf(await run('help', {}, someone()))).not.toContain('/article ');
  expect(textOf(await run('help', {}, editor()))).toContain('/article: For editors');
});

test('/status counts articles, sentences, intake, failures, latency and memory', async () => {
  const { run, archive } = await opened();
  await archive.add([{ draft: draft({ publishedAt: '2026-01-01' }) }], EDITOR);
  await run('ask', { question: 'When did the council meet?' }, someone());
  await expect
    .poll(async () => textOf(await run('status', {}, editor())))
    .toContain('In the index, with house articles: 1 article, 2 sentences');
  const status = textOf(await run('status', {}, editor()));
  expect(status).toContain('Newest article: 2026-01-01');
  expect(status).toMatch(/Answers: p50 [\d.]+ ms, p99 [\d.]+ ms, over the last \d+/u);
  expect(status).toMatch(/Index: about [\d.]+ MB/u);
});
