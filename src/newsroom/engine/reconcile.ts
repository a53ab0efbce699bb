import type { Differences, Reconciliation } from '../../desk/engine-state.ts';
import type { Layout } from '../../search/index/opensearch/layout.ts';
import { articleCounts, OWN_INDEX_ABOVE, rebuild, type RebuildOptions } from './rebuild.ts';
import { NO_DIFFERENCES, syncServer, writeNewest } from './sync.ts';

/**
 * Compares the index with the store, server by server, and makes it the same: what is missing is written, what is gone from the
 * store is taken out, and a server that has grown large gets an index of its own. Throws EngineError and StoreError.
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
    // A backup that was restored counts from where it was made; the engine keeps what was written under a higher number.
    await archive.raiseChange(await writer.newestChange(index, guildId));
    const differences = await syncServer({ archive, writer, index, signal });
    await writer.refresh(index);
    const incomplete = await writer.incomplete(index, guildId);
    if (incomplete.length > 0) {
      // Under a higher number than the deletion that lost the sentences, which would otherwise be taken for later.
      await archive.raiseChange((await archive.change()) + 2);
      await writeNewest({ archive, writer, index }, incomplete, { replace: true });
    }
    servers.set(guildId, { ...differences, outdated: differences.outdated + incomplete.length });
  }
  for (const guildId of await strangers(layout, writer, counts)) {
    await layout.dropOwn(guildId);
    await writer.removeServer(await layout.aliasOf(guildId), guildId);
    servers.set(guildId, { ...NO_DIFFERENCES, surplus: 1 });
  }
  return { at: now().toISOString(), servers };
}

/** Servers of which the index holds something and the store nothing. */
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
