import { createHash } from 'node:crypto';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Document } from '../article/article.ts';
import { isEnglish, readableSentences } from '../reader/readable.ts';
import { VECTOR_LENGTH, type Reader } from '../reader/reader.ts';
import { vectorText } from '../reader/vector-text.ts';
import type { MutableVectors } from '../search/index/vectors.ts';

/** Storage of vectors. `madeOf` identifies the encoder and the exact sentences; `get` returns only vectors made of them. */
export type KeptVectors = Readonly<{
  get(document: Document, madeOf: string): Promise<Int8Array | undefined>;
  put(document: Document, madeOf: string, vectors: Int8Array): Promise<void>;
}>;

export type VectorMakerOptions = Readonly<{
  reader: Reader;
  vectors: MutableVectors;
  kept: KeptVectors;
  /** Pauses after each batch for as long as it took, to leave the processor to others. Default true. */
  gentle?: boolean;
  /** Called when vectors could not be read from or written to storage; they are made anyway. */
  onTrouble(error: unknown): void;
}>;

/** Adds the vectors of articles to an index: loads the stored ones, and makes the others in the background. */
export type VectorMaker = Readonly<{
  /** Call when an article was added to the index or its text was replaced. */
  want(document: Document): void;
  forget(articleId: string): void;
  /** Number of articles whose vectors are missing. */
  missing(): number;
  /** Resolves when no vectors are missing, or the reader is unavailable. */
  settled(): Promise<void>;
  close(): void;
}>;

/** Sentences per batch. A question that comes meanwhile waits for the batch, about 30 ms. */
const AT_ONCE = 4;
/** Milliseconds until an unavailable reader is tried again. */
const AGAIN_MS = 30_000;

type Work = Readonly<{
  document: Document;
  numbers: readonly number[];
  texts: readonly string[];
  madeOf: string;
}>;

/** Articles whose vectors are missing. */
type State = {
  /** The current document of each id. */
  readonly latest: Map<string, Document>;
  /** Articles to look up in storage, by id, in the order in which they came. */
  readonly wanted: Map<string, Document>;
  /** Articles of which storage has no vectors, likewise. */
  readonly unmade: Map<string, Work>;
  closed: boolean;
};

/** Makes vectors in the background, one article at a time; never throws. */
export function vectorMaker(options: VectorMakerOptions): VectorMaker {
  const { reader, vectors } = options;
  const state: State = { latest: new Map(), wanted: new Map(), unmade: new Map(), closed: false };
  const { latest, wanted, unmade } = state;
  let working: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    await reader.opened;
    for (;;) {
      if (state.closed) return;
      const [next] = wanted;
      const [missing] = unmade;
      if (next) await lookUp(...next, state, options);
      else if (!missing) return;
      else if (!(await make(...missing, state, options))) {
        again = setTimeout(start, AGAIN_MS).unref();
        return;
      }
      await setImmediate();
    }
  }

  function start(): void {
    clearTimeout(again);
    working ??= run().finally(() => (working = undefined));
  }

  return {
    want(document) {
      const { id } = document.article;
      latest.set(id, document);
      vectors.remove(id);
      unmade.delete(id);
      if (state.closed || reader.vectorModel === '' || !isEnglish(document)) return;
      wanted.set(id, document);
      start();
    },
    forget(articleId) {
      latest.delete(articleId);
      wanted.delete(articleId);
      unmade.delete(articleId);
      vectors.remove(articleId);
    },
    missing: () => wanted.size + unmade.size,
    settled: () => working ?? Promise.resolve(),
    close() {
      state.closed = true;
      clearTimeout(again);
    },
  };
}

/** Adds the stored vectors of an article to the index, or has them made. */
async function lookUp(
  id: string,
  document: Document,
  state: State,
  options: VectorMakerOptions,
): Promise<void> {
  const { reader, vectors, kept } = options;
  state.wanted.delete(id);
  const work = workOf(document, reader.vectorModel);
  const found = await reported(kept.get(document, work.madeOf), state, options);
  // The article may have been changed or removed meanwhile.
  if (state.latest.get(id) !== document) return;
  if (found?.length === work.numbers.length * VECTOR_LENGTH) vectors.add(id, work.numbers, found);
  else state.unmade.set(id, work);
}

/** Makes the vectors of an article. Returns false when the reader is unavailable. */
async function make(id: string, work: Work, state: State, options: VectorMakerOptions): Promise<boolean> {
  const { reader, vectors, kept, gentle = true } = options;
  const isStale = (): boolean => state.closed || state.unmade.get(id) !== work;
  const made = await encode(work, { reader, gentle, isStale });
  if (made === 'unavailable') return false;
  if (made === 'stale') return true;
  state.unmade.delete(id);
  vectors.add(id, work.numbers, made);
  await reported(kept.put(work.document, work.madeOf, made), state, options);
  return true;
}

/** Reports a failure of storage instead of throwing it. */
const reported = <Result>(
  work: Promise<Result>,
  state: State,
  { onTrouble }: VectorMakerOptions,
): Promise<Result | undefined> =>
  work.catch((error: unknown) => {
    // The store may be closed already when the program ends.
    if (!state.closed) onTrouble(error);
    return undefined;
  });

/** Encodes the sentences of an article, unless the reader is unavailable or the work becomes stale meanwhile. */
async function encode(
  { numbers, texts }: Work,
  { reader, gentle, isStale }: Readonly<{ reader: Reader; gentle: boolean; isStale(): boolean }>,
): Promise<Int8Array | 'unavailable' | 'stale'> {
  const made = new Int8Array(numbers.length * VECTOR_LENGTH);
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const started = performance.now();
    const some = await reader.embed(texts.slice(from, from + AT_ONCE), 'sentence');
    if (!some) return 'unavailable';
    if (isStale()) return 'stale';
    for (const [index, vector] of some.entries()) made.set(vector, (from + index) * VECTOR_LENGTH);
    if (gentle) await sleep(performance.now() - started);
  }
  return isStale() ? 'stale' : made;
}

function workOf(document: Document, model: string): Work {
  const sentences = readableSentences(document);
  const texts = sentences.map((sentence) => vectorText(document, sentence));
  const madeOf = createHash('sha256')
    .update([model, ...texts].join('\n'))
    .digest('hex')
    .slice(0, 32);
  return { document, numbers: sentences.map(({ n }) => n), texts, madeOf };
}
