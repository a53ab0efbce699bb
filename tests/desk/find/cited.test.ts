import { expect, test } from 'vitest';
import { runText } from '../../../src/reply/say.ts';
import { writeAddress } from '../../../src/reply/address.ts';
import { payloadOf } from '../../../src/discord/payload.ts';
import { renderTerminal } from '../../../src/terminal/render-terminal.ts';
import { draft, EDITOR } from '../../store/stores.ts';
import { DESK_CHANNEL, GUILD, newsroomOver, someone } from '../../support/newsroom.ts';
import { replyOf, sessionIn, textOf } from '../../support/session.ts';
import { testPlace } from '../../support/test-place.ts';

const TEXT = 'The ferry sank on Monday. All 84 passengers were saved by boats. The captain was from Bergen.';

async function corrected() {
  const place = await testPlace();
  const store = await place.open({ now: () => new Date('2026-01-02T03:04:05Z') });
  const newsroom = newsroomOver(store);
  const archive = store.guild(GUILD);
  await archive.add([{ draft: draft({ id: 'ferry', text: TEXT }) }], { ...EDITOR, host: 'a.example' });
  const later = `A new beginning was written. ${TEXT.replace('84', '79').replace(' The captain was from Bergen.', '')}`;
  await archive.correct(draft({ id: 'ferry', text: later }), EDITOR);
  await newsroom.open(GUILD);
  const click = (action: string, n: number) => `1:${action}:${writeAddress('ferry', 1, n)}`;
  return { archive, newsroom, click, ...sessionIn(newsroom) };
}

test('T28 a button opens the cited revision, and says how the sentence changed', async () => {
  const { act, click } = await corrected();
  const context = textOf(await act(click('context', 2), someone()));
  expect(context).toContain('All 84 passengers were saved by boats.');
  expect(context).toContain('Corrected on 2026-01-02; sentence 3 now: All 84 79 passengers');
  expect(textOf(await act(click('copy', 1), someone()))).toContain(
    'sentence 1 is unchanged, it is sentence 2 now',
  );
  // A reply without an outline cannot be shared from its sentences alone (for others see tests/discord/share.test.ts).
  expect(textOf(await act(click('share', 3), someone()))).toContain('too old to be shared as it was shown');
  expect(textOf(await act(click('more', 2), someone()))).toContain('sentence 3 now');
});

test('T27 old buttons and receipts of a retracted article answer with its tombstone', async () => {
  const { act, run, click, archive } = await corrected();
  await archive.retract('ferry', 'The source withdrew.', EDITOR.by);
  const tombstone = '“Council votes” was retracted on 2026-01-02: The source withdrew.';
  for (const action of ['context', 'copy', 'share', 'more', 'card', 'feedback'])
    expect(textOf(await act(click(action, 1), someone()))).toBe(tombstone);
  expect(textOf(await run('card', { receipt: 'ferry.r1.s1' }, someone()))).toBe(tombstone);
});

test('T16 old revisions and tombstones of a hidden article look like unknown ones', async () => {
  const { act, run, click, archive } = await corrected();
  const never = textOf(await act(`1:context:${writeAddress('never', 1, 1)}`, someone()));
  await archive.setVisibility('ferry', { channels: [DESK_CHANNEL] });
  for (const state of ['live', 'retracted']) {
    if (state === 'retracted') await archive.retract('ferry', 'The source withdrew.', EDITOR.by);
    await expect.poll(async () => textOf(await act(click('context', 1), someone()))).toBe(never);
    expect(textOf(await run('card', { receipt: 'ferry.r1.s1' }, someone()))).toBe(never);
  }
});

test('T21 T28 every rendering of an answer shows the correction, who added the article, and its host', async () => {
  const { run } = await corrected();
  const answer = await run('ask', { question: 'How many passengers were saved?' }, someone());
  const reply = replyOf(answer);
  const message = JSON.stringify(payloadOf(reply).message);
  expect(message).toContain('corrected on 2026-01-02');
  expect(message).toContain(`added by <@${EDITOR.by}> from a.example`);
  expect(message).toContain('"allowed_mentions":{"parse":[],');
  expect(renderTerminal(reply, { colour: false, width: 100 })).toContain('corrected on 2026-01-02');
});

test('a mention is readable as plain text', () => {
  expect(['by ', { mention: 'user', id: '7' } as const, { news: '!' }].map(runText).join('')).toBe(
    'by user 7!',
  );
});
