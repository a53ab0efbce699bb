import { afterEach, beforeEach, expect, test } from 'vitest';
import checkQuotes from '../../commands/read/check-quotes.ts';
import check from '../../commands/read/check.ts';
import source from '../../commands/read/source.ts';
import type { Asker, Command } from '../../src/desk/ports.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import { runText } from '../../src/reply/say.ts';
import type { Reply } from '../../src/reply/reply.ts';
import type { Store } from '../../src/store/archive.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import {
  DESK_CHANNEL,
  GUILD,
  newsroomOver,
  OTHER_GUILD,
  someone,
  type TestNewsroom,
} from '../support/newsroom.ts';

let place: Place;
let store: Store;
let newsroom: TestNewsroom;
let at = new Date('2026-03-01T10:00:00Z');

const BEFORE =
  'The council met on Monday. It approved the budget by 12 votes to 3. The mayor did not speak at all.';
const AFTER = 'The council met on Monday. It approved the budget by 11 votes to 4. Nobody left.';
const SECRET = 'The treasurer said: “We have lost every coin of the harbour fund.” He then resigned.';

beforeEach(async () => {
  place = await sqlitePlace();
  store = await place.open({ now: () => at });
  at = new Date('2026-03-01T10:00:00Z');
  const archive = store.guild(GUILD);
  await archive.add([{ draft: draft({ id: 'vote', headline: 'The vote', text: BEFORE }) }], EDITOR);
  await archive.add([{ draft: draft({ id: 'fund', headline: 'The fund', text: SECRET }) }], EDITOR);
  at = new Date('2026-03-05T10:00:00Z');
  await archive.correct(draft({ id: 'vote', headline: 'The vote', text: AFTER }), EDITOR);
  await archive.retract('fund', 'The treasurer did not say so.', EDITOR.by);
  newsroom = newsroomOver(store, { now: () => at });
});
afterEach(async () => {
  newsroom.close();
  await place.remove();
});

async function told(
  command: Command,
  raw: unknown,
  asker: Asker = someone(),
): Promise<{ reply: Reply; words: string }> {
  await newsroom.open(asker.guildId ?? GUILD);
  const response = await runCommand(command, raw, await newsroom.deskFor(asker), asker);
  if (!('blocks' in response)) throw new Error('not a reply');
  const words = response.blocks.flatMap((block) =>
    'words' in block ? [block.words.map(runText).join('')] : [],
  );
  return { reply: response, words: words.join('\n') };
}

test('the check of an earlier revision’s wording names the correction and the current wording', async () => {
  const { reply, words } = await told(check, { text: '“It approved the budget by 12 votes to 3.”' });
  expect(words).toContain('Quotation checked: ALTERED');
  expect(words).toContain('Stood so in vote.r1.s2 until the correction of 2026-03-05.');
  expect(words).toContain('Now it reads: It approved the budget by 12 11 votes to 3 4.');
  expect(reply).toMatchObject({ tone: 'unsure', private: false });
});

test('the check of a sentence removed by a correction says so', async () => {
  const { reply, words } = await told(check, { text: '“The mayor did not speak at all”' });
  expect(words).toContain('Stood so in vote.r1.s3 until the correction of 2026-03-05.');
  expect(words).toContain('Sentence 3 is no longer in the article.');
  expect(reply.private).toBe(false);
});

test('the check of a retracted article’s wording says so without its text', async () => {
  const { words } = await told(source, { text: 'We have lost every coin of the harbour fund.' });
  expect(words).toContain('These words stood in an article that was retracted on 2026-03-05: “The fund”.');
  expect(words).not.toContain('He then resigned');
});

test('the check of a message says the same', async () => {
  const text = 'He says: “We have lost every coin of the harbour fund”.';
  const raw = {
    id: '1',
    channelId: '2',
    authorId: '3',
    url: 'https://discord.com/channels/1/2/3',
    text,
    ours: false,
  };
  expect((await told(checkQuotes, raw)).words).toContain('was retracted on 2026-03-05');
});

test('altered quotations stay altered, and invented ones are still not found', async () => {
  expect((await told(check, { text: '“It approved the budget by 13 votes to 3.”' })).words).not.toContain(
    'Stood so',
  );
  expect((await told(check, { text: '“We have lost every coin of the harbour crew”' })).words).not.toContain(
    'retracted',
  );
});

test('other servers and excluded channels learn nothing about an article’s past', async () => {
  const other = someone({ guildId: OTHER_GUILD });
  for (const text of [
    '“It approved the budget by 12 votes to 3.”',
    '“We have lost every coin of the harbour fund”',
  ]) {
    const { words } = await told(check, { text }, other);
    expect(words).not.toMatch(/Stood so|retracted/u);
  }
  await store.guild(GUILD).setVisibility('vote', { channels: [DESK_CHANNEL] });
  await store.guild(GUILD).setVisibility('fund', { channels: [DESK_CHANNEL] });
  for (const text of [
    '“It approved the budget by 12 votes to 3.”',
    '“We have lost every coin of the harbour fund”',
  ]) {
    const { words } = await told(check, { text });
    expect(words).not.toMatch(/Stood so|retracted/u);
  }
});

test('an answer from a corrected article says when it was corrected', async () => {
  await newsroom.open(GUILD);
  const desk = await newsroom.deskFor(someone());
  const [first] = (await desk.ask({ question: 'By how many votes was the budget approved?' })).passages;
  expect(first?.document.provenance?.correctedAt?.slice(0, 10)).toBe('2026-03-05');
});
