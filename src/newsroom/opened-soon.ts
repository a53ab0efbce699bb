import { setTimeout as sleep } from 'node:timers/promises';
import type { GuildIndex } from './guild-index.ts';

/** A question waits for the index if no more articles than this are missing; indexing them takes some tenths of a second. */
const FEW = 200;
/** Maximum wait for each of the two steps. Milliseconds. */
const PATIENCE = 1000;

/** Waits for an index that is nearly complete, but not for one that lacks more. Rejects with a StoreError. */
export async function openedSoon(guildIndex: GuildIndex): Promise<void> {
  if (!guildIndex.progress()) return;
  const enough = new AbortController();
  const { signal } = enough;
  try {
    await Promise.race([guildIndex.counted, sleep(PATIENCE, undefined, { signal })]);
    const progress = guildIndex.progress();
    if (progress && progress.all - progress.read <= FEW)
      await Promise.race([guildIndex.opened, sleep(PATIENCE, undefined, { signal })]);
  } finally {
    enough.abort();
  }
}
