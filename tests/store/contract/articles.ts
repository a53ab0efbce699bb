import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import type { StoreChange } from '../../../src/store/changes.ts';
import { freeNumber } from '../../../src/store/articles/free-ids.ts';
import { openPostgres } from '../../../src/store/db/postgres.ts';
import { openSqlite } from '../../../src/store/db/sqlite.ts';
import { sha256Of } from '../../../src/article/article.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** Articles, the same for every store. */
export function articlesContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await makePlace();
    store = await place.open();
  });
  afterEach(() => place.remove());

  const add = async (fields: Parameters<typeof draft>[0] = {}, guild = '1') => {
    const [added] = await store.guild(guild).add([{ draft: draft(fields) }], EDITOR);
    return added;
  };

  test('an added article keeps its exact text, hash and provenance, even after a restart', async () => {
    const text = 'Tab\there,  two spaces, “quotes”, 日本語, 🗞️.\r\nNext line. ';
    await store
      .guild('1')
      .add([{ draft: { ...draft({ text }), byline: 'A. Reporter' } }], { by: '7', host: 'example.org' });
    await store.close();
    const lookup = await (await place.open()).guild('1').article('council-vote');
    expect(lookup).toMatchObject({
      state: 'live',
      stored: {
        article: { text, sha256: sha256Of(text), revision: 1, byline: 'A. Reporter' },
        addedBy: '7',
        host: 'example.org',
      },
    });
  });

  test('F17 a new text is refused when the index memory is full, but an existing one is recognised', async () => {
    await store.close();
    store = await place.open({ mostText: 100 });
    const text = (letter: string): string => `${letter.repeat(59)}.`;
    expect(await add({ id: 'a', text: text('a') })).toMatchObject({ outcome: 'added' });
    expect(await add({ id: 'b', text: text('b') })).toEqual({ outcome: 'full' });
    expect(await add({ id: 'a', text: text('a') })).toEqual({ outcome: 'same', id: 'a' });
    expect(await add({ id: 'b', text: text('b') }, '2')).toMatchObject({ outcome: 'added' });
    const corrected = await store.guild('1').correct(draft({ id: 'a', text: `${text('c')} More.` }), EDITOR);
    expect(corrected).toMatchObject({ outcome: 'corrected' });
    await store.guild('1').retract('a', 'no longer needed', '7');
    expect(await add({ id: 'b', text: text('b') })).toMatchObject({ outcome: 'added' });
  });

  test('the result of adding equals what is read afterwards', async () => {
    const odd = 'A\0B\uD800';
    const fields = {
      url: 'https://example.org/a',
      byline: odd,
      publisher: odd,
      publishedAt: '2026-01-01',
      language: 'en',
      headline: odd,
    };
    const visibility = { channels: ['5'], embargoUntil: '2026-03-01T10:00:00+02:00' };
    const [added] = await store
      .guild('1')
      .add([{ draft: draft(fields), visibility }], { by: odd, host: odd });
    expect(added).toMatchObject({ outcome: 'added' });
    expect(await store.guild('1').article('council-vote')).toEqual({
      state: 'live',
      stored: (added as { stored: unknown }).stored,
    });
  });

  test('articles come in the order they were added', async () => {
    for (const id of ['zebra', 'apple', 'mango']) await add({ id, text: `${id}.` });
    const { articles } = await store.guild('1').articles();
    expect(articles.map(({ article }) => article.id)).toEqual(['zebra', 'apple', 'mango']);
  });

  test('reading several articles at once gives the same as one by one', async () => {
    for (const id of ['b', 'a', 'gone']) await add({ id, text: `Text of ${id}.` });
    await add({ id: 'a', text: 'Of another server.' }, '2');
    const archive = store.guild('1');
    await archive.correct(draft({ id: 'a', text: 'A new text of a.' }), EDITOR);
    await archive.retract('gone', 'no longer needed', '7');
    const found = await archive.newest(['a', 'gone', 'never', 'b']);
    expect([...found.keys()]).toEqual(['b', 'a', 'gone']);
    for (const [id, lookup] of found) expect(lookup).toEqual(await archive.article(id));
  });

  test('a taken id gets a number, even if a house article has it', async () => {
    await store.close();
    store = await place.open({ reserved: (id) => id === 'seed' });
    await add({ id: 'seed', text: 'One.' });
    await add({ id: 'seed', text: 'Two.' });
    const { articles } = await store.guild('1').articles();
    expect(articles.map(({ article }) => article.id)).toEqual(['seed-2', 'seed-3']);
  });

  test('among thousands of articles with one headline, the next number is found in one query', async () => {
    const ids = ['weather', ...[2, 3, 4, 5, 7].map((n) => `weather-${n}`), 'weather-report', 'weather-2-x'];
    for (const id of ids) await add({ id, text: id });
    const added = await store.guild('1').add(
      ['a', 'b', 'c'].map((text) => ({ draft: draft({ id: 'weather', text }) })),
      EDITOR,
    );
    const given = added.map((each) => (each.outcome === 'added' ? each.stored.article.id : each.outcome));
    expect(given).toEqual(['weather-8', 'weather-9', 'weather-10']);
    await store.close();
    const db = place.databaseUrl === undefined ? openSqlite(place) : openPostgres({ url: place.databaseUrl });
    let queries = 0;
    const next = await db.transaction((tx) =>
      freeNumber(
        {
          tx: { ...tx, all: (...query) => ((queries += 1), tx.all(...query)) },
          guild: '1',
          at: '2026-01-01T00:00:00Z',
          outbox: false,
        },
        'weather',
        2,
      ),
    );
    await db.close();
    expect([next, queries]).toEqual([11, 1]);
  });

  test('an id of the greatest length is cut for its number, and another server’s articles take none', async () => {
    const id = `${'x'.repeat(77)}-yz`;
    for (const text of ['One.', 'Two.']) await add({ id, text }, '2');
    for (const text of ['One.', 'Two.', 'Three.']) await add({ id, text });
    const { articles } = await store.guild('1').articles();
    expect(articles.map(({ article }) => article.id)).toEqual([
      id,
      `${'x'.repeat(77)}-2`,
      `${'x'.repeat(77)}-3`,
    ]);
  });

  test('the same text twice is one article, and another text of the same URL must be a correction', async () => {
    await add({ url: 'https://example.org/vote' });
    expect(await add({ id: 'other' })).toEqual({ outcome: 'same', id: 'council-vote' });
    expect(await add({ id: 'other', text: 'New.', url: 'https://example.org/vote' })).toEqual({
      outcome: 'url-taken',
      id: 'council-vote',
    });
  });

  test('T15 a guild sees nothing of another guild, by list, id, receipt or write', async () => {
    await add({}, '1');
    const other = store.guild('2');
    expect((await other.articles()).articles).toEqual([]);
    expect(await other.article('council-vote')).toEqual({ state: 'unknown' });
    expect(await other.revision('council-vote', 1)).toEqual({ state: 'unknown' });
    expect(await other.correct(draft({ text: 'x' }), EDITOR)).toEqual({ outcome: 'unknown' });
    expect(await other.retract('council-vote', 'x', '9')).toEqual({ outcome: 'unknown' });
    expect(await other.restore(draft(), EDITOR)).toEqual({ outcome: 'unknown' });
    expect(await other.setVisibility('council-vote', { channels: ['5'] })).toEqual({ state: 'unknown' });
    expect(await store.guild('1').article('council-vote')).toMatchObject({
      state: 'live',
      stored: { visibility: {} },
    });
    expect(await add({}, '2')).toMatchObject({
      outcome: 'added',
      stored: { article: { id: 'council-vote' } },
    });
  });

  test('T28 a correction makes a revision, and the receipt of the old one still resolves', async () => {
    await add({ text: 'It voted twice.' });
    const corrected = await store.guild('1').correct(draft({ text: 'It voted once.' }), EDITOR);
    expect(corrected).toMatchObject({
      outcome: 'corrected',
      stored: { article: { revision: 2, text: 'It voted once.' } },
      before: { article: { revision: 1, text: 'It voted twice.' } },
    });
    const old = await store.guild('1').revision('council-vote', 1);
    expect(old).toMatchObject({
      state: 'live',
      stored: { newestRevision: 2, article: { text: 'It voted twice.' } },
    });
    expect(old).not.toHaveProperty('stored.correctedAt');
    expect(await store.guild('1').article('council-vote')).toHaveProperty('stored.correctedAt');
  });

  test('a correction that changes nothing makes no revision', async () => {
    await add();
    expect(await store.guild('1').correct(draft(), EDITOR)).toEqual({ outcome: 'same', id: 'council-vote' });
    expect(await store.guild('1').revision('council-vote', 2)).toEqual({ state: 'unknown' });
  });

  test('T27 a retraction keeps headline, details and reason of every revision', async () => {
    await store.close();
    store = await place.open({ now: () => new Date('2026-03-01T10:00:00Z') });
    const printed = { byline: 'A. Writer', publisher: 'The Gazette', publishedAt: '2026-02-28' };
    await add({ text: 'It voted twice.', ...printed });
    await store.guild('1').correct({ ...draft({ text: 'It voted once.' }), ...printed }, EDITOR);
    await store.guild('1').retract('council-vote', 'The meeting did not take place.', '9');
    const gone = {
      state: 'retracted',
      tombstone: {
        id: 'council-vote',
        headline: 'Council votes',
        retractedAt: '2026-03-01T10:00:00.000Z',
        retractedBy: '9',
        reason: 'The meeting did not take place.',
        visibility: {},
        printed,
      },
    };
    expect(await store.guild('1').article('council-vote')).toEqual(gone);
    expect(await store.guild('1').revision('council-vote', 1)).toEqual(gone);
    expect(await store.guild('1').revision('council-vote', 2)).toEqual(gone);
    expect((await store.guild('1').articles()).articles).toEqual([]);
    expect(await store.guild('1').tombstones()).toEqual([gone.tombstone]);
  });

  test('T27 only an existing quotation of a retracted text is recognised, in its own server', async () => {
    const text =
      'The mayor said: “We should have closed it years ago. There was no money left.” It rained, and nobody came to the vote.';
    await add({ text });
    await add({ text }, '2');
    const archive = store.guild('1');
    await archive.correct(draft({ text: 'The council met again on Tuesday evening in the hall.' }), EDITOR);
    expect(await archive.retractedHolding('We should have closed it years ago')).toEqual([]);
    await archive.retract('council-vote', 'Wrong.', '9');
    for (const quote of [
      'We should have closed it years ago.',
      '"We should have closed it years ago. There was no money left."',
      'and nobody came to the vote',
      'The council met again on Tuesday evening in the hall',
    ])
      expect([quote, await archive.retractedHolding(quote)]).toEqual([quote, ['council-vote']]);
    for (const quote of ['closed it years ago', 'It rained', 'We should have opened it years ago.', '%', ''])
      expect([quote, await archive.retractedHolding(quote)]).toEqual([quote, []]);
    expect(await store.guild('2').retractedHolding('We should have closed it years ago.')).toEqual([]);
    await archive.restore(draft({ text }), EDITOR);
    expect(await archive.retractedHolding('We should have closed it years ago.')).toEqual([]);
  });

  test('earlier revisions are found by a word, with the time at which they were replaced', async () => {
    await store.close();
    let day = 1;
    store = await place.open({ now: () => new Date(`2026-03-0${day}T10:00:00Z`) });
    await add({ text: 'It voted Twice.' });
    const archive = store.guild('1');
    day = 2;
    await archive.correct(draft({ text: 'It voted once, not twice.' }), EDITOR);
    day = 3;
    await archive.correct(draft({ text: 'It voted once.' }), EDITOR);
    const found = async (word: string, ids = ['council-vote', 'other']) =>
      (await archive.earlier(ids, word)).map(({ stored, replacedAt }) => [
        stored.article.revision,
        replacedAt.slice(0, 10),
      ]);
    expect(await found('twice')).toEqual([
      [2, '2026-03-03'],
      [1, '2026-03-02'],
    ]);
    expect(await found('never')).toEqual([]);
    expect(await found('twice', ['other'])).toEqual([]);
    await archive.retract('council-vote', 'Wrong.', '9');
    expect(await found('twice')).toEqual([]);
  });

  test('a retracted text or URL does not come back by adding or correcting it', async () => {
    await add({ url: 'https://example.org/vote' });
    await store.guild('1').retract('council-vote', 'Wrong.', '9');
    expect(await add({ id: 'again' })).toMatchObject({
      outcome: 'retracted',
      tombstone: { id: 'council-vote' },
    });
    expect(await add({ id: 'again', text: 'New.', url: 'https://example.org/vote' })).toMatchObject({
      outcome: 'retracted',
    });
    expect(await store.guild('1').correct(draft({ text: 'New.' }), EDITOR)).toMatchObject({
      outcome: 'retracted',
    });
  });

  test('restoring the same text revives its receipts, and another text becomes the next revision', async () => {
    await add({ id: 'a', text: 'One.' });
    await store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await store.guild('1').retract('a', 'Wrong.', '9');
    expect(await store.guild('1').restore(draft({ id: 'a', text: 'Two.' }), EDITOR)).toMatchObject({
      outcome: 'restored',
      verbatim: true,
      stored: { article: { revision: 2 } },
    });
    expect(await store.guild('1').revision('a', 2)).toMatchObject({ state: 'live' });
    expect(await store.guild('1').revision('a', 1)).toMatchObject({
      state: 'retracted',
      tombstone: { reason: 'Wrong.' },
    });
    expect(await store.guild('1').restore(draft({ id: 'a' }), EDITOR)).toEqual({ outcome: 'live', id: 'a' });

    await store.guild('1').retract('a', 'Wrong again.', '9');
    expect(await store.guild('1').restore(draft({ id: 'a', text: 'Three.' }), EDITOR)).toMatchObject({
      outcome: 'restored',
      verbatim: false,
      stored: { article: { revision: 3 } },
    });
    expect(await store.guild('1').revision('a', 2)).toMatchObject({ state: 'retracted' });
    expect(await add({ id: 'b', text: 'One.' })).toMatchObject({ outcome: 'retracted' });
  });

  test('visibility is stored, with the embargo in UTC, and can be removed', async () => {
    await store
      .guild('1')
      .add(
        [{ draft: draft(), visibility: { channels: ['55'], embargoUntil: '2026-03-01T10:00:00+02:00' } }],
        EDITOR,
      );
    expect(await store.guild('1').article('council-vote')).toMatchObject({
      stored: { visibility: { channels: ['55'], embargoUntil: '2026-03-01T08:00:00.000Z' } },
    });
    const lifted = await store.guild('1').setVisibility('council-vote', {});
    expect(lifted).toHaveProperty('stored.visibility', {});
  });

  test('each write is announced once with its guild, after the commit', async () => {
    const changes: StoreChange[] = [];
    const stop = store.onChange((change) => change.kind !== 'missed' && changes.push(change));
    await add({ id: 'a' });
    await add({ id: 'a' });
    await store.guild('1').correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    await store.guild('1').retract('a', 'Wrong.', '9');
    await store.guild('1').restore(draft({ id: 'a' }), EDITOR);
    await store.guild('1').setVisibility('a', { channels: ['5'] });
    stop();
    await add({ id: 'b', text: 'Unheard.' });
    const kinds = ['added', 'corrected', 'retracted', 'restored', 'visibility'];
    expect(changes).toEqual(kinds.map((kind) => ({ kind, guildId: '1', ids: ['a'] })));
  });

  test('invalid articles are refused, together with their whole batch', async () => {
    const archive = store.guild('1');
    for (const bad of [
      { text: '' },
      { id: 'Not A Slug' },
      { url: 'file:///etc/passwd' },
      { headline: ' ' },
    ]) {
      await expect(
        archive.add([{ draft: draft({ id: 'good' }) }, { draft: draft(bad) }], EDITOR),
      ).rejects.toThrow(/./u);
    }
    await expect(
      archive.add([{ draft: draft(), visibility: { channels: ['#news'] } }], EDITOR),
    ).rejects.toThrow(/./u);
    expect((await archive.articles()).articles).toEqual([]);
    expect(() => store.guild(`1' OR '1'='1`)).toThrow('not the id of a server');
  });

  test('U+0000 and lone surrogates are stored as U+FFFD, so that offsets stay', async () => {
    await add({ text: 'a\0b\uD800c.' });
    expect(await store.guild('1').article('council-vote')).toMatchObject({
      stored: { article: { text: 'a\uFFFDb\uFFFDc.', sha256: sha256Of('a\uFFFDb\uFFFDc.') } },
    });
  });
}
