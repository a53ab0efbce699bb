import { afterEach, expect, test } from 'vitest';
import askCommand from '../../commands/read/ask.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import type { GuildArchive } from '../../src/store/guild-archive.ts';
import { openGuildIndex } from '../../src/newsroom/guild-index.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { GUILD, newsroomOver, someone } from '../support/newsroom.ts';
import { replyOf } from '../support/session.ts';

let place: Place;
afterEach(() => place.remove());

/** A store with this many articles; the last one is about a mill. */
async function stored(count: number) {
  place = await sqlitePlace();
  const store = await place.open();
  const arrivals = Array.from({ length: count }, (_, n) => ({
    draft: draft({
      id: `article-${n}`,
      url: `https://news.test/${n}`,
      text: n === count - 1 ? 'The old mill was built by Ada Lindqvist.' : `Item ${n} is about nothing much.`,
    }),
    visibility: {},
  }));
  await store.guild(GUILD).add(arrivals, EDITOR);
  return store;
}

test('questions are answered from the loaded articles, and a partial archive never says that there is no answer', async () => {
  const store = await stored(400);
  const newsroom = newsroomOver(store);
  const early = await newsroom.deskFor(someone());
  expect(early.opening?.all).toBe(400);
  expect(early.opening?.read).toBeLessThan(400);
  const ask = (question: string, desk = early) =>
    runCommand(askCommand, { question }, desk, someone()).then(replyOf);
  const unanswered = await ask('Who discovered Zanzibarium?');
  expect(unanswered.tone).toBe('unsure');
  expect(unanswered.private).toBe(true);
  expect(JSON.stringify(unanswered)).toMatch(
    /still being opened: \d+ of 400 articles so far, and none of these/u,
  );
  await newsroom.open(GUILD);
  const late = await newsroom.deskFor(someone());
  expect(late.opening).toBeUndefined();
  expect((await ask('Who discovered Zanzibarium?', late)).tone).toBe('nothing');
  expect(JSON.stringify(await ask('Who built the old mill?', late))).toContain('Lindqvist');
  newsroom.close();
});

test('a small archive is loaded before answering', async () => {
  const store = await stored(20);
  const newsroom = newsroomOver(store);
  expect((await newsroom.deskFor(someone())).opening).toBeUndefined();
  newsroom.close();
});

test('F17 opening reads few texts at a time, newest articles first', async () => {
  const store = await stored(120);
  const archive = store.guild(GUILD);
  const pages: number[] = [];
  const order: string[] = [];
  const watched: GuildArchive = {
    ...archive,
    articles: () => Promise.reject(new Error('all texts at once')),
    newest(ids) {
      pages.push(ids.length);
      order.push(...ids);
      return archive.newest(ids);
    },
  };
  const guildIndex = openGuildIndex(watched, [], () => ({
    want: () => undefined,
    forget: () => undefined,
    missing: () => 0,
    settled: () => Promise.resolve(),
    close: () => undefined,
  }));
  await guildIndex.opened;
  expect(guildIndex.stored.size).toBe(120);
  expect(Math.max(...pages)).toBeLessThanOrEqual(50);
  expect(order[0]).toBe('article-119');
  guildIndex.close();
});
