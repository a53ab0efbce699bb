import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/archive.ts';
import { draft, EDITOR } from '../store/stores.ts';
import { writeOutline, type OutlineBlock } from '../../src/reply/outline/outline.ts';
import { GUILD, OTHER_GUILD } from '../support/newsroom.ts';
import { fakeOutlet, tellerOn } from '../support/running.ts';
import { inLanguage } from '../../src/reply/in-language.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { runText } from '../../src/reply/say.ts';
import { ENGLISH } from '../../src/words/spoken.ts';
import { testPlace } from '../support/test-place.ts';

const TEXT =
  'The ferry sank on Monday.\n\nAll 84 passengers were saved by boats. The captain was from Bergen.';
const DESK = '400000000000000001';

async function opened() {
  const place = await testPlace();
  const store = await place.open();
  const archive = store.guild(GUILD);
  await archive.settings.set({ deskChannel: DESK });
  await archive.add([{ draft: draft({ id: 'ferry', headline: 'Ferry sinks', text: TEXT }) }], EDITOR);
  await archive.add([{ draft: draft({ id: 'tram', headline: 'Trams', text: 'Nine trams came.' }) }], EDITOR);
  return { place, store, archive, ...fakeOutlet() };
}

/** A message with a question and quotes below. */
function post(store: Store, messageId: string, ...sentences: [string, number][]) {
  const quotes = sentences.map(([articleId, sentence]) => ({ articleId, revision: 1, sentence }));
  const outline = writeOutline({
    tone: 'found',
    blocks: [
      { type: 'title', words: [{ said: 0 }] },
      ...quotes.map(({ sentence: n, ...of }): OutlineBlock => ({
        type: 'quote',
        ...of,
        from: n,
        to: n,
        marks: [],
      })),
    ],
    buttons: [],
    words: ['How many were saved?'],
  });
  return store.guild(GUILD).posts.record({ channelId: '1', messageId, outline, quotes });
}

/** The lines of a list, with struck and added words marked. */
const itemsOf = (reply: Reply | undefined): string[] =>
  inLanguage(reply ?? { tone: 'info', private: false, blocks: [] }, ENGLISH).blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.map((words) =>
          words
            .map((run) =>
              typeof run === 'object' && 'news' in run
                ? run.struck
                  ? `~~${run.news}~~`
                  : run.added
                    ? `**${run.news}**`
                    : run.news
                : runText(run),
            )
            .join(''),
        )
      : [],
  );

const correct = (store: Store, from: string, to: string) =>
  store
    .guild(GUILD)
    .correct(draft({ id: 'ferry', headline: 'Ferry sinks', text: TEXT.replace(from, to) }), EDITOR);

test('the desk is told everything that a correction changed: headline, details, and sentences', async () => {
  const { store, archive, outlet, sent } = await opened();
  const teller = tellerOn(store, outlet);
  const details = { byline: 'A. Writer', publishedAt: '2026-03-04' };
  const now = { id: 'ferry', headline: 'Ferry sinks', text: TEXT };
  const changes = [
    [{ ...now, ...details }, ['byline: **A. Writer**', 'date: **2026-03-04**']],
    [
      { ...now, publishedAt: '2026-03-05T10:00:00Z' },
      ['byline: ~~A. Writer~~', 'date: ~~2026-03-04~~ **2026-03-05**'],
    ],
    [
      { ...now, headline: 'Ferry sinks off Bergen', publishedAt: '2026-03-05T10:00:00Z' },
      ['the headline now: Ferry sinks **off Bergen**'],
    ],
    [
      {
        ...now,
        headline: 'Ferry sinks off Bergen',
        publishedAt: '2026-03-05T10:00:00Z',
        text: `${TEXT} Nobody knows why.`,
      },
      ['sentence 4 added: **Nobody knows why.**'],
    ],
  ] as const;
  for (const [draftOf] of changes) {
    await archive.correct(draft(draftOf), EDITOR);
    await teller.settled();
  }
  expect(sent.map(({ reply }) => itemsOf(reply))).toEqual(changes.map(([, items]) => items));
  await archive.retract('ferry', 'Wrong.', EDITOR.by);
  await teller.settled();
  await teller.close();
});

