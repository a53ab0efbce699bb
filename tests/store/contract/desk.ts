import { describe, expect, test } from 'vitest';
import type { StoreChange } from '../../../src/store/changes.ts';
import { draft, EDITOR, type MakePlace } from '../stores.ts';
import { deskForEach } from './open-desk.ts';

/** Data of the desk besides articles, the same for every store. */
export function deskContract(makePlace: MakePlace): void {
  const at = deskForEach(makePlace);

  describe('settings', () => {
    test('have defaults, are updated individually, survive a restart and belong to their guild', async () => {
      expect(await at.desk.settings.get()).toEqual({
        editorRoles: [],
        answerChannels: [],
        deskChannel: null,
        newArticleChannels: [],
        timeZone: 'UTC',
      });
      await at.desk.settings.set({ editorRoles: ['11'], deskChannel: '22' });
      expect(await at.desk.settings.set({ answerChannels: ['33'] })).toEqual({
        editorRoles: ['11'],
        answerChannels: ['33'],
        deskChannel: '22',
        newArticleChannels: [],
        timeZone: 'UTC',
      });
      await at.restart();
      expect((await at.desk.settings.get()).deskChannel).toBe('22');
      expect(await at.store.guild('2').settings.get()).toEqual({
        editorRoles: [],
        answerChannels: [],
        deskChannel: null,
        newArticleChannels: [],
        timeZone: 'UTC',
      });
    });

    test('are announced when valid, and change nothing when invalid', async () => {
      const changes: StoreChange[] = [];
      at.store.onChange((change) => change.kind !== 'missed' && changes.push(change));
      await expect(at.desk.settings.set({ deskChannel: '#desk', editorRoles: ['1'] })).rejects.toThrow(/./u);
      expect(changes).toEqual([]);
      await at.desk.settings.set({ deskChannel: null });
      expect(changes).toEqual([{ kind: 'settings', guildId: '1', ids: [] }]);
    });
  });

  describe('gaps', () => {
    const miss = (question: string, userId: string, nearest: readonly string[] = []) =>
      at.desk.gaps.record({ question, unknown: ['zeppelin'], nearest, userId });

    test('group a question’s wordings, count each asker once, and store no id', async () => {
      await miss('Who bought the zeppelin?', '1', ['a.r1.s1']);
      await miss('the Zeppelin: who buys?', '1', ['b.r1.s2']);
      at.clock = new Date('2026-03-02T10:00:00.000Z');
      await miss('who bought zeppelins', '2', ['c.r1.s1']);
      await miss('When was the zeppelin bought?', '1');
      expect(await at.desk.gaps.list(1)).toEqual([
        {
          question: 'Who bought the zeppelin?',
          times: 3,
          askers: 2,
          unknown: ['zeppelin'],
          nearest: ['c.r1.s1'],
          firstAt: '2026-03-01T10:00:00.000Z',
          lastAt: '2026-03-02T10:00:00.000Z',
        },
      ]);
    });

    test('without any word are stored by their text', async () => {
      await miss('???', '1');
      await miss('???', '2');
      expect(await at.desk.gaps.list(5)).toMatchObject([{ question: '???', times: 2, askers: 2 }]);
      expect(await at.store.guild('2').gaps.list(5)).toEqual([]);
    });
  });

  test('notes on unhelpful answers come newest first', async () => {
    await at.desk.feedback.record({ receipts: ['a.r1.s1'], reason: 'Too old.', userId: '1' });
    at.clock = new Date('2026-03-02T10:00:00.000Z');
    await at.desk.feedback.record({ receipts: [], reason: 'Wrong town.', userId: '2' });
    expect(await at.desk.feedback.list(5)).toEqual([
      { receipts: [], reason: 'Wrong town.', at: '2026-03-02T10:00:00.000Z' },
      { receipts: ['a.r1.s1'], reason: 'Too old.', at: '2026-03-01T10:00:00.000Z' },
    ]);
  });

  test('the status counts everything stored', async () => {
    expect(await at.desk.status()).toMatchObject({ articles: 0, feeds: 0, gaps: 0 });
    await at.desk.add([{ draft: draft({ id: 'a', text: 'A.', publishedAt: '2026-02-01' }) }], EDITOR);
    await at.desk.add([{ draft: draft({ id: 'b', text: 'B.', publishedAt: '2026-02-03' }) }], EDITOR);
    await at.desk.retract('b', 'Wrong.', '9');
    at.clock = new Date('2026-03-02T10:00:00.000Z');
    await at.desk.correct(draft({ id: 'a', text: 'New.', publishedAt: '2026-02-01' }), EDITOR);
    await at.desk.feeds.add('https://example.org/rss', '7');
    await at.desk.feeds.checked('example-org', { ok: true, nextAt: at.clock });
    await at.desk.feeds.keep('example-org', { item: 'x', state: 'quarantined', problem: 'No text.' });
    expect(await at.desk.status()).toEqual({
      articles: 1,
      retracted: 1,
      lastIntakeAt: '2026-03-02T10:00:00.000Z',
      newestPublishedAt: '2026-02-01',
      feeds: 1,
      oldestFeedSuccessAt: '2026-03-02T10:00:00.000Z',
      failingFeeds: 0,
      quarantinedItems: 1,
      waitingJobs: 0,
      failedJobs: 0,
      gaps: 0,
    });
    await at.desk.feeds.add('https://example.net/rss', '7');
    expect(await at.desk.status()).not.toHaveProperty('oldestFeedSuccessAt');
  });
}
