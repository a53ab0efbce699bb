import { z } from 'zod';
import type { SentenceRef } from '../recall.ts';
import type { EngineClient } from './client.ts';
import { EngineError } from './engine-error.ts';
import type { Layout } from './layout.ts';
import { shards, whole, wholeAnswer } from './whole-answer.ts';

const refFields = z.object({
  article: z.tuple([z.string()]),
  revision: z.tuple([z.number()]),
  n: z.tuple([z.number()]).optional(),
});
const hitsAnswer = z.object({
  timed_out: whole,
  _shards: shards,
  hits: z.object({ hits: z.array(z.object({ fields: refFields })) }),
});
const manyHits = z.object({ responses: z.array(hitsAnswer) });
const manyCounts = z.object({
  responses: z.array(
    z.object({
      timed_out: whole,
      _shards: shards,
      hits: z.object({ total: z.object({ value: z.number() }) }),
    }),
  ),
});

/** Reads doc values: reading each hit's stored id would take twice as long as finding it. */
const REFS = {
  docvalue_fields: ['article', 'revision', 'n'],
  stored_fields: '_none_',
  track_total_hits: false,
};

/** Asks the index that a server's articles are in. Every method throws EngineError: also when a part could not be searched. */
export function serverReader(
  { client, layout }: Readonly<{ client: EngineClient; layout: Layout }>,
  guildId: string,
) {
  async function search<Schema extends z.ZodType>(body: object, schema: Schema): Promise<z.output<Schema>> {
    const index = await indexed();
    return wholeAnswer(() => client.send({ method: 'POST', path: `/${index}/_search`, body }, schema));
  }

  /** The alias for the server's articles. */
  async function indexed(): Promise<string> {
    if ((await layout.current('shared')) === undefined) throw new EngineError('building');
    return layout.aliasOf(guildId);
  }

  async function searchAll<Schema extends z.ZodType>(
    bodies: readonly object[],
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const index = await indexed();
    const lines = bodies.flatMap((body) => [{ index }, body]);
    return wholeAnswer(() => client.send({ method: 'POST', path: '/_msearch', lines }, schema));
  }

  async function refs(bodies: readonly object[]): Promise<SentenceRef[][]> {
    const all = bodies.map((body) => ({ ...REFS, ...body }));
    const { responses } = await searchAll(all, manyHits);
    return responses.map(({ hits }) =>
      hits.hits.map(({ fields: { article, revision, n } }) => ({
        articleId: article[0],
        revision: revision[0],
        n: n?.[0] ?? 1,
      })),
    );
  }

  const articleIds = async (body: object): Promise<string[]> =>
    ((await refs([body]))[0] ?? []).map(({ articleId }) => articleId);

  /** How many entries match each of these queries. */
  async function counts(queries: readonly object[]): Promise<number[]> {
    if (queries.length === 0) return [];
    const bodies = queries.map((query) => ({ size: 0, track_total_hits: true, query }));
    return (await searchAll(bodies, manyCounts)).responses.map(({ hits }) => hits.total.value);
  }

  return { search, refs, articleIds, counts };
}
