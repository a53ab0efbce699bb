import type { RebuildProgress } from '../../desk/engine-state.ts';
import type { SearchEngineLink } from '../../search/index/opensearch/engine.ts';
import { reading, type StorePlace } from '../read-store.ts';
import { articleCounts, rebuild, targetsOf } from './rebuild.ts';

/** Rebuilds the indexes of all servers one by one, also beside a running bot. Throws StoreError and EngineError. */
export const rebuildIndexes = (
  place: StorePlace,
  { layout, writer }: SearchEngineLink,
  signal: AbortSignal,
  onProgress: (progress: RebuildProgress) => void,
): Promise<void> =>
  reading(place, async (store) => {
    const counts = await articleCounts(store);
    const all = [...counts.values()].reduce((sum, articles) => sum + articles, 0);
    let before = 0;
    for (const target of targetsOf(counts)) {
      let here = 0;
      await rebuild(target, {
        store,
        layout,
        writer,
        signal,
        onProgress: ({ done }) => onProgress({ done: before + (here = done), all }),
      });
      before += here;
    }
  });
