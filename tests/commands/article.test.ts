import { describe, expect, test } from 'vitest';
import { readDraft } from '../../src/desk/forms/draft.ts';
import { draft, EDITOR } from '../store/stores.ts';
import { CHANNEL, DESK_CHANNEL, editor, GUILD, someone } from '../support/newsroom.ts';
import { buttonsOf, modalOf, replyOf, textOf } from '../support/session.ts';
import { FERRY, openedSession, page } from './article-session.ts';

describe('/article add', () => {
  test('opens a form without a file or page, and the submitted article is found', async () => {
    const { run, submit } = await openedSession();
    const form = modalOf(
      await run('article', { subcommand: 'add', byline: 'A. Writer', embargo: 'none' }, editor()),
    );
    const details = form.fields.find(({ name }) => name === 'details');
    expect(details?.value).toBe('byline: A. Writer\nembargo: none');
    const added = await submit(form, editor(), {
      headline: 'Council buys tram',
      text: 'The council of Brno bought nine trams.',
      text2: 'They will arrive in May.',
      details: 'byline: B. Writer\ndate: 2026-01-01',
    });
    expect(textOf(added)).toContain('Added “Council buys tram” (council-buys-tram)');
    expect(textOf(added)).toContain('2 sentences · byline B. Writer · 2026-01-01');
    await expect
      .poll(async () => textOf(await run('ask', { question: 'Who bought nine trams?' }, someone())))
      .toContain('council-buys-tram.r1.s1');
  });

  test('reads a page, stores its host and who added it, and shows how it was read', async () => {
    const { run, archive } = await openedSession(page(FERRY));
    const raw = { subcommand: 'add', url: 'https://news.example.org/ferry', publisher: 'The Example' };
    const added = textOf(await run('article', raw, editor()));
    expect(added).toContain('All 84 passengers were saved');
    expect(added).toContain('2 sentences · The Example');
    expect(await archive.article('ferry-sinks')).toMatchObject({
      stored: { host: 'news.example.org', addedBy: editor().userId },
    });
    expect(textOf(await run('article', raw, editor()))).toContain('is here already');
  });

  test('reads a file, with an optional URL', async () => {
    const { run, archive } = await openedSession(page(FERRY));
    const file = {
      name: 'ferry.txt',
      url: 'https://cdn.discordapp.com/x/ferry.txt',
      type: 'text/plain',
      bytes: 60,
    };
    await run('article', { subcommand: 'add', file, url: 'https://a.example/1' }, editor());
    expect(await archive.article('ferry')).toMatchObject({
      stored: { article: { url: 'https://a.example/1' } },
    });
  });

  test('refusals name the reason and the remedy, and return a typed text', async () => {
    const { run, submit } = await openedSession();
    const form = modalOf(await run('article', { subcommand: 'add' }, editor()));
    const fields = { text: 'A text of some length.', details: 'writer: me' };
    const refused = replyOf(await submit(form, editor(), fields));
    expect(JSON.stringify(refused.blocks)).toContain('the names are byline, publisher');
    const handedBack = new TextDecoder().decode(refused.files?.[0]?.data);
    expect(readDraft(handedBack)).toEqual({ details: 'writer: me', text: 'A text of some length.' });
    expect(refused.buttons).toMatchObject([{ action: 'again', args: ['add'] }]);
    for (const [raw, reason] of [
      [{ channels: 'politics' }, '“politics” is not a channel'],
      [{ embargo: 'tomorrow' }, '“tomorrow” is not a time'],
      [{ url: 'ftp://x.example/' }, 'must be an address such as'],
      [{ date: '2026-02-31' }, 'must be a date of the calendar'],
    ] as const)
      expect(textOf(await run('article', { subcommand: 'add', ...raw }, editor()))).toContain(reason);
  });

  test('T16 the reply states an embargo or channel limit, and the article is hidden before or elsewhere', async () => {
    let now = new Date('2026-01-02T00:00:00Z');
    const { run, submit } = await openedSession({ now: () => now });
    const raw = { subcommand: 'add', channels: `<#${DESK_CHANNEL}>`, embargo: '2h' };
    const form = modalOf(await run('article', raw, editor()));
    const details = form.fields.find(({ name }) => name === 'details')?.value ?? '';
    const added = await submit(form, editor(), { text: 'Ostrich farms closed in Kladno.', details });
    expect(textOf(added)).toContain(
      `only in channel ${DESK_CHANNEL}, under embargo until 2026-01-02 02:00 UTC`,
    );
    const ask = async (channels: string[]) =>
      textOf(await run('ask', { question: 'Where did ostrich farms close?' }, someone({ channels })));
    expect(await ask([DESK_CHANNEL])).toContain('Not found in any of them: “ostrich”');
    now = new Date('2026-01-02T03:00:00Z');
    expect(await ask([DESK_CHANNEL])).toContain('Ostrich farms closed in Kladno.');
    expect(await ask([CHANNEL])).toContain('Not found in any of them: “ostrich”');
  });
});

