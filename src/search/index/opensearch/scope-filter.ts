import type { RecallScope } from '../recall.ts';

/**
 * The filter of every query of a server's articles. The server comes first, so no caller can leave it out; then the asker's channels,
 * embargoes, dates and articles.
 */
export function scopeFilter(guildId: string, { here, now, from, to, articles }: RecallScope): object[] {
  return [
    { term: { server: guildId } },
    { bool: { must_not: [elsewhere(here), { range: { embargo: { gt: now.toISOString() } } }] } },
    ...(from === undefined && to === undefined
      ? []
      : [
          {
            range: {
              date: { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lte: to }) },
            },
          },
        ]),
    ...(articles === undefined ? [] : [{ terms: { article: articles } }]),
  ];
}

/**
 * Matches articles for other channels only. They are taken away, instead of asking that an article be for these channels or for all:
 * that would look at every document of the index, and this only at the few with channels.
 */
const elsewhere = (here: readonly string[]): object => ({
  bool: { filter: { exists: { field: 'channels' } }, must_not: { terms: { channels: here } } },
});
