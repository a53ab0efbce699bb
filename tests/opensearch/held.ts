import { z } from 'zod';
import { anything, type EngineClient } from '../../src/search/index/opensearch/client.ts';

const hits = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        fields: z.object({
          server: z.tuple([z.string()]),
          article: z.tuple([z.string()]),
          revision: z.tuple([z.number()]),
        }),
      }),
    ),
  }),
});

/** Number of documents of each server's articles in all indexes, as `server article.revision`. */
export async function heldIn(client: EngineClient): Promise<Record<string, number>> {
  await client.send({ method: 'POST', path: '/pullquote-*/_refresh', patience: 'long' }, anything);
  const body = { size: 1000, docvalue_fields: ['server', 'article', 'revision'] };
  const found = await client.send(
    { method: 'POST', path: '/pullquote-*/_search', body, patience: 'long' },
    hits,
  );
  const counts: Record<string, number> = {};
  for (const { fields } of found.hits.hits) {
    const name = `${fields.server[0].slice(-1)} ${fields.article[0]}.${fields.revision[0]}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
