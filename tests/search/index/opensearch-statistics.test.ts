import { expect, test } from 'vitest';
import { serverStatistics } from '../../../src/search/index/opensearch/statistics.ts';

/** An engine in which every term is in as many sentences as it has letters, with its requests. */
function counting() {
  const asked: string[][] = [];
  const statistics = serverStatistics(
    {
      search: (_body, schema) => {
        const [sentence, paragraph, article] = [90, 30, 9].map((count) => ({ count, avg: 12 }));
        const aggregations = { sentence, paragraph, article };
        return Promise.resolve(schema.parse({ timed_out: false, _shards: { failed: 0 }, aggregations }));
      },
      counts: (queries) => {
        const terms = queries.map((query) => /"own":"(\w+)"/u.exec(JSON.stringify(query))?.[1]);
        const own = terms.filter((term) => term !== undefined);
        if (own.length > 0) asked.push(own);
        return Promise.resolve(terms.map((term) => term?.length ?? 0));
      },
    },
    '1',
    () => clock,
  );
  let clock = 0;
  return { asked, statistics, wait: (milliseconds: number) => (clock += milliseconds) };
}

test('the counts of a term are cached for a minute', async () => {
  const { asked, statistics, wait } = counting();
  const first = await statistics(['mill', 'halden', 'mill']);
  expect(first.texts).toEqual({ sentence: 90, paragraph: 30, article: 9 });
  expect(first.holding.get('halden')).toEqual({ sentence: 6, paragraph: 0, article: 0 });
  wait(59_000);
  const second = await statistics(['tram', 'halden']);
  expect([...second.holding.keys()].toSorted()).toEqual(['halden', 'tram']);
  expect(second.holding.get('halden')).toEqual(first.holding.get('halden'));
  wait(1000);
  await statistics(['mill', 'tram']);
  expect(asked).toEqual([['mill', 'halden'], ['tram'], ['mill']]);
});
