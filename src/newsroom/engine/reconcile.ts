import type { Differences, Reconciliation } from '../../desk/engine-state.ts';
import type { Layout } from '../../search/index/opensearch/layout.ts';
import { articleCounts, OWN_INDEX_ABOVE, rebuild, type RebuildOptions } from './rebuild.ts';
import { NO_DIFFERENCES, syncServer, writeNewest } from './sync.ts';

/**
 * Synchronises the index with the store, server by server: writes missing articles, deletes those the store no longer has,
 * and gives a server that has become large its own index. Throws EngineError and StoreError.
 */
export async function reconcile(
  options: Omit<RebuildOptions, 'onProgress'> & Readonly<{ now(): Date }>,
): Promise<Reconciliation> {
  const { store, layout, writer, signal, now } = options;
  const counts = await articleCounts(store);
  const servers = new Map<string, Differences>();
  for (const [guildId, articles] of counts) {
    if (signal.aborted) break;
    const isOwn = (await layout.ownServers()).has(guildId);
    if (articles > OWN_INDEX_ABOVE && !isOwn) await rebuild({ server: guildId }, options);
    const index = await layout.aliasOf(guildId);
    const archive = store.guild(guildId);
    // A restored backup has an older change number, but the engine ignores writes below the numbers that it has seen.
    await archive.raiseChange(await writer.newestChange(index, guildId));
    const differences = await syncServer({ archive, writer, index, signal });
    await writer.refresh(index);
    const incomplete = await writer.incomplete(index, guildId);
    if (incomplete.length > 0) {
      // The number must be higher than that of the deletion that lost the sentences, or the engine would ignore the write.
      await archive.raiseChange((await archive.change()) + 2);
      await writeNewest({ archive, writer, index }, incomplete, { replace: true });
    }
    servers.set(guildId, { ...differences, outdated: differences.outdated + incomplete.length });
  }
  await clearShared(layout, writer);
  for (const guildId of await strangers(layout, writer, counts)) {
    await layout.dropOwn(guildId);
    await writer.removeServer(await layout.aliasOf(guildId), guildId);
    servers.set(guildId, { ...NO_DIFFERENCES, surplus: 1 });
  }
  return { at: now().toISOString(), servers };
}

/** Removes from the shared index what has an index of its own by now, should the move not have come to its end. */
async function clearShared(layout: Layout, writer: RebuildOptions['writer']): Promise<void> {
  const shared = await layout.current('shared');
  if (shared === undefined) return;
  const own = await layout.ownServers();
  for (const guildId of await writer.servers(shared))
    if (own.has(guildId)) await writer.removeServer(shared, guildId);
}

/** Servers that the index has and the store does not. */
async function strangers(
  layout: Layout,
  writer: RebuildOptions['writer'],
  counts: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const shared = await layout.current('shared');
  const indexed = [
    ...(shared === undefined ? [] : await writer.servers(shared)),
    ...(await layout.ownServers()),
  ];
  return [...new Set(indexed)].filter((guildId) => !counts.has(guildId));
}
