import { afterEach, expect, test } from 'vitest';
import { createShelves } from '../../src/newsroom/shelves.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { GUILD, OTHER_GUILD } from '../support/newsroom.ts';

let place: Place;
afterEach(() => place.remove());

test('F17 when the indexes of all servers need too much memory, the one that was used least recently is dropped', async () => {
  place = await sqlitePlace();
  const store = await place.open();
  const text = 'The council met on Monday. It voted.';
  for (const guild of [GUILD, OTHER_GUILD])
    await store.guild(guild).add([{ draft: draft({ text }), visibility: {} }], EDITOR);
  const shelves = createShelves({
    archiveOf: (guildId) => store.guild(guildId),
    house: [],
    makeVectors: () => ({
      want: () => undefined,
      forget: () => undefined,
      missing: () => 0,
      settled: () => Promise.resolve(),
      close: () => undefined,
    }),
    limit: text.length + 1,
    onTrouble: (error) => {
      throw error;
    },
  });
  await shelves.of(GUILD).opened;
  expect([shelves.count(), shelves.size()]).toEqual([1, text.length]);
  const other = shelves.of(OTHER_GUILD);
  await other.opened;
  await new Promise(setImmediate);
  expect([shelves.count(), shelves.size()]).toEqual([1, text.length]);
  expect(shelves.of(OTHER_GUILD)).toBe(other);
  shelves.close();
});
