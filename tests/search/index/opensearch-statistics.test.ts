import { expect, test } from 'vitest';
import { serverStatistics } from '../../../src/search/index/opensearch/statistics.ts';

/** An engine in which every term is in as many sentences as it has letters, with its requests. */
function counting() {
  const asked: string[][] = [];
  const shards = { failed: 0 };
  const statistics = serverStatistics(
    (body, schema) => {
      const text = JSON.stringify(body);
      const terms = [...text.matchAll(/"own":"(\w+)"/gu)].map(([, term]) => term ?? '');
      if (terms.length === 0) {
        const [sentence, paragraph, article] = [90, 30, 9].map((count) => ({ count, avg: 12 }));
        const aggregations = { sentence, paragraph, article };
        return Promise.resolve(schema.parse({ timed_out: false, _shards: shards, aggregations }));
      }
      asked.push(terms);
      const buckets = Object.fromEntries(
        terms.map((term, n) => [`sentence ${n}`, { doc_count: term.length }]),
      );
      const answer = { timed_out: false, _shards: shards, aggregations: { counts: { buckets } } };
      return Promise.resolve(schema.parse(answer));
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
