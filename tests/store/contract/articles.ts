import { expect, test } from 'vitest';
import type { StoreChange } from '../../../src/store/changes.ts';
import { freeNumber } from '../../../src/store/articles/free-ids.ts';
import { openPostgres } from '../../../src/store/db/postgres.ts';
import { openSqlite } from '../../../src/store/db/sqlite.ts';
import { sha256Of } from '../../../src/article/article.ts';
import { draft, EDITOR, type MakePlace } from '../stores.ts';
import { articlesForEach } from './open-articles.ts';

/** Articles, the same for every store. */
export function articlesContract(makePlace: MakePlace): void {
  const at = articlesForEach(makePlace);

  test('an added article keeps its exact text, hash and provenance, even after a restart', async () => {
    const text = 'Tab\there,  two spaces, “quotes”, 日本語, 🗞️.\r\nNext line. ';
    await at.store
      .guild('1')
      .add([{ draft: { ...draft({ text }), byline: 'A. Reporter' } }], { by: '7', host: 'example.org' });
    await at.store.close();
    const lookup = await (await at.place.open()).guild('1').article('council-vote');
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
    await at.store.close();
    at.store = await at.place.open({ mostText: 100 });
    const text = (letter: string): string => `${letter.repeat(59)}.`;
    expect(await at.add({ id: 'a', text: text('a') })).toMatchObject({ outcome: 'added' });
    expect(await at.add({ id: 'b', text: text('b') })).toEqual({ outcome: 'full' });
    expect(await at.add({ id: 'a', text: text('a') })).toEqual({ outcome: 'same', id: 'a' });
    expect(await at.add({ id: 'b', text: text('b') }, '2')).toMatchObject({ outcome: 'added' });
    const corrected = await at.store
      .guild('1')
      .correct(draft({ id: 'a', text: `${text('c')} More.` }), EDITOR);
    expect(corrected).toMatchObject({ outcome: 'corrected' });
    await at.store.guild('1').retract('a', 'no longer needed', '7');
    expect(await at.add({ id: 'b', text: text('b') })).toMatchObject({ outcome: 'added' });
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
    const [added] = await at.store
      .guild('1')
      .add([{ draft: draft(fields), visibility }], { by: odd, host: odd });
    expect(added).toMatchObject({ outcome: 'added' });
    expect(await at.store.guild('1').article('council-vote')).toEqual({
      state: 'live',
      stored: (added as { stored: unknown }).stored,
    });
  });

  test('articles come in the order they were added', async () => {
    for (const id of ['zebra', 'apple', 'mango']) await at.add({ id, text: `${id}.` });
    const { articles } = await at.store.guild('1').articles();
    expect(articles.map(({ article }) => article.id)).toEqual(['zebra', 'apple', 'mango']);
  });

  test('reading several articles at once gives the same as one by one', async () => {
    for (const id of ['b', 'a', 'gone']) await at.add({ id, text: `Text of ${id}.` });
    await at.add({ id: 'a', text: 'Of another server.' }, '2');
    const archive = at.store.guild('1');
    await archive.correct(draft({ id: 'a', text: 'A new text of a.' }), EDITOR);
    await archive.retract('gone', 'no longer needed', '7');
    const found = await archive.newest(['a', 'gone', 'never', 'b']);
    expect([...found.keys()]).toEqual(['b', 'a', 'gone']);
    for (const [id, lookup] of found) expect(lookup).toEqual(await archive.article(id));
  });

  test('a taken id gets a number, even if a house article has it', async () => {
    await at.store.close();
    at.store = await at.place.open({ reserved: (id) => id === 'seed' });
    await at.add({ id: 'seed', text: 'One.' });
    await at.add({ id: 'seed', text: 'Two.' });
    const { articles } = await at.store.guild('1').articles();
    expect(articles.map(({ article }) => article.id)).toEqual(['seed-2', 'seed-3']);
  });

  test('among thousands of articles with one headline, the next number is found in one query', async () => {
    const ids = ['weather', ...[2, 3, 4, 5, 7].map((n) => `weather-${n}`), 'weather-report', 'weather-2-x'];
    for (const id of ids) await at.add({ id, text: id });
    const added = await at.store.guild('1').add(
      ['a', 'b', 'c'].map((text) => ({ draft: draft({ id: 'weather', text }) })),
      EDITOR,
    );
    const given = added.map((each) => (each.outcome === 'added' ? each.stored.article.id : each.outcome));
    expect(given).toEqual(['weather-8', 'weather-9', 'weather-10']);
    await at.store.close();
    const db =
      at.place.databaseUrl === undefined ? openSqlite(at.place) : openPostgres({ url: at.place.databaseUrl });
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
    for (const text of ['One.', 'Two.']) await at.add({ id, text }, '2');
    for (const text of ['One.', 'Two.', 'Three.']) await at.add({ id, text });
    const { articles } = await at.store.guild('1').articles();
    expect(articles.map(({ article }) => article.id)).toEqual([
      id,
      `${'x'.repeat(77)}-2`,
      `${'x'.repeat(77)}-3`,
    ]);
  });

  test('the same text twice is one article, and another text of the same URL must be a correction', async () => {
    await at.add({ url: 'https://example.org/vote' });
    expect(await at.add({ id: 'other' })).toEqual({ outcome: 'same', id: 'council-vote' });
    expect(await at.add({ id: 'other', text: 'New.', url: 'https://example.org/vote' })).toEqual({
      outcome: 'url-taken',
      id: 'council-vote',
    });
  });

  test('T15 a guild sees nothing of another guild, by list, id, receipt or write', async () => {
    await at.add({}, '1');
    const other = at.store.guild('2');
    expect((await other.articles()).articles).toEqual([]);
    expect(await other.article('council-vote')).toEqual({ state: 'unknown' });
    expect(await other.revision('council-vote', 1)).toEqual({ state: 'unknown' });
    expect(await other.correct(draft({ text: 'x' }), EDITOR)).toEqual({ outcome: 'unknown' });
    expect(await other.retract('council-vote', 'x', '9')).toEqual({ outcome: 'unknown' });
    expect(await other.restore(draft(), EDITOR)).toEqual({ outcome: 'unknown' });
    expect(await other.setVisibility('council-vote', { channels: ['5'] })).toEqual({ state: 'unknown' });
    expect(await at.store.guild('1').article('council-vote')).toMatchObject({
      state: 'live',
      stored: { visibility: {} },
    });
    expect(await at.add({}, '2')).toMatchObject({
      outcome: 'added',
      stored: { article: { id: 'council-vote' } },
    });
  });

  test('visibility is stored, with the embargo in UTC, and can be removed', async () => {
    await at.store
      .guild('1')
      .add(
        [{ draft: draft(), visibility: { channels: ['55'], embargoUntil: '2026-03-01T10:00:00+02:00' } }],
        EDITOR,
      );
    expect(await at.store.guild('1').article('council-vote')).toMatchObject({
      stored: { visibility: { channels: ['55'], embargoUntil: '2026-03-01T08:00:00.000Z' } },
    });
    const lifted = await at.store.guild('1').setVisibility('council-vote', {});
    expect(lifted).toHaveProperty('stored.visibility', {});
  });

  test('each write is announced once with its guild, after the commit', async () => {
    const changes: StoreChange[] = [];
    const stop = at.store.onChange((change) => change.kind !== 'missed' && changes.push(change));
    await at.add({ id: 'a' });
    await at.add({ id: 'a' });
    await at.store.guild('1').correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    await at.store.guild('1').retract('a', 'Wrong.', '9');
    await at.store.guild('1').restore(draft({ id: 'a' }), EDITOR);
    await at.store.guild('1').setVisibility('a', { channels: ['5'] });
    stop();
    await at.add({ id: 'b', text: 'Unheard.' });
    const kinds = ['added', 'corrected', 'retracted', 'restored', 'visibility'];
    expect(changes).toEqual(kinds.map((kind) => ({ kind, guildId: '1', ids: ['a'] })));
  });

  test('invalid articles are refused, together with their whole batch', async () => {
    const archive = at.store.guild('1');
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
    expect(() => at.store.guild(`1' OR '1'='1`)).toThrow('not the id of a server');
  });

  test('U+0000 and lone surrogates are stored as U+FFFD, so that offsets stay', async () => {
    await at.add({ text: 'a\0b\uD800c.' });
    expect(await at.store.guild('1').article('council-vote')).toMatchObject({
      stored: { article: { text: 'a\uFFFDb\uFFFDc.', sha256: sha256Of('a\uFFFDb\uFFFDc.') } },
    });
  });
}
