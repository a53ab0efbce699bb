import { beforeEach, expect, test } from 'vitest';
import { draft, EDITOR, type MakePlace } from '../stores.ts';
import { deskForEach } from './open-desk.ts';

/** What every store keeps of the messages that quote articles. */
export function postsContract(makePlace: MakePlace): void {
  const at = deskForEach(makePlace);

  const post = (messageId: string, ...quotes: [string, number, number][]) =>
    at.desk.posts.record({
      channelId: '50',
      messageId,
      quotes: quotes.map(([articleId, revision, sentence]) => ({ articleId, revision, sentence })),
    });
  beforeEach(async () => {
    for (const id of ['a', 'b']) await at.desk.add([{ draft: draft({ id, text: `${id}.` }) }], EDITOR);
  });

  test('of a corrected article are found until they are edited, even after a restart', async () => {
    await post('901', ['a', 1, 1], ['a', 1, 2], ['b', 1, 1], ['a', 1, 1]);
    await post('902', ['b', 1, 1]);
    expect(await at.desk.posts.outdated(10)).toEqual([]);
    await at.desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    await at.restart();
    expect(await at.desk.posts.outdated(10)).toEqual([
      {
        channelId: '50',
        messageId: '901',
        postedAt: '2026-03-01T10:00:00.000Z',
        quotes: [
          { articleId: 'a', revision: 1, sentence: 1, now: 2 },
          { articleId: 'a', revision: 1, sentence: 2, now: 2 },
        ],
      },
    ]);
    await at.desk.posts.told('901', 'a', 2);
    expect(await at.desk.posts.outdated(10)).toEqual([]);
  });

  test('are counted by article, and stored with their outline', async () => {
    const quotes = [
      { articleId: 'b', revision: 1, sentence: 2 },
      { articleId: 'a', revision: 1, sentence: 1 },
    ];
    const outline = { shape: '{}', words: '["Who voted?"]' };
    await at.desk.posts.record({ channelId: '50', messageId: '901', outline, quotes });
    await post('902', ['a', 1, 1], ['a', 1, 2]);
    expect([await at.desk.posts.count('a'), await at.desk.posts.count('b')]).toEqual([2, 1]);
    const found = {
      channelId: '50',
      messageId: '901',
      kind: 'reply',
      postedAt: '2026-03-01T10:00:00.000Z',
      outline,
      quotes: quotes.toReversed(),
    };
    expect(await at.desk.posts.find('901')).toEqual(found);
    expect(await at.desk.posts.find('903')).toBeUndefined();
    expect(await at.desk.posts.inChannel('50', 9)).toHaveLength(2);
    expect(await at.desk.posts.inChannel('51', 9)).toEqual([]);
    expect(await at.store.guild('2').posts.find('901')).toBeUndefined();
    expect(await at.store.guild('2').posts.count('a')).toBe(0);
  });

  test('T27 lose the words that repeat an article when that is retracted, and keep the others', async () => {
    const text = 'The tunnel cost 340 million euros. Nobody was asked.';
    await at.desk.correct(draft({ id: 'a', text }), EDITOR);
    const said = ['Did it cost 340 million?', '“tunnel”', ' and ', 'Who paid?', '3 of 11 sentences', null];
    const outline = { shape: '{}', words: JSON.stringify(said) };
    const quotes = [{ articleId: 'a', revision: 2, sentence: 1 }];
    for (const messageId of ['901', '902'])
      await at.desk.posts.record({ channelId: '50', messageId, outline, quotes });
    await at.desk.posts.record({ channelId: '50', messageId: '903', outline, quotes: [] });
    await at.desk.retract('a', 'Wrong.', '9');
    const words = async (id: string): Promise<unknown> =>
      JSON.parse((await at.desk.posts.find(id))?.outline?.words ?? 'null');
    expect(await words('901')).toEqual([null, null, ' and ', 'Who paid?', '3 of 11 sentences', null]);
    expect(await words('902')).toEqual(await words('901'));
    expect(await words('903')).toEqual(said);
  });

  test('that are private are not edited or counted, and are deleted after some time', async () => {
    const quotes = [{ articleId: 'a', revision: 1, sentence: 1 }];
    await at.desk.posts.record({ channelId: '50', messageId: '901', kind: 'private', quotes });
    await at.desk.posts.record({ channelId: '50', messageId: '902', quotes });
    await at.desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    expect((await at.desk.posts.outdated(10)).map(({ messageId }) => messageId)).toEqual(['902']);
    expect(await at.desk.posts.count('a')).toBe(1);
    expect(await at.desk.posts.inChannel('50', 9)).toHaveLength(1);
    await at.store.housekeeping.dropPrivatePostsBefore(new Date('2026-03-01T10:00:00Z'));
    expect(await at.desk.posts.find('901')).toMatchObject({ quotes });
    await at.store.housekeeping.dropPrivatePostsBefore(new Date('2026-03-01T10:00:01Z'));
    expect(await at.desk.posts.find('901')).toBeUndefined();
    expect(await at.desk.posts.find('902')).toMatchObject({ quotes });
  });

  test('of a retracted article are found, even if it was retracted during a correction', async () => {
    await post('901', ['a', 1, 1]);
    await at.desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    await at.desk.retract('a', 'Wrong.', '9');
    await at.desk.posts.told('901', 'a', 2);
    expect((await at.desk.posts.outdated(10)).map(({ quotes }) => quotes)).toEqual([
      [{ articleId: 'a', revision: 1, sentence: 1, now: 'retracted' }],
    ]);
    await at.desk.posts.told('901', 'a', 'retracted');
    expect(await at.desk.posts.outdated(10)).toEqual([]);
  });

  test('are not found if they are newer than the correction, deleted, or of a house article', async () => {
    await post('901', ['a', 1, 1]);
    await post('903', ['seed', 1, 1]);
    await at.desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    await post('902', ['a', 2, 1]);
    await at.desk.posts.forget('901');
    expect(await at.desk.posts.outdated(10)).toEqual([]);
  });

  test('T15 belong to their guild', async () => {
    await at.store.guild('2').posts.record({
      channelId: '5',
      messageId: '7',
      quotes: [{ articleId: 'a', revision: 1, sentence: 1 }],
    });
    await at.desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
    expect(await at.store.guild('2').posts.outdated(10)).toEqual([]);
  });
}
