import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store/archive.ts';
import type { GuildIndexes } from './guild-indexes.ts';

/** How long an editor's reply waits for the index to show the change. Milliseconds. */
const SHOWN_WITHIN = 2000;

/** Applies each change of the store to the open indexes, and keeps track of those not shown yet. */
export function indexedChanges(store: Pick<Store, 'onChange'>, indexes: Pick<GuildIndexes, 'apply'>) {
  const pending = new Set<Promise<void>>();
  const stop = store.onChange((change) => {
    const applied = indexes.apply(change).finally(() => pending.delete(applied));
    pending.add(applied);
  });
  return {
    /** Waits until the index shows all changes so far, so that an added article can be found. Limited, since others may be adding many articles. */
    async shownSoon(): Promise<void> {
      await Promise.race([Promise.all(pending), sleep(SHOWN_WITHIN, undefined, { ref: false })]);
    },
    stop,
  };
}
