import { afterEach, expect, test } from 'vitest';
import { createGuildIndexes } from '../../src/newsroom/guild-indexes.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { GUILD, OTHER_GUILD } from '../support/newsroom.ts';

let place: Place;
afterEach(() => place.remove());

test('F17 when indexes need too much memory, the least recently used one is dropped', async () => {
  place = await sqlitePlace();
  const store = await place.open();
  const text = 'The council met on Monday. It voted.';
  for (const guild of [GUILD, OTHER_GUILD])
    await store.guild(guild).add([{ draft: draft({ text }), visibility: {} }], EDITOR);
  const indexes = createGuildIndexes({
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
  await indexes.of(GUILD).opened;
  expect([indexes.count(), indexes.size()]).toEqual([1, text.length]);
  const other = indexes.of(OTHER_GUILD);
  await other.opened;
  await new Promise(setImmediate);
  expect([indexes.count(), indexes.size()]).toEqual([1, text.length]);
  expect(indexes.of(OTHER_GUILD)).toBe(other);
  indexes.close();
});
