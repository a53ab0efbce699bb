import { describe, expect, test } from 'vitest';
import { draft, EDITOR } from '../store/stores.ts';
import { seedArticle } from '../support/desk.ts';
import { CHANNEL, editor, GUILD, newsroomOver, someone } from '../support/newsroom.ts';
import { replyOf, sessionIn, textOf } from '../support/session.ts';
import { testPlace } from '../support/test-place.ts';

async function opened() {
  const place = await testPlace();
  const store = await place.open();
  const archive = store.guild(GUILD);
  await archive.add(
    [
      {
        draft: draft({ id: 'plant', headline: 'Ferrow plans', text: 'Ferrow plans a plant. Ferrow is big.' }),
      },
    ],
    EDITOR,
  );
  const newsroom = newsroomOver(store, { house: [await seedArticle()] });
  await newsroom.open(GUILD);
  return { archive, ...sessionIn(newsroom) };
}

const adding = (raw: object) => ({ group: 'add', ...raw });
const company = adding({ subcommand: 'company', company: 'Ferrow' });

describe('/follow', () => {
  test('lets editors and moderators make a channel follow something, which the channel sees', async () => {
    const { run, archive } = await opened();
    const refused = replyOf(await run('follow', company, someone()));
    expect(refused.tone).toBe('error');
    expect(textOf(refused)).toContain('privately:True');
    expect(await archive.follows.list()).toEqual([]);
    const added = replyOf(await run('follow', company, someone({ mayModerate: true })));
    expect(added.private).toBe(false);
    expect(textOf(added)).toBe(
      `From now on channel ${CHANNEL} is told what new and corrected articles say about the company Ferrow.\n/follow list shows what is followed; /follow remove ends it.`,
    );
    expect(textOf(await run('follow', company, editor()))).toContain('is followed already');
    const thread = editor({ channels: ['77', CHANNEL] });
    await run('follow', adding({ subcommand: 'topic', topic: 'a new plant' }), thread);
    expect(await archive.follows.list({ channel: '77', here: [] })).toMatchObject([
      { kind: 'topic', subject: 'a new plant', place: { channel: '77', here: ['77', CHANNEL] } },
    ]);
  });

  test('lets anybody follow something privately', async () => {
    const { run, suggest } = await opened();
    const added = replyOf(await run('follow', { ...company, privately: true }, someone()));
    expect(added.private).toBe(true);
    expect(textOf(added)).toContain('From now on you are told');
    expect(textOf(await run('follow', { subcommand: 'list' }, someone()))).toBe(
      'Followed by you\ncompany Ferrow',
    );
    const other = someone({ userId: '200000000000000009', mayModerate: true });
    expect(textOf(await run('follow', { subcommand: 'list' }, other))).toContain('Nothing is followed here');
    expect(await suggest('follow', 'what', '', other)).toEqual([]);
    expect(textOf(await run('follow', { subcommand: 'remove', what: 'Ferrow' }, other))).toContain(
      'is not followed here',
    );
    expect(await suggest('follow', 'what', 'ferr', someone())).toMatchObject([
      { name: 'company Ferrow · for you' },
    ]);
    expect(textOf(await run('follow', { subcommand: 'remove', what: 'ferrow' }, someone()))).toContain(
      'is no longer followed here',
    );
  });

  test('ends what a channel follows, by id or words, for those who may decide', async () => {
    const { run, suggest } = await opened();
    await run('follow', company, editor());
    const [choice] = await suggest('follow', 'what', '', editor());
    expect(choice?.name).toBe('company Ferrow · in this channel');
    const remove = { subcommand: 'remove', what: choice?.value };
    expect(textOf(await run('follow', remove, someone()))).toContain('is decided by editors');
    expect(textOf(await run('follow', remove, editor()))).toContain('is no longer followed here');
  });

  test('accepts an article by its headline, but not a house article, which never changes', async () => {
    const { run, archive } = await opened();
    const article = (typed: string) => adding({ subcommand: 'article', article: typed, privately: true });
    expect(textOf(await run('follow', article('Ferrow plans'), someone()))).toContain(
      'of corrections and of a retraction of the article “Ferrow plans”',
    );
    expect((await archive.follows.list())[0]?.subject).toBe('plant');
    expect(textOf(await run('follow', article('sensetime-alibaba-round'), someone()))).toContain(
      'house article',
    );
    expect(textOf(await run('follow', article('zebras'), someone()))).toContain('There is no article');
  });

  test('corrects a misspelt name, and refuses words that occur everywhere', async () => {
    const { run, archive } = await opened();
    await run('follow', adding({ subcommand: 'company', company: 'sensetme', privately: true }), someone());
    expect((await archive.follows.list())[0]?.subject).toBe('SenseTime');
    const empty = adding({ subcommand: 'topic', topic: 'what is the', privately: true });
    expect(textOf(await run('follow', empty, someone()))).toContain('stands in every article');
    const long = adding({ subcommand: 'topic', topic: 'x'.repeat(101), privately: true });
    expect(textOf(await run('follow', long, someone()))).toContain('at most 100 characters');
  });
});

describe('/digest', () => {
  test('is set, shown, changed and ended by editors, for the channel they are in', async () => {
    const { run, archive } = await opened();
    expect(textOf(await run('digest', { subcommand: 'show' }, someone()))).toContain('is for editors');
    const daily = { subcommand: 'daily', hour: 8, timezone: 'berlin' };
    expect(textOf(await run('digest', daily, editor()))).toContain(
      `A digest is posted in channel ${CHANNEL} each day at 8:00, Europe/Berlin.`,
    );
    expect((await archive.settings.get()).timeZone).toBe('Europe/Berlin');
    expect(await archive.briefings.list()).toMatchObject([
      { channel: CHANNEL, every: 'day', hour: 8, gaps: true },
    ]);
    const weekly = { subcommand: 'weekly', hour: 17, day: 5, gaps: false };
    expect(textOf(await run('digest', weekly, editor()))).toContain('each Friday at 17:00');
    expect(await archive.briefings.list()).toMatchObject([{ every: 'week', day: 5, hour: 17, gaps: false }]);
    const shown = replyOf(await run('digest', { subcommand: 'show' }, editor()));
    expect(shown.private).toBe(true);
    expect(textOf(shown)).toContain(`channel ${CHANNEL}: each Friday at 17:00`);
    expect(textOf(await run('digest', { subcommand: 'off' }, editor()))).toContain('No digest is posted');
    expect(textOf(await run('digest', { subcommand: 'off' }, editor()))).toContain('There is no digest');
    expect(await archive.briefings.list()).toEqual([]);
  });

  test('accepts only existing time zones', async () => {
    const { run, suggest, archive } = await opened();
    const at = (timezone: string) => run('digest', { subcommand: 'daily', hour: 8, timezone }, editor());
    expect(textOf(await at('Mars/Olympus'))).toContain('is not a time zone');
    expect(await archive.briefings.list()).toEqual([]);
    expect(textOf(await at('america/new york'))).toContain('America/New_York');
    expect(await suggest('digest', 'timezone', 'tok', editor())).not.toEqual([]);
    expect(textOf(await run('digest', { subcommand: 'daily', hour: 24 }, editor()))).toContain(
      'cannot be run',
    );
  });
});