describe('/article correct', () => {
  test('opens a form with the current text, rejoins its parts, and creates a revision', async () => {
    const { run, submit, archive } = await openedSession();
    const paragraphs = Array.from(
      { length: 30 },
      (_, n) => `Paragraph ${n} ${'goes on and '.repeat(25)}ends.`,
    );
    const text = paragraphs.join('\n\n');
    await archive.add([{ draft: draft({ id: 'long', text, byline: 'A. Writer' }) }], EDITOR);
    const ready = async () =>
      modalOf(await run('article', { subcommand: 'correct', article: 'long' }, editor()));
    await expect
      .poll(() =>
        ready().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    const form = await ready();
    const fields = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value]));
    expect(Object.values(fields).every((value) => value.length <= 4000)).toBe(true);
    expect(textOf(await submit(form, editor(), fields))).toContain('is here already');
    const changed = { ...fields, text: fields['text']?.replace('Paragraph 0', 'Paragraph nought') ?? '' };
    expect(textOf(await submit(form, editor(), changed))).toContain('Corrected, now revision 2');
    const found = await archive.article('long');
    expect(found.state === 'live' && found.stored.article.text).toBe(
      text.replace('Paragraph 0', 'Paragraph nought'),
    );
    expect(found).toMatchObject({ stored: { article: { byline: 'A. Writer' } } });
  });

  test('changes only the details or only the visibility when only these are given', async () => {
    const { run, archive, store, newsroom } = await openedSession();
    await archive.add([{ draft: draft() }], EDITOR);
    await expect.poll(async () => (await newsroom.deskFor(editor())).tools?.stored.size).toBe(1);
    const raw = { subcommand: 'correct', article: 'council-vote' };
    expect(
      textOf(await run('article', { ...raw, article: 'Council votes', byline: 'C. Writer' }, editor())),
    ).toContain('byline C. Writer');
    const moved = textOf(await run('article', { ...raw, channels: `<#${CHANNEL}>` }, editor()));
    expect(moved).toContain(`quoted only in channel ${CHANNEL}`);
    expect(await store.guild(GUILD).article('council-vote')).toMatchObject({
      stored: { newestRevision: 2, article: { byline: 'C. Writer' }, visibility: { channels: [CHANNEL] } },
    });
    expect(textOf(await run('article', { ...raw, channels: 'everywhere' }, editor()))).toContain(
      'everywhere',
    );
  });

  test('removes a detail with “-” as an option or with an empty field', async () => {
    const { run, act, submit, archive, newsroom } = await openedSession();
    const printed = { byline: 'A. Writer', publisher: 'The Example', language: 'en' };
    await archive.add([{ draft: { ...draft(), ...printed } }], EDITOR);
    await expect.poll(async () => (await newsroom.deskFor(editor())).tools?.stored.size).toBe(1);
    const raw = { subcommand: 'correct', article: 'council-vote' };
    const articleNow = async () => {
      const found = await archive.article('council-vote');
      return found.state === 'live' ? found.stored.article : undefined;
    };
    await run('article', { ...raw, byline: '-' }, editor());
    expect(await articleNow()).toMatchObject({ revision: 2, publisher: 'The Example', language: 'en' });
    expect(await articleNow()).not.toHaveProperty('byline');

    const shown = await run('article', { ...raw, subcommand: 'show' }, editor());
    const form = modalOf(await act(buttonsOf(shown)['Details …'] ?? '', editor()));
    const fields = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value]));
    await submit(form, editor(), { ...fields, publisher: '' });
    expect(await articleNow()).toMatchObject({ revision: 3, language: 'en' });
    expect(await articleNow()).not.toHaveProperty('publisher');
  });
});

test('/article show lists revisions, provenance, visibility and the number of quotes', async () => {
  const { run, archive, newsroom } = await openedSession();
  await archive.add([{ draft: draft(), visibility: { channels: [DESK_CHANNEL] } }], {
    ...EDITOR,
    host: 'news.example.org',
  });
  await archive.correct(draft({ text: 'It voted again.' }), { by: 'feed:example' });
  const quotes = [{ articleId: 'council-vote', revision: 1, sentence: 1 }];
  await archive.posts.record({ channelId: '1', messageId: '2', quotes });
  await expect.poll(async () => (await newsroom.deskFor(editor())).tools?.stored.size).toBe(1);
  const shown = textOf(await run('article', { subcommand: 'show', article: 'council-vote' }, editor()));
  expect(shown).toContain(`added by user ${EDITOR.by} from news.example.org`);
  expect(shown).toContain('council-vote.r2 · 2026-');
  expect(shown).toContain('by the feed example');
  expect(shown).toContain(`only in channel ${DESK_CHANNEL}`);
  expect(shown).toContain('Quoted in 1 posted message');
});

test('T17 members are refused by the command and by every button and form, and get no choices', async () => {
  const { run, act, suggest, archive, newsroom } = await openedSession();
  await archive.add([{ draft: draft() }], EDITOR);
  await expect.poll(async () => (await newsroom.deskFor(editor())).tools?.stored.size).toBe(1);
  for (const raw of [
    { subcommand: 'add' },
    ...['correct', 'retract', 'restore', 'show'].map((subcommand) => ({
      subcommand,
      article: 'council-vote',
    })),
  ])
    expect(textOf(await run('article', raw, someone()))).toContain('is for editors');
  for (const id of [
    '1:retract:council-vote',
    '1:text:add',
    '1:text:correct:council-vote',
    '1:details:council-vote',
    '1:again:add',
  ])
    expect(textOf(await act(id, someone(), { reason: 'x', text: 'x' }))).toContain('is for editors');
  expect(await suggest('article', 'article', '', someone())).toEqual([]);
  expect(await archive.article('council-vote')).toMatchObject({
    state: 'live',
    stored: { newestRevision: 1 },
  });
});

test('F17 when the memory for the index is full, /article add says so and names the remedy', async () => {
  const { run, archive } = await openedSession(page('unused'), 20);
  const file = { name: 'ferry.txt', url: 'https://cdn.discordapp.com/x/ferry.txt', bytes: 60 };
  const refused = textOf(await run('article', { subcommand: 'add', file }, editor()));
  expect(refused).toContain('There is no memory left to index more text: raise INDEX_MEMORY_MB');
  expect((await archive.articles()).articles).toEqual([]);
});
