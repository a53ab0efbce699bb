import { expect, test } from 'vitest';
import type { Draft } from '../../../src/store/articles/stored.ts';
import { draft, EDITOR, type MakePlace } from '../stores.ts';
import { articlesForEach } from './open-articles.ts';

/** What every store does with corrections and retractions. */
export function revisionsContract(makePlace: MakePlace): void {
  const at = articlesForEach(makePlace);

  test('T28 a correction makes a revision, and the receipt of the old one still resolves', async () => {
    await at.add({ text: 'It voted twice.' });
    const corrected = await at.store.guild('1').correct(draft({ text: 'It voted once.' }), EDITOR);
    expect(corrected).toMatchObject({
      outcome: 'corrected',
      stored: { article: { revision: 2, text: 'It voted once.' } },
      before: { article: { revision: 1, text: 'It voted twice.' } },
    });
    const old = await at.store.guild('1').revision('council-vote', 1);
    expect(old).toMatchObject({
      state: 'live',
      stored: { newestRevision: 2, article: { text: 'It voted twice.' } },
    });
    expect(old).not.toHaveProperty('stored.correctedAt');
    expect(await at.store.guild('1').article('council-vote')).toHaveProperty('stored.correctedAt');
  });

  test('a revision that changes only details keeps the date of the last correction of the wording', async () => {
    let now = new Date('2026-03-01T10:00:00Z');
    await at.store.close();
    at.store = await at.place.open({ now: () => now });
    await at.add({ text: 'It voted twice.' });
    const correctedAfter = async (day: string, fields: Partial<Draft>): Promise<string | undefined> => {
      now = new Date(`${day}T10:00:00Z`);
      await at.store.guild('1').correct(draft(fields), EDITOR);
      const found = await at.store.guild('1').article('council-vote');
      return found.state === 'live' ? found.stored.correctedAt?.slice(0, 10) : found.state;
    };
    const [wrong, right] = ['It voted twice.', 'It voted once.'];
    expect(await correctedAfter('2026-03-02', { text: wrong, byline: 'A. Writer' })).toBeUndefined();
    expect(await correctedAfter('2026-03-03', { text: right, byline: 'A. Writer' })).toBe('2026-03-03');
    expect(await correctedAfter('2026-03-04', { text: right, byline: 'B. Writer' })).toBe('2026-03-03');
    expect(await correctedAfter('2026-03-05', { text: right, headline: 'Council votes once' })).toBe(
      '2026-03-05',
    );
    expect(await correctedAfter('2026-03-06', { text: wrong, headline: 'Council votes once' })).toBe(
      '2026-03-06',
    );
  });

  test('a correction that changes nothing makes no revision', async () => {
    await at.add();
    expect(await at.store.guild('1').correct(draft(), EDITOR)).toEqual({
      outcome: 'same',
      id: 'council-vote',
    });
    expect(await at.store.guild('1').revision('council-vote', 2)).toEqual({ state: 'unknown' });
  });

  test('T27 a retraction keeps headline, details and reason of every revision', async () => {
    await at.store.close();
    at.store = await at.place.open({ now: () => new Date('2026-03-01T10:00:00Z') });
    const printed = { byline: 'A. Writer', publisher: 'The Gazette', publishedAt: '2026-02-28' };
    await at.add({ text: 'It voted twice.', ...printed });
    await at.store.guild('1').correct({ ...draft({ text: 'It voted once.' }), ...printed }, EDITOR);
    await at.store.guild('1').retract('council-vote', 'The meeting did not take at.place.', '9');
    const gone = {
      state: 'retracted',
      tombstone: {
        id: 'council-vote',
        headline: 'Council votes',
        retractedAt: '2026-03-01T10:00:00.000Z',
        retractedBy: '9',
        reason: 'The meeting did not take at.place.',
        visibility: {},
        printed,
      },
    };
    expect(await at.store.guild('1').article('council-vote')).toEqual(gone);
    expect(await at.store.guild('1').revision('council-vote', 1)).toEqual(gone);
    expect(await at.store.guild('1').revision('council-vote', 2)).toEqual(gone);
    expect((await at.store.guild('1').articles()).articles).toEqual([]);
    expect(await at.store.guild('1').tombstones()).toEqual([gone.tombstone]);
  });

  test('T27 only an existing quotation of a retracted text is recognised, in its own server', async () => {
    const text =
      'The mayor said: “We should have closed it years ago. There was no money left.” It rained, and nobody came to the vote.';
    await at.add({ text });
    await at.add({ text }, '2');
    const archive = at.store.guild('1');
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
    expect(await at.store.guild('2').retractedHolding('We should have closed it years ago.')).toEqual([]);
    await archive.restore(draft({ text }), EDITOR);
    expect(await archive.retractedHolding('We should have closed it years ago.')).toEqual([]);
  });

  test('earlier revisions are found by a word, with the time at which they were replaced', async () => {
    await at.store.close();
    let day = 1;
    at.store = await at.place.open({ now: () => new Date(`2026-03-0${day}T10:00:00Z`) });
    await at.add({ text: 'It voted Twice.' });
    const archive = at.store.guild('1');
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
    await at.add({ url: 'https://example.org/vote' });
    await at.store.guild('1').retract('council-vote', 'Wrong.', '9');
    expect(await at.add({ id: 'again' })).toMatchObject({
      outcome: 'retracted',
      tombstone: { id: 'council-vote' },
    });
    expect(await at.add({ id: 'again', text: 'New.', url: 'https://example.org/vote' })).toMatchObject({
      outcome: 'retracted',
    });
    expect(await at.store.guild('1').correct(draft({ text: 'New.' }), EDITOR)).toMatchObject({
      outcome: 'retracted',
    });
  });

  test('restoring the same text revives its receipts, and another text becomes the next revision', async () => {
    await at.add({ id: 'a', text: 'One.' });
    await at.store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await at.store.guild('1').retract('a', 'Wrong.', '9');
    expect(await at.store.guild('1').restore(draft({ id: 'a', text: 'Two.' }), EDITOR)).toMatchObject({
      outcome: 'restored',
      verbatim: true,
      stored: { article: { revision: 2 } },
    });
    expect(await at.store.guild('1').revision('a', 2)).toMatchObject({ state: 'live' });
    expect(await at.store.guild('1').revision('a', 1)).toMatchObject({
      state: 'retracted',
      tombstone: { reason: 'Wrong.' },
    });
    expect(await at.store.guild('1').restore(draft({ id: 'a' }), EDITOR)).toEqual({
      outcome: 'live',
      id: 'a',
    });

    await at.store.guild('1').retract('a', 'Wrong again.', '9');
    expect(await at.store.guild('1').restore(draft({ id: 'a', text: 'Three.' }), EDITOR)).toMatchObject({
      outcome: 'restored',
      verbatim: false,
      stored: { article: { revision: 3 } },
    });
    expect(await at.store.guild('1').revision('a', 2)).toMatchObject({ state: 'retracted' });
    expect(await at.add({ id: 'b', text: 'One.' })).toMatchObject({ outcome: 'retracted' });
  });
}
