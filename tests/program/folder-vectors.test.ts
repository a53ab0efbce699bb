import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Of, type Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { vectorsOf } from '../../src/program/folder-vectors.ts';
import { noReader, VECTOR_LENGTH, type Reader } from '../../src/reader/reader.ts';
import type { StoredVectors } from '../../src/store/articles/vectors.ts';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'folder-vectors-'))));
afterEach(() => rm(dataDir, { recursive: true }));

const article = (id: string): Document => {
  const text = `Mill sold\n\nThe ${id} article says so.`;
  return documentOf({ id, headline: 'Mill sold', text, revision: 1, sha256: sha256Of(text) });
};

/** Counts the sentences that it encodes. */
function fakeReader(embed?: Reader['embed']) {
  let encoded = 0;
  const reader: Reader = {
    ...noReader(),
    vectorModel: 'one',
    status: () => ({ state: 'ready' }),
    embed:
      embed ??
      (async (texts) => {
        encoded += texts.length;
        return texts.map(() => new Int8Array(VECTOR_LENGTH).fill(1));
      }),
  };
  return { reader, encoded: () => encoded };
}
const noStore = new Map<string, StoredVectors | undefined>();
const fail = (): void => expect.fail('nothing was left out');

test('vectors of a folder are made once, then read from the data folder', async () => {
  const { reader, encoded } = fakeReader();
  for (let time = 0; time < 2; time++) {
    const vectors = await vectorsOf([article('a'), article('b')], {
      reader,
      dataDir,
      stored: noStore,
      onLeftOut: fail,
    });
    expect(vectors.size()).toBe(2);
  }
  expect(encoded()).toBe(2);
  expect(await readdir(join(dataDir, 'vectors'))).toHaveLength(2);
});

test('without a data folder no vectors are made', async () => {
  const { reader } = fakeReader();
  const missing = join(dataDir, 'not-there');
  const vectors = await vectorsOf([article('a')], {
    reader,
    dataDir: missing,
    stored: noStore,
    onLeftOut: fail,
  });
  expect(vectors.size()).toBe(1);
  expect(await readdir(dataDir)).toEqual([]);
});

test('T27 vectors of archive articles are not written to the data folder', async () => {
  const { reader } = fakeReader();
  const stored = new Map([['a', undefined]]);
  await vectorsOf([article('a')], { reader, dataDir, stored, onLeftOut: fail });
  expect(await readdir(dataDir)).toEqual([]);
});

test('articles that take too long are counted, and the others have vectors', async () => {
  const { reader } = fakeReader(() => new Promise(() => undefined));
  let leftOut = 0;
  const onLeftOut = (articles: number): void => void (leftOut = articles);
  await vectorsOf([article('a'), article('b')], {
    reader,
    dataDir,
    stored: noStore,
    onLeftOut,
    patience: 20,
  });
  expect(leftOut).toBe(2);
});
