import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/newsroom/follow/following.ts';
import { CHANNEL, FERROW, openedFollowing } from './opened-following.ts';

describe('a limited number of messages an hour', () => {
  test('is posted in a channel; the last one contains everything else', async () => {
    const room = await openedFollowing(3);
    await room.follow(CHANNEL, 'company', 'Ferrow');
    for (let n = 1; n <= 12; n += 1) await room.add(`deal-${n}`, `Ferrow bought company number ${n}.`);
    await room.told();
    expect(room.sent).toHaveLength(3);
    const all = room.sent.find(({ text }) => text.includes('10 articles about what is followed here'));
    expect(all?.text).toContain('Ferrow bought company number 3.');
    expect(all?.text).toContain('On deal-12');
    room.later(30);
    for (const n of [13, 14]) await room.add(`deal-${n}`, `Ferrow bought company number ${n}.`);
    await room.told();
    expect(room.sent).toHaveLength(3);
    room.later(31);
    await room.told();
    expect(room.sent).toHaveLength(5);
    expect(
      room.sent
        .slice(3)
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('Ferrow bought company number 14.');
  });

  test.each([
    ['no message yet', 0, 2, [['a'], ['b']]],
    ['room for two', 1, 2, [['a'], ['b']]],
    ['room for one', 2, 2, [['a', 'b']]],
    ['no room', 3, 2, []],
    ['more than there is room for', 0, 5, [['a'], ['b'], ['c', 'd', 'e']]],
  ])('with %s', (_name, messages, count, expected) => {
    const waiting = ['a', 'b', 'c', 'd', 'e']
      .slice(0, count)
      .map((articleId) => ({ articleId, state: 'r1' as const }));
    const made = messagesOf({ place: 'c1', waiting, messages }, 3);
    expect(made.map((part) => part.map(({ articleId }) => articleId))).toEqual(expected);
  });
});

describe('F19 a message is posted once', () => {
  test('a message waits while Discord is down, and is posted later', async () => {
    const room = await openedFollowing();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    room.state.away = true;
    await room.told();
    await room.told();
    expect(room.sent).toEqual([]);
    room.state.away = false;
    room.later(10);
    await room.told();
    await room.told();
    expect(room.sent).toHaveLength(1);
  });

  test('after a crash between posting and recording, the message is sent under the same key, or not at all much later', async () => {
    const room = await openedFollowing();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    const half = async (id: string) => {
      await room.add(id, `Ferrow bought ${id}.`);
      await room.settled();
      const { news } = room.archive();
      room.later(1);
      const [where] = await news.due(room.clock.now, new Date(0));
      await news.bundle('c31', where?.waiting ?? [], room.clock.now);
      const [message = ''] = await news.unposted();
      await news.begun(message, room.clock.now);
    };
    await half('one');
    await room.told();
    expect(room.sent).toHaveLength(1);
    await half('two');
    room.later(3);
    await room.told();
    expect(room.sent).toHaveLength(1);
    expect(await room.archive().news.unposted()).toEqual([]);
    expect(room.logged()).toContainEqual(expect.stringContaining('it is not posted again'));
  });

  test('a deleted channel ends the subscription', async () => {
    const room = await openedFollowing();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    room.state.shut = true;
    await room.add('plant', FERROW);
    await room.told();
    room.state.shut = false;
    await room.told();
    expect(room.sent).toEqual([]);
    expect(room.logged()).toContainEqual(expect.stringContaining('cannot be reached'));
  });
});
