import { setImmediate } from 'node:timers/promises';
import { documentOf } from '../../article/document.ts';
import type { Differences } from '../../desk/engine-state.ts';
import type { IndexedHead } from '../../search/index/opensearch/contents.ts';
import type { IndexWriter } from '../../search/index/opensearch/writer.ts';
import type { ArticleHead } from '../../store/articles/read-articles.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';

export const NO_DIFFERENCES: Differences = { missing: 0, outdated: 0, surplus: 0 };

/** A server's archive and the index to synchronise with it. */
export type SyncOptions = Readonly<{
  archive: Pick<GuildArchive, 'guildId' | 'heads' | 'newest' | 'change'>;
  writer: IndexWriter;
  /** The name of an index or alias. */
  index: string;
  signal: AbortSignal;
  /** Called with the number of further articles that are known to be in sync. */
  onProgress?(articles: number): void;
}>;

/** Articles to compare per page. */
const PAGE = 2000;
/** Articles per write; about 2,500 sentences. */
const BATCH = 100;
/** Concurrent batches: the next one is read and analysed while the engine stores the previous one. */
const UNDER_WAY = 2;
/** Articles to analyse before the event loop gets a turn; each takes about a millisecond. */
const PATIENCE = 4;

/**
 * Synchronises the index of a server with the store: reads both in the order of ids and writes only the differences. Can be
 * repeated after an interruption. Throws EngineError and StoreError.
 */
export async function syncServer(options: SyncOptions): Promise<Differences> {
  const { archive, writer, index, signal, onProgress = () => undefined } = options;
  const { guildId } = archive;
  const counts = { missing: 0, outdated: 0, surplus: 0 };
  const write = writesInTurn((ids) => writeNewest(options, ids, { replace: false }));
  const replace = writesInTurn((ids) => writeNewest(options, ids, { replace: true }));
  const remove = writesInTurn((ids) => writer.remove(index, guildId, ids));
  for await (const { kept, held } of pairs(options)) {
    if (signal.aborted) break;
    if (kept && held && isSame(kept, held)) {
      onProgress(1);
      continue;
    }
    if (!kept) {
      counts.surplus += 1;
      await remove.add((held as IndexedHead).id);
      continue;
    }
    counts[held ? 'outdated' : 'missing'] += 1;
    await (held ? replace : write).add(kept.id, () => onProgress(1));
  }
  await write.end();
  await replace.end();
  await remove.end();
  return counts;
}

/** Writes the current revisions of articles to an index, and deletes those that are no longer live. */
export async function writeNewest(
  { archive, writer, index }: Pick<SyncOptions, 'archive' | 'writer' | 'index'>,
  ids: readonly string[],
  how: Readonly<{
    /** Whether later revisions may be in the index. */ replace: boolean;
    /** Default: as the store says. */ change?: number;
  }>,
): Promise<void> {
  // Must be read first: articles that are read afterwards are at least as new as this number.
  const change = how.change ?? (await archive.change());
  const found = await archive.newest(ids);
  const articles = [];
  for (const lookup of found.values()) {
    if (lookup.state !== 'live') continue;
    const { article, visibility } = lookup.stored;
    articles.push({ document: documentOf(article), visibility });
    if (articles.length % PATIENCE === 0) await setImmediate();
  }
  await writer.put(index, archive.guildId, articles, { change, replace: how.replace });
  const gone = ids.filter((id) => found.get(id)?.state !== 'live');
  await writer.remove(index, archive.guildId, gone);
}

type Pair = Readonly<{ kept?: ArticleHead; held?: IndexedHead }>;

/** Iterates over store and index in parallel. */
async function* pairs({ archive, writer, index }: SyncOptions): AsyncGenerator<Pair> {
  const kept = paged((after) => archive.heads(after, PAGE));
  const held = paged((after) => writer.heads(index, archive.guildId, after, PAGE));
  let left = await kept.next();
  let right = await held.next();
  while (!left.done || !right.done) {
    const pair = {
      ...(!left.done && (right.done || left.value.id <= right.value.id) && { kept: left.value }),
      ...(!right.done && (left.done || right.value.id <= left.value.id) && { held: right.value }),
    };
    yield pair;
    if (pair.kept) left = await kept.next();
    if (pair.held) right = await held.next();
  }
}

async function* paged<Head extends Readonly<{ id: string }>>(
  read: (after: string) => Promise<readonly Head[]>,
): AsyncGenerator<Head> {
  for (let after = ''; ;) {
    const page = await read(after);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

function isSame(kept: ArticleHead, held: IndexedHead): boolean {
  const channels = (head: ArticleHead | IndexedHead): string =>
    [...(head.visibility.channels ?? [])].toSorted().join(' ');
  return (
    kept.revision === held.revision &&
    kept.visibility.embargoUntil === held.visibility.embargoUntil &&
    channels(kept) === channels(held)
  );
}

/** Collects ids into batches and writes a few batches concurrently. Throws the first failure. */
function writesInTurn(write: (ids: readonly string[]) => Promise<void>) {
  const underWay = new Set<Promise<void>>();
  let batch: string[] = [];
  let whenWritten: (() => void)[] = [];

  async function send(): Promise<void> {
    const ids = batch;
    const told = whenWritten;
    batch = [];
    whenWritten = [];
    const writing = write(ids).then(() => told.forEach((tell) => tell()));
    underWay.add(writing);
    writing.then(
      () => underWay.delete(writing),
      () => undefined,
    );
    if (underWay.size >= UNDER_WAY) await Promise.race(underWay);
  }

  return {
    async add(id: string, written: () => void = () => undefined): Promise<void> {
      batch.push(id);
      whenWritten.push(written);
      if (batch.length >= BATCH) await send();
    },
    async end(): Promise<void> {
      if (batch.length > 0) await send();
      await Promise.all(underWay);
    },
  };
}
