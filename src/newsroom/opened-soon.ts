import { setTimeout as sleep } from 'node:timers/promises';
import type { GuildIndex } from './guild-index.ts';

/** A question waits while no more articles than this are missing from the index: they are in it within tenths of a second. */
const FEW = 200;
/** But never longer than this for either step, whatever the machine does. Milliseconds. */
const PATIENCE = 1000;

/** Waits for an index that is nearly complete; what a larger one lacks, nobody waits for. Rejects with a StoreError. */
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
