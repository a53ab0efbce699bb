import { afterEach, beforeEach } from 'vitest';
import { EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { GUILD, newsroomOver, type TestNewsroom } from '../support/newsroom.ts';
import { askingContract, FACTORY, TRAMS } from './asking.ts';

let place: Place;
let newsroom: TestNewsroom;
beforeEach(async () => {
  place = await sqlitePlace();
  const store = await place.open();
  await store.guild(GUILD).add([{ draft: FACTORY }, { draft: TRAMS }], EDITOR);
  newsroom = newsroomOver(store, { now: () => new Date() });
  await newsroom.open(GUILD);
});
afterEach(async () => {
  newsroom.close();
  await place.remove();
});

askingContract(() => newsroom);
