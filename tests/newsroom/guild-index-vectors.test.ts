import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256Of } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { openGuildIndex } from '../../src/newsroom/guild-index.ts';
import { keptVectors } from '../../src/newsroom/kept-vectors.ts';
import { vectorMaker, type KeptVectors } from '../../src/newsroom/vector-maker.ts';
import { visibleIn } from '../../src/newsroom/visible.ts';
import { noReader, VECTOR_LENGTH, type Reader } from '../../src/reader/reader.ts';
import type { Store } from '../../src/store/archive.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';

const GUILD = '100000000000000001';
const QUESTION = new Int8Array(VECTOR_LENGTH).fill(1);
const reader: Reader = {
  ...noReader(),
  vectorModel: 'one',
  embed: async (texts) => texts.map(() => new Int8Array(VECTOR_LENGTH).fill(1)),
};

let place: Place;
let store: Store;
const files = new Map<string, Int8Array>();
const houseFiles: KeptVectors = {
  get: async (_, madeOf) => files.get(madeOf),
  put: async (_, madeOf, vectors) => void files.set(madeOf, vectors),
};

beforeEach(async () => {
  files.clear();
  place = await sqlitePlace();
  store = await place.open();
});
afterEach(() => place.remove());

function guildIndexOver() {
  const text = 'Mill sold\n\nThe house article says so.';
  const house = documentOf({ id: 'house', headline: 'Mill sold', text, revision: 1, sha256: sha256Of(text) });
  const guildIndex = openGuildIndex(store.guild(GUILD), [house], (archive, vectors) =>
    vectorMaker({
      reader,
      vectors,
      kept: keptVectors(archive, houseFiles),
      onTrouble: (error) => {
        throw error;
      },
    }),
  );
  const stop = store.onChange((change) => change.kind !== 'missed' && void guildIndex.apply(change));
  const seen = (here: readonly string[] = []) =>
    visibleIn(guildIndex, here, new Date('2026-01-01'))
      .vectors.nearest(QUESTION, 99)
      .map(({ articleId, n }) => `${articleId} ${n}`)
      .toSorted();
  const close = (): void => {
    stop();
    guildIndex.close();
  };
  return { guildIndex, seen, close };
}

test('vectors of a guild’s articles are kept in its archive, those of house articles elsewhere', async () => {
  const archive = store.guild(GUILD);
  await archive.add([{ draft: draft() }], EDITOR);
  const { guildIndex, seen, close } = guildIndexOver();
  await guildIndex.opened;
  await vi.waitFor(() => expect(seen()).toEqual(['council-vote 1', 'council-vote 2', 'house 1']));
  await vi.waitFor(async () => expect(await archive.vectors.get('council-vote')).toBeDefined());
  expect(await archive.vectors.get('house')).toBeUndefined();
  expect(files.size).toBe(1);
  close();
});

test('hiding, correcting or retracting an article removes its vectors at once', async () => {
  const archive = store.guild(GUILD);
  await archive.add([{ draft: draft(), visibility: { channels: ['55'] } }], EDITOR);
  const { guildIndex, seen, close } = guildIndexOver();
  await guildIndex.opened;
  await vi.waitFor(() => expect(seen(['55'])).toContain('council-vote 2'));
  expect(seen(['66'])).toEqual(['house 1']);
  await archive.correct(draft({ text: 'The council did not meet.' }), EDITOR);
  await vi.waitFor(() => expect(seen(['55'])).toEqual(['council-vote 1', 'house 1']));
  await archive.retract('council-vote', 'Wrong.', EDITOR.by);
  expect(seen(['55'])).toEqual(['house 1']);
  expect(await archive.vectors.get('council-vote')).toBeUndefined();
  close();
});
