import { afterEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/newsroom/follow/following.ts';
import type { Store } from '../../src/store/archive.ts';
import type { FollowKind, FollowPlace } from '../../src/store/desk/follows.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { followerOn } from '../support/following.ts';
import { GUILD } from '../support/newsroom.ts';
import { fakeOutlet } from '../support/running.ts';

const CHANNEL: FollowPlace = { channel: '31', here: ['31', '30'] };
const PERSON: FollowPlace = { person: '21' };

const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

async function opened(perHour?: number) {
  const place = await sqlitePlace();
  places.push(place);
  const clock = { now: new Date('2026-03-01T10:00:00Z') };
  const now = () => clock.now;
  let store: Store = await place.open({ now });
  const discord = fakeOutlet();
  let follower = followerOn(store, discord.outlet, now, perHour);
  await store
    .guild(GUILD)
    .add([{ draft: draft({ id: 'first', text: 'Nothing of note happened.' }) }], EDITOR);
  return {
    ...discord,
    clock,
    archive: () => store.guild(GUILD),
    follow: (where: FollowPlace, kind: FollowKind, subject: string) =>
      store.guild(GUILD).follows.add({ place: where, kind, subject, createdBy: '21' }),
    add: (id: string, text: string, visibility = {}) =>
      store.guild(GUILD).add([{ draft: draft({ id, headline: `On ${id}`, text }), visibility }], EDITOR),
    correct: (id: string, text: string) =>
      store.guild(GUILD).correct(draft({ id, headline: `On ${id}`, text }), EDITOR),
    later: (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000)),
    settled: () => follower.settled(),
    /** Makes collected news due, and posts it. */
    async told() {
      await follower.settled();
      clock.now = new Date(clock.now.getTime() + 2000);
      await follower.told();
    },
    logged: () => follower.logged,
    /** Ends the program and starts another on the same store. */
    async restart() {
      await follower.close();
      await store.close();
      store = await place.open({ now });
      follower = followerOn(store, discord.outlet, now, perHour);
    },
  };
}

const FERROW = 'Ferrow raised 40 million euros. The weather was fine. Ferrow plans a plant in Esbjerg.';

