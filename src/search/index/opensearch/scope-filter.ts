import type { RecallScope } from '../recall.ts';

/**
 * The filter of every query of a server's articles. The server comes first, so no caller can leave it out; then the asker's channels,
 * embargoes, dates and articles.
 */
export function scopeFilter(guildId: string, { here, now, from, to, articles }: RecallScope): object[] {
  const unlessSet = (field: string, allowed: object): object => ({
    bool: { should: [{ bool: { must_not: { exists: { field } } } }, allowed], minimum_should_match: 1 },
  });
  return [
    { term: { server: guildId } },
    unlessSet('channels', { terms: { channels: here } }),
    unlessSet('embargo', { range: { embargo: { lte: now.toISOString() } } }),
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
