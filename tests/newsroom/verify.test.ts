import { afterEach, expect, test } from 'vitest';
import { verifyWhole } from '../../src/newsroom/verify.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';

let place: Place;
afterEach(() => place.remove());

test('every article of every server is found by its own words, or named', async () => {
  place = await sqlitePlace();
  const store = await place.open();
  await store.guild('1').add([{ draft: draft({ id: 'a', text: 'The mill closes.' }) }], EDITOR);
  await store.guild('2').add([{ draft: draft({ id: 'b', text: 'It was as it is.' }) }], EDITOR);
  expect(await verifyWhole(store)).toMatchObject({ articles: 2, problems: [], damaged: [] });

  await store.guild('2').add([{ draft: draft({ id: 'c', text: 'Leave a Reply' }) }], EDITOR);
  expect((await verifyWhole(store)).problems).toEqual(['“c” of server 2 is not found by its own words.']);
});
