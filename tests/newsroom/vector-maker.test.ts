import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { sha256Of, type Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { vectorFiles } from '../../src/newsroom/vector-files.ts';
import { vectorMaker, type KeptVectors } from '../../src/newsroom/vector-maker.ts';
import { noReader, VECTOR_LENGTH, type Reader } from '../../src/reader/reader.ts';
import { createVectors } from '../../src/search/index/vectors.ts';

const article = (
  id: string,
  text: string,
  fields: Partial<{ language: string; headline: string }> = {},
): Document =>
  documentOf({ id, headline: 'Mill sold', text, revision: 1, sha256: sha256Of(text), ...fields });

const LONG = article('long', `Mill sold\n\n${'The mill was sold on Monday. '.repeat(9)}`);
const SHORT = article('short', 'Mill sold\n\nIt fetched three million.');

/** A reader whose vectors encode the length of the text, and which can be off. */
function fakeReader(model = 'one') {
  const texts: string[] = [];
  const state = { away: false };
  const reader: Reader = {
    ...noReader(),
    vectorModel: model,
    async embed(some) {
      if (state.away) return undefined;
      texts.push(...some);
      return some.map((text) => new Int8Array(VECTOR_LENGTH).fill(text.length % 100));
    },
  };
  return { reader, texts, state };
}

function inMemory() {
  const files = new Map<string, Int8Array>();
  const kept: KeptVectors = {
    get: async ({ article: { id } }, madeOf) => files.get(`${id} ${madeOf}`),
    put: async ({ article: { id } }, madeOf, vectors) => void files.set(`${id} ${madeOf}`, vectors),
  };
  return { files, kept };
}

const makerOver = (
  reader: Reader,
  kept: KeptVectors,
  onTrouble: (error: unknown) => void = (error) => {
    throw error;
  },
) => {
  const vectors = createVectors();
  return { vectors, maker: vectorMaker({ reader, vectors, kept, gentle: false, onTrouble }) };
};

describe('the vectors of articles', () => {
  test('are made from the headline and each readable sentence, and stored', async () => {
    const { reader, texts } = fakeReader();
    const { files, kept } = inMemory();
    const { vectors, maker } = makerOver(reader, kept);
    maker.want(
      article('a', 'Mill sold\n\nIt fetched three million.\n\nWhat comes next\n\nThe town plans flats.'),
    );
    await maker.settled();
    expect(texts).toEqual(['Mill sold. It fetched three million.', 'Mill sold. The town plans flats.']);
    expect(
      vectors
        .nearest(new Int8Array(VECTOR_LENGTH).fill(1), 5)
        .map(({ n }) => n)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 3]);
    expect(files.size).toBe(1);
    expect(maker.missing()).toBe(0);
  });

  test('are made again only when encoder, headline or sentences change', async () => {
    const { kept } = inMemory();
    const madeWith = async (document: Document, model?: string): Promise<number> => {
      const { reader, texts } = fakeReader(model);
      const { vectors, maker } = makerOver(reader, kept);
      maker.want(document);
      await maker.settled();
      expect(vectors.size()).toBe(1);
      return texts.length;
    };
    expect(await madeWith(SHORT)).toBe(1);
    expect(await madeWith(SHORT)).toBe(0);
    expect(await madeWith(SHORT, 'two')).toBe(1);
    expect(await madeWith(article('short', 'Mill sold\n\nIt fetched four million.'))).toBe(1);
    expect(await madeWith(article('short', SHORT.article.text, { headline: 'Another headline' }))).toBe(1);
  });

  test('of an article that is removed or changed meanwhile do not appear', async () => {
    const { reader } = fakeReader();
    const { files, kept } = inMemory();
    const { vectors, maker } = makerOver(reader, kept);
    const embed = reader.embed;
    const corrected = article('long', 'Mill sold\n\nIt was not sold.');
    let change = (): void => maker.forget('long');
    const slow = vi.spyOn(reader, 'embed').mockImplementation(async (texts, role) => {
      change();
      return embed(texts, role);
    });
    maker.want(LONG);
    await maker.settled();
    expect([vectors.size(), files.size]).toEqual([0, 0]);
    change = () => {
      slow.mockRestore();
      maker.want(corrected);
    };
    maker.want(LONG);
    await maker.settled();
    expect([vectors.size(), files.size]).toEqual([1, 1]);
  });

  test('wait while the reader is off, and are made when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { reader, state } = fakeReader();
    const { vectors, maker } = makerOver(reader, inMemory().kept);
    state.away = true;
    maker.want(SHORT);
    await maker.settled();
    expect([vectors.size(), maker.missing()]).toEqual([0, 1]);
    state.away = false;
    await vi.advanceTimersByTimeAsync(30_001);
    await maker.settled();
    expect([vectors.size(), maker.missing()]).toEqual([1, 0]);
    vi.useRealTimers();
  });

  test('are made even if they cannot be stored, which is logged', async () => {
    const troubles: unknown[] = [];
    const full = (): Promise<never> => Promise.reject(new Error('disk full'));
    const { vectors, maker } = makerOver(fakeReader().reader, { get: full, put: full }, (error) =>
      troubles.push(error),
    );
    maker.want(SHORT);
    await maker.settled();
    expect(vectors.size()).toBe(1);
    expect(troubles).toHaveLength(2);
  });

  test('are not made for other languages, nor without a reader', async () => {
    const { reader, texts } = fakeReader();
    const foreign = makerOver(reader, inMemory().kept);
    foreign.maker.want(article('fr', 'Le moulin\n\nIl a été vendu.', { language: 'fr' }));
    const without = makerOver(noReader(), inMemory().kept);
    without.maker.want(SHORT);
    await Promise.all([foreign.maker.settled(), without.maker.settled()]);
    expect([texts.length, foreign.maker.missing(), without.maker.missing()]).toEqual([0, 0, 0]);
  });
});

describe('files of vectors', () => {
  test('are read back unchanged, and deleted after a month without use', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vectors-'));
    const files = vectorFiles(join(folder, 'vectors'));
    const vectors = Int8Array.of(1, -128, 127);
    await expect(files.get(SHORT, 'aa')).resolves.toBeUndefined();
    for (const name of ['aa', 'bb']) await files.put(SHORT, name, vectors);
    const long = new Date(Date.now() - 40 * 86_400_000);
    for (const name of ['aa', 'bb']) await utimes(join(folder, 'vectors', `${name}.vectors`), long, long);
    await expect(files.get(SHORT, 'aa')).resolves.toEqual(vectors);
    await files.prune(new Date());
    expect(await readdir(join(folder, 'vectors'))).toEqual(['aa.vectors']);
    await rm(folder, { recursive: true });
  });
});