describe('a company that is followed', () => {
  test('a new article that names it is quoted in the channel with receipts, once, after a restart too', async () => {
    const room = await opened();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    await room.add('zoo', 'The zoo has a new bear.');
    await room.told();
    expect(room.sent).toHaveLength(1);
    const [{ channelId, text } = { channelId: '', text: '' }] = room.sent;
    expect(channelId).toBe('31');
    expect(text).toContain('New about Ferrow');
    expect(text).toContain('Ferrow raised 40 million euros.');
    expect(text).toContain('plant.r1.s3');
    expect(text).not.toContain('weather');
    await room.told();
    await room.restart();
    await room.told();
    expect(room.sent).toHaveLength(1);
    expect((await room.archive().posts.find('951'))?.quotes).toEqual([
      { articleId: 'plant', revision: 1, sentence: 1 },
      { articleId: 'plant', revision: 1, sentence: 3 },
    ]);
  });

  test('changes made while no process ran are reported after the start', async () => {
    const room = await opened();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    await room.restart();
    await room.told();
    expect(room.sent).toHaveLength(1);
  });

  test('only new wording about it in a correction is reported', async () => {
    const room = await opened();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    await room.told();
    await room.correct('plant', FERROW.replace('weather was fine', 'weather was foul'));
    await room.told();
    expect(room.sent).toHaveLength(1);
    await room.correct('plant', FERROW.replace('40', '45'));
    await room.told();
    expect(room.sent).toHaveLength(2);
    const text = room.sent[1]?.text ?? '';
    expect(text).toContain('Corrected about Ferrow');
    expect(text).toContain('Ferrow raised 45 million euros.');
    expect(text).toContain('plant.r3.s1');
    expect(text).not.toContain('Esbjerg');
  });

  test('an existing article is not news, but its correction is', async () => {
    const room = await opened();
    await room.add('plant', FERROW);
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.archive().setVisibility('plant', {});
    await room.told();
    expect(room.sent).toEqual([]);
    await room.correct('plant', FERROW.replace('40', '45'));
    await room.told();
    expect(room.sent.map(({ text }) => text)).toEqual([expect.stringContaining('plant.r2.s1')]);
  });

  test('T16 is reported only where the article may be read, and after its embargo', async () => {
    const room = await opened();
    for (const where of [CHANNEL, PERSON, { channel: '41', here: ['41'] }])
      await room.follow(where, 'company', 'Ferrow');
    await room.add('plant', FERROW, { channels: ['30'] });
    await room.add('deal', 'Ferrow was sold.', { embargoUntil: '2026-03-01T11:00:00Z' });
    await room.told();
    expect(room.sent.map(({ channelId }) => channelId)).toEqual(['31']);
    expect(room.whispered).toEqual([]);
    room.later(61);
    await room.told();
    expect(room.sent.map(({ channelId }) => channelId).toSorted()).toEqual(['31', '31', '41']);
    expect(room.whispered).toMatchObject([{ userId: '21', text: expect.stringContaining('deal.r1.s1') }]);
  });

  test('T16 an article that may not be read in a channel is not queued for it', async () => {
    const room = await opened();
    for (const where of [CHANNEL, PERSON]) await room.follow(where, 'company', 'Ferrow');
    await room.add('plant', FERROW, { channels: ['99'] });
    await room.settled();
    await room.archive().setVisibility('plant', {});
    await room.told();
    expect([room.sent, room.whispered]).toEqual([[], []]);
  });

  test('T27 articles that are retracted or hidden before the message are not reported', async () => {
    const room = await opened();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    await room.add('deal', 'Ferrow was sold.');
    await room.settled();
    await room.archive().retract('plant', 'Wrong.', EDITOR.by);
    await room.archive().setVisibility('deal', { channels: ['99'] });
    await room.told();
    expect(room.sent).toEqual([]);
  });

  test('a person gets direct messages without server-only buttons, and is forgotten after leaving', async () => {
    const room = await opened();
    await room.follow(PERSON, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    await room.told();
    expect(room.whispered).toMatchObject([{ userId: '21' }]);
    expect(room.whispered[0]?.reply.buttons).toBe(undefined);
    room.state.left = true;
    await room.add('deal', 'Ferrow was sold.');
    await room.told();
    expect(await room.archive().follows.list()).toEqual([]);
    expect(room.whispered).toHaveLength(1);
  });
});

test('a topic matches when each of its words is in the sentence, its paragraph or the headline', async () => {
  const room = await opened();
  await room.follow(CHANNEL, 'topic', 'harbour tunnel');
  await room.add(
    'tunnel',
    'The harbour got a tunnel.\n\nA tunnel is long. The harbour is deep.\n\nThe tunnel is wet.',
  );
  await room.told();
  expect(room.sent[0]?.text).toContain('The harbour got a tunnel.');
  expect(room.sent[0]?.text).toContain('tunnel.r1.s3');
  expect(room.sent[0]?.text).not.toContain('wet');
});

test('several followed things in one article make one message', async () => {
  const room = await opened();
  await room.follow(CHANNEL, 'company', 'Ferrow');
  await room.follow(CHANNEL, 'topic', 'Esbjerg');
  await room.add('plant', FERROW);
  await room.told();
  expect(room.sent.map(({ text }) => text)).toEqual([expect.stringContaining('New about Esbjerg, Ferrow')]);
});

describe('an article that is followed', () => {
  test('reports corrections, a retraction and a restoration once each', async () => {
    const room = await opened();
    await room.add('plant', FERROW);
    await room.follow(CHANNEL, 'article', 'plant');
    await room.correct('plant', FERROW.replace('40', '45'));
    await room.told();
    expect(room.sent[0]?.text).toContain('Corrected: “On plant”');
    expect(room.sent[0]?.text).toContain('Ferrow raised 45 million euros.');
    await room.correct('plant', 'Ferrow raised 45 million euros. The weather was fine.');
    await room.told();
    expect(room.sent[1]?.text).toContain('Something was taken out of it.');
    await room.archive().retract('plant', 'The sum is wrong.', EDITOR.by);
    await room.told();
    expect(room.sent[2]?.text).toContain('Retracted: “On plant”');
    expect(room.sent[2]?.text).toContain('The sum is wrong.');
    expect(JSON.stringify(room.sent[2])).not.toContain('million');
    await room.archive().restore(draft({ id: 'plant', headline: 'On plant', text: FERROW }), EDITOR);
    await room.told();
    expect(room.sent[3]?.text).toContain('Restored: “On plant”');
    await room.told();
    expect(room.sent).toHaveLength(4);
  });
});

describe('a limited number of messages an hour', () => {
  test('is posted in a channel; the last one contains everything else', async () => {
    const room = await opened(3);
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
    ['nothing yet', 0, 2, [['a'], ['b']]],
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
    const room = await opened();
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
    const room = await opened();
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
    const room = await opened();
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
