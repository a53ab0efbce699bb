import { expect, test } from 'vitest';
import type { GuildArchive } from '../../src/store/guild-archive.ts';
import { addAll, type AddSource } from '../../src/terminal/add-all.ts';

test('sources are read lazily, so that an endless folder is never in memory', async () => {
  const counts = { drawn: 0, ended: 0, most: 0 };
  async function* endless(): AsyncGenerator<AddSource> {
    for (;;) {
      counts.drawn += 1;
      counts.most = Math.max(counts.most, counts.drawn - counts.ended);
      const name = `${counts.drawn}.txt`;
      yield {
        name,
        read: () => Promise.resolve({ extracted: { id: name, headline: name, text: 'It rained.' } }),
      };
    }
  }
  const stop = new AbortController();
  const archive: Pick<GuildArchive, 'add'> = {
    add: (arrivals) =>
      Promise.resolve(arrivals.map(({ draft }) => ({ outcome: 'same' as const, id: draft.id, revision: 1 }))),
  };
  await addAll({
    archive,
    sources: endless(),
    by: 'test',
    signal: stop.signal,
    onEnd() {
      counts.ended += 1;
      if (counts.ended === 1000) stop.abort();
    },
  });
  expect(counts.ended).toBeGreaterThanOrEqual(1000);
  expect(counts.most).toBeLessThan(100);
});
