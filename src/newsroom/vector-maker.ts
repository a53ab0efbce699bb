import { createHash } from 'node:crypto';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Document } from '../article/article.ts';
import { isEnglish, readableSentences } from '../reader/readable.ts';
import { VECTOR_LENGTH, type Reader } from '../reader/reader.ts';
import { vectorText } from '../reader/vector-text.ts';
import type { MutableVectors } from '../search/index/vectors.ts';

/** Where the vectors of an article are kept. `madeOf` names the encoder and the very sentences; other vectors are not answered. */
export type KeptVectors = Readonly<{
  get(document: Document, madeOf: string): Promise<Int8Array | undefined>;
  put(document: Document, madeOf: string, vectors: Int8Array): Promise<void>;
}>;

export type VectorMakerOptions = Readonly<{
  reader: Reader;
  vectors: MutableVectors;
  kept: KeptVectors;
  /** Rests between sentences as long as they took, since others need the processor. Default true. */
  gentle?: boolean;
  /** What is kept could not be read or written; the vectors are made all the same. */
  onTrouble(error: unknown): void;
}>;

/** Brings the vectors of articles into an index: those that are kept, and the others as there is time to make them. */
export type VectorMaker = Readonly<{
  /** An article was put into the index, or another text of it. */
  want(document: Document): void;
  forget(articleId: string): void;
  /** Articles whose vectors are missing still. */
  missing(): number;
  /** Resolves when no more can be made: none is missing, or the reader has stepped aside. */
  settled(): Promise<void>;
  close(): void;
}>;

/** Sentences encoded at a time: a question that comes meanwhile waits for them, about 30 ms. */
const AT_ONCE = 4;
/** When the reader has stepped aside, it is asked again after this time. Milliseconds. */
const AGAIN_MS = 30_000;

type Work = Readonly<{
  document: Document;
  numbers: readonly number[];
  texts: readonly string[];
  madeOf: string;
}>;

/** Makes vectors in the background, one article at a time; never throws. */
export function vectorMaker(options: VectorMakerOptions): VectorMaker {
  const { reader, vectors, kept, gentle = true, onTrouble } = options;
  /** The document that an id stands for now. */
  const latest = new Map<string, Document>();
  /** Articles to look up first, and those that were not kept; each by id, in the order they came. */
  const wanted = new Map<string, Document>();
  const unmade = new Map<string, Work>();
  let working: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;

  const quietly = <Result>(work: Promise<Result>): Promise<Result | undefined> =>
    work.catch((error: unknown) => {
      // A store that is closed at the end of the program is no trouble.
      if (!closed) onTrouble(error);
      return undefined;
    });

  async function lookUp(id: string, document: Document): Promise<void> {
    wanted.delete(id);
    const work = workOf(document, reader.vectorModel);
    const found = await quietly(kept.get(document, work.madeOf));
    // It may have been changed or removed meanwhile.
    if (latest.get(id) !== document) return;
    if (found?.length === work.numbers.length * VECTOR_LENGTH) vectors.add(id, work.numbers, found);
    else unmade.set(id, work);
  }

  /** False when the reader stepped aside. */
  async function make(id: string, work: Work): Promise<boolean> {
    const made = new Int8Array(work.numbers.length * VECTOR_LENGTH);
    for (let from = 0; from < work.texts.length; from += AT_ONCE) {
      const started = performance.now();
      const some = await reader.embed(work.texts.slice(from, from + AT_ONCE), 'sentence');
      if (!some) return false;
      if (closed || unmade.get(id) !== work) return true;
      for (const [index, vector] of some.entries()) made.set(vector, (from + index) * VECTOR_LENGTH);
      if (gentle) await sleep(performance.now() - started);
    }
    if (closed || unmade.get(id) !== work) return true;
    unmade.delete(id);
    vectors.add(id, work.numbers, made);
    await quietly(kept.put(work.document, work.madeOf, made));
    return true;
  }

  async function run(): Promise<void> {
    await reader.opened;
    for (;;) {
      if (closed) return;
      const [next] = wanted;
      const [missing] = unmade;
      if (next) await lookUp(...next);
      else if (!missing) return;
      else if (!(await make(...missing))) {
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
      if (closed || reader.vectorModel === '' || !isEnglish(document)) return;
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
      closed = true;
      clearTimeout(again);
    },
  };
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
