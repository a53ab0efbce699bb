import { rebuildIndexes } from '../newsroom/engine/rebuild-all.ts';
import { linkEngine } from '../search/index/opensearch/engine.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { reindexInTerminal, REINDEX_USAGE } from '../terminal/reindex.ts';
import type { Verb } from '../terminal/verbs.ts';
import { storeOptionsOf } from './place.ts';
import { terminal } from './terminal.ts';

export const reindex: Verb = {
  usage: REINDEX_USAGE,
  does: 'Builds the search engine’s index anew, also while the bot runs; begun again, it goes on.',
  async run(argv) {
    const settings = readSettings(process.env);
    const { SEARCH_URL } = settings;
    if (SEARCH_URL === undefined)
      throw new SettingsError('There is no search engine: set SEARCH_URL to its address (docs/archive.md).');
    const stopping = new AbortController();
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
    const link = linkEngine(SEARCH_URL);
    try {
      return await reindexInTerminal(
        argv,
        (onProgress) => rebuildIndexes(storeOptionsOf(settings), link, stopping.signal, onProgress),
        terminal,
        () => performance.now(),
      );
    } finally {
      await link.client.close();
    }
  },
};