describe('posted quotes', () => {
  test('T28 of a corrected sentence are edited with the difference, and the rest stays', async () => {
    const { store, outlet, edits, sent } = await opened();
    const teller = tellerOn(store, outlet);
    await post(store, '901', ['ferry', 2], ['ferry', 3], ['tram', 1]);
    await post(store, '902', ['tram', 1]);
    await correct(store, '84', '79');
    await teller.settled();
    expect(edits.map(({ messageId }) => messageId)).toEqual(['901']);
    const [edit] = edits;
    expect(edit?.text).toContain('How many were saved?');
    expect(edit?.text).toContain('All 79 passengers were saved by boats.');
    expect(edit?.text).toMatch(/Corrected on \d{4}-\d\d-\d\d; sentence 2 now: All 84 79 passengers/u);
    expect(edit?.text).toContain('sentence 3 is unchanged');
    expect(edit?.text).toContain('Nine trams came.\nTrams\ntram.r1.s1');
    const shown = edit && inLanguage(edit.reply, ENGLISH);
    const struck = shown?.blocks.flatMap((block) => (block.type === 'text' ? block.words : []));
    expect(struck).toContainEqual({ news: '84', struck: true });
    expect(sent).toMatchObject([{ channelId: DESK }]);
    expect(sent[0]?.text).toContain('Corrected, now revision 2, by');
    expect(sent[0]?.text).toContain('1 posted message');
    expect(await store.guild(GUILD).posts.outdated(9)).toEqual([]);
    await teller.close();
  });

  test('T27 of a retracted article show the tombstone, without its text', async () => {
    const { store, outlet, edits, sent } = await opened();
    const teller = tellerOn(store, outlet);
    await post(store, '901', ['ferry', 2], ['tram', 1]);
    await store.guild(GUILD).retract('ferry', 'The source withdrew.', EDITOR.by);
    await teller.settled();
    expect(edits[0]?.text).toContain('Retracted: “Ferry sinks”');
    expect(edits[0]?.text).toContain('The source withdrew.');
    expect(edits[0]?.text).toContain('Nine trams came.');
    expect(JSON.stringify(edits[0]?.reply)).not.toContain('passengers');
    expect(sent[0]?.text).toContain('Reason: The source withdrew.');
    await store.guild(GUILD).restore(draft({ id: 'ferry', headline: 'Ferry sinks', text: TEXT }), EDITOR);
    await teller.settled();
    expect(edits[1]?.text).toContain('All 84 passengers were saved by boats.');
    expect(sent[1]?.text).toContain('Restored as revision 1 by');
    await teller.close();
  });

  test('of a removed sentence are struck', async () => {
    const { store, outlet, edits } = await opened();
    const teller = tellerOn(store, outlet);
    await post(store, '901', ['ferry', 3]);
    await correct(store, ' The captain was from Bergen.', '');
    await teller.settled();
    expect(edits[0]?.text).toContain('sentence 3 was removed: The captain was from Bergen.');
    await teller.close();
  });

  test('are edited, and reported to the desk, by one of several processes', async () => {
    const { store, outlet, edits, sent } = await opened();
    const tellers = [tellerOn(store, outlet), tellerOn(store, outlet), tellerOn(store, outlet)];
    for (const id of ['901', '902', '903', '904']) await post(store, id, ['ferry', 2]);
    await correct(store, '84', '79');
    await Promise.all(tellers.map((teller) => teller.settled()));
    await Promise.all(tellers.map((teller) => teller.settled()));
    expect(edits.map(({ messageId }) => messageId).toSorted((a, b) => a.localeCompare(b))).toEqual([
      '901',
      '902',
      '903',
      '904',
    ]);
    expect(sent).toHaveLength(1);
    for (const teller of tellers) await teller.close();
  });

  test('are edited after a restart if no process ran or Discord was down', async () => {
    const { place, store, outlet, edits, state } = await opened();
    await post(store, '901', ['ferry', 2]);
    await correct(store, '84', '79');
    state.away = true;
    const failing = tellerOn(store, outlet);
    await failing.tell.sweep();
    await failing.settled();
    await failing.close();
    await store.close();
    state.away = false;
    const again = await place.open();
    const teller = tellerOn(again, outlet);
    await teller.tell.sweep();
    await teller.settled();
    expect(edits.map(({ messageId }) => messageId)).toEqual(['901']);
    await teller.close();
  });

  test('F21 that may not be edited are given up, and the desk gets the link', async () => {
    const { store, outlet, sent, state } = await opened();
    const teller = tellerOn(store, outlet);
    await post(store, '901', ['ferry', 2]);
    state.gone = true;
    await correct(store, '84', '79');
    await teller.settled();
    const url = `https://discord.com/channels/${GUILD}/1/901`;
    expect(sent.flatMap(({ reply }) => reply.buttons ?? [])).toEqual([{ label: 'Go to the message', url }]);
    expect(await store.guild(GUILD).posts.outdated(9)).toEqual([]);
    await teller.close();
  });

  test('T15 are searched in their own server only', async () => {
    const { store, outlet, edits } = await opened();
    const teller = tellerOn(store, outlet);
    const other = store.guild(OTHER_GUILD);
    await other.add([{ draft: draft({ id: 'ferry', text: 'Another ferry.' }) }], EDITOR);
    await post(store, '901', ['ferry', 2]);
    await other.correct(draft({ id: 'ferry', text: 'Yet another ferry.' }), EDITOR);
    await teller.settled();
    expect(edits).toEqual([]);
    await teller.close();
  });

  test('T16 of an article hidden in the channel are not quoted there again', async () => {
    const { store, outlet, edits } = await opened();
    const teller = tellerOn(store, outlet);
    await post(store, '901', ['ferry', 2]);
    await store.guild(GUILD).setVisibility('ferry', { channels: ['77'] });
    await correct(store, '84', '79');
    await teller.settled();
    expect(JSON.stringify(edits)).not.toContain('passengers');
    expect(edits[0]?.text).toContain('no longer shown in this channel');
    await teller.close();
  });
});
