import { describe, expect, test } from 'vitest';
import { draft, EDITOR } from '../store/stores.ts';
import { CHANNEL, FERROW, openedFollowing, PERSON } from './opened-following.ts';

describe('a company that is followed', () => {
  test('a new article that names it is quoted in the channel with receipts, once, after a restart too', async () => {
    const room = await openedFollowing();
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
    const room = await openedFollowing();
    await room.follow(CHANNEL, 'company', 'Ferrow');
    await room.add('plant', FERROW);
    await room.restart();
    await room.told();
    expect(room.sent).toHaveLength(1);
  });

  test('only new wording about it in a correction is reported', async () => {
    const room = await openedFollowing();
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
    const room = await openedFollowing();
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
    const room = await openedFollowing();
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
    const room = await openedFollowing();
    for (const where of [CHANNEL, PERSON]) await room.follow(where, 'company', 'Ferrow');
    await room.add('plant', FERROW, { channels: ['99'] });
    await room.settled();
    await room.archive().setVisibility('plant', {});
    await room.told();
    expect([room.sent, room.whispered]).toEqual([[], []]);
  });

  test('T27 articles that are retracted or hidden before the message are not reported', async () => {
    const room = await openedFollowing();
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
    const room = await openedFollowing();
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
  const room = await openedFollowing();
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
  const room = await openedFollowing();
  await room.follow(CHANNEL, 'company', 'Ferrow');
  await room.follow(CHANNEL, 'topic', 'Esbjerg');
  await room.add('plant', FERROW);
  await room.told();
  expect(room.sent.map(({ text }) => text)).toEqual([expect.stringContaining('New about Esbjerg, Ferrow')]);
});

describe('an article that is followed', () => {
  test('reports corrections, a retraction and a restoration once each', async () => {
    const room = await openedFollowing();
    await room.add('plant', FERROW);
    await room.follow(CHANNEL, 'article', 'plant');
    await room.correct('plant', FERROW.replace('40', '45'));
    await room.told();
    expect(room.sent[0]?.text).toContain('Corrected: “On plant”');
    expect(room.sent[0]?.text).toContain('Ferrow raised 45 million euros.');
    await room.correct('plant', 'Ferrow raised 45 million euros. The weather was fine.');
    await room.told();
    expect(room.sent[1]?.text).toContain('Something was taken out of it.');
    const shorter = 'Ferrow raised 45 million euros. The weather was fine.';
    await room.archive().correct(draft({ id: 'plant', headline: 'On the plant', text: shorter }), EDITOR);
    await room.told();
    expect(room.sent[2]?.text).toContain('On the plant');
    expect(room.sent[2]?.text).toContain('plant.r4.s0');
    expect(room.sent[2]?.text).not.toContain('Something was taken out of it.');
    await room.archive().retract('plant', 'The sum is wrong.', EDITOR.by);
    await room.told();
    expect(room.sent[3]?.text).toContain('Retracted: “On the plant”');
    expect(room.sent[3]?.text).toContain('The sum is wrong.');
    expect(JSON.stringify(room.sent[3])).not.toContain('million');
    await room.archive().restore(draft({ id: 'plant', headline: 'On plant', text: FERROW }), EDITOR);
    await room.told();
    expect(room.sent[4]?.text).toContain('Restored: “On plant”');
    await room.told();
    expect(room.sent).toHaveLength(5);
  });
});
