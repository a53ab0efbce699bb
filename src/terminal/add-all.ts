import type { Added } from '../store/articles/add-article.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { Draft, Visibility } from '../store/articles/stored.ts';
import { withSaid, type ArticleFields, type DraftFields } from '../article/fields.ts';
import { indexFull, IntakeError } from '../intake/intake-error.ts';

/** Something to add: its name for messages, and how to read it. */
export type AddSource = Readonly<{
  name: string;
  /** Throws {@link IntakeError}. `host` is where it was fetched from. */
  read(): Promise<Readonly<{ extracted: DraftFields; host?: string }>>;
}>;

/** The outcome for a source. */
export type Ending =
  | Exclude<Added, { outcome: 'full' }>
  | Readonly<{ outcome: 'refused'; error: IntakeError }>;

export type AddAllOptions = Readonly<{
  archive: Pick<GuildArchive, 'add'>;
  /** Pulled one by one, as they are read. */
  sources: AsyncIterable<AddSource>;
  by: string;
  /** Fields that override those of the sources. Default: none. */
  fields?: Partial<ArticleFields>;
  /** Default: everywhere on its server, immediately. */
  visibility?: Visibility;
  /** Called once for each source; for an added one, when it is durable. */
  onEnd(source: AddSource, ending: Ending): void;
  /** Stops reading further sources; those already read are still added. */
  signal?: AbortSignal;
}>;

/** Sources to read concurrently. */
const AT_ONCE = 4;
/** Articles per transaction: more would delay questions, fewer would wait for the disk more often. */
const BATCH = 50;
/** An incomplete batch is stored after this time. Milliseconds. */
const LINGER = 1000;

type Ready = Readonly<{ source: AddSource; extracted: DraftFields; host: string | undefined }>;

/** Reads many sources and stores them in batches. Resolves when all are done; throws StoreError as soon as storing fails. */
export async function addAll(options: AddAllOptions): Promise<void> {
  const { archive, sources, by, fields = {}, visibility = {}, onEnd, signal } = options;
  const iterator = sources[Symbol.asyncIterator]();
  // Without `return`, so that a worker that stops early does not end the iterator for the others.
  const waiting = { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
  let batch: Ready[] = [];
  let since = 0;
  let broken = false;

  async function store(): Promise<void> {
    const full = batch;
    batch = [];
    for (const [host, ready] of Map.groupBy(full, (each) => each.host)) {
      const arrivals = ready.map(({ extracted }) => ({
        draft: draftOf(extracted, fields),
        visibility,
      }));
      const outcomes = await archive.add(arrivals, { by, ...(host !== undefined && { host }) });
      for (const [n, added] of outcomes.entries()) {
        const ending = added.outcome === 'full' ? { outcome: 'refused' as const, error: indexFull() } : added;
        onEnd((ready[n] as Ready).source, ending);
      }
    }
  }

  async function take(source: AddSource): Promise<void> {
    try {
      const { extracted, host } = await source.read();
      if (batch.push({ source, extracted, host }) === 1) since = performance.now();
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      onEnd(source, { outcome: 'refused', error });
    }
  }

  async function work(): Promise<void> {
    try {
      for await (const source of waiting) {
        if (broken || signal?.aborted) return;
        await take(source);
        if (batch.length >= BATCH || (batch.length > 0 && performance.now() - since > LINGER)) await store();
      }
    } catch (error) {
      broken = true;
      throw error;
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await store();
}

function draftOf(extracted: DraftFields, fields: Partial<ArticleFields>): Draft {
  const draft = { ...extracted, ...fields };
  return { ...draft, reading: withSaid(draft, Object.keys(fields)) } as Draft;
}
