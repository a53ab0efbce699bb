import type { Differences, RebuildProgress } from '../../desk/engine-state.ts';
import type { Layout, IndexTarget } from '../../search/index/opensearch/layout.ts';
import type { IndexWriter } from '../../search/index/opensearch/writer.ts';
import type { Store } from '../../store/archive.ts';
import { syncServer } from './sync.ts';

/** A server with more articles than this gets its own index. */
export const OWN_INDEX_ABOVE = 200_000;
/** Articles per shard: 12 million sentences, about 2 GB. */
const ARTICLES_A_SHARD = 500_000;
/** How often a new index is synchronised with the store before it is used; each round applies the changes made meanwhile. */
const ROUNDS = 5;

/** What rebuilding needs. */
export type RebuildOptions = Readonly<{
  store: Pick<Store, 'guild' | 'housekeeping'>;
  layout: Layout;
  writer: IndexWriter;
  signal: AbortSignal;
  onProgress?(progress: RebuildProgress): void;
}>;

/** The number of articles of each server. */
export async function articleCounts(store: RebuildOptions['store']): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { guildId } of await store.housekeeping.guilds())
    counts.set(guildId, (await store.guild(guildId).status()).articles);
  return counts;
}

/** The indexes that should exist: one for each large server, and one for all others. */
export function targetsOf(counts: ReadonlyMap<string, number>): readonly IndexTarget[] {
  const large = [...counts].filter(([, articles]) => articles > OWN_INDEX_ABOVE);
  return ['shared', ...large.map(([server]) => ({ server }))];
}

/**
 * Builds a new index beside the one in use, swaps them atomically, and deletes the old one. If it was stopped or killed, it
 * continues where it was. Throws EngineError and StoreError.
 */
export async function rebuild(target: IndexTarget, options: RebuildOptions): Promise<void> {
  const { store, layout, writer, signal, onProgress = () => undefined } = options;
  const counts = await articleCounts(store);
  const servers = serversOf(target, counts);
  const all = servers.reduce((total, guildId) => total + (counts.get(guildId) ?? 0), 0);
  const shards = Math.max(1, Math.ceil(all / ARTICLES_A_SHARD));
  const index = (await layout.unfinished(target)) ?? (await layout.create(target, shards));
  // What a process that was killed wrote before can be seen only then.
  await writer.refresh(index);
  let done = 0;
  const sync = async (where: string, onArticles?: (articles: number) => void): Promise<number> => {
    let different = 0;
    for (const guildId of servers) {
      const archive = store.guild(guildId);
      const progress = onArticles && { onProgress: onArticles };
      different += total(await syncServer({ archive, writer, index: where, signal, ...progress }));
      signal.throwIfAborted();
    }
    await writer.refresh(where);
    return different;
  };
  await sync(index, (articles) => onProgress({ done: (done += articles), all: Math.max(all, done) }));
  for (let round = 0; round < ROUNDS && (await sync(index)) > 0;) round += 1;
  await layout.publish(target, index);
  // Changes between the last round and the swap were written to the old index.
  await sync(index);
  if (target !== 'shared' && (await layout.current('shared')) !== undefined)
    await writer.removeServer((await layout.current('shared')) as string, target.server);
}

const serversOf = (target: IndexTarget, counts: ReadonlyMap<string, number>): readonly string[] =>
  target === 'shared'
    ? [...counts].filter(([, articles]) => articles <= OWN_INDEX_ABOVE).map(([server]) => server)
    : [target.server];

const total = ({ missing, outdated, surplus }: Differences): number => missing + outdated + surplus;
