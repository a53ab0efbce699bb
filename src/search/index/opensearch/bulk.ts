import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { faultOf, type EngineClient } from './client.ts';
import { EngineError } from './engine-error.ts';
import { entriesOf, type Indexable } from './entries.ts';

/** Most documents, and characters of JSON, per request. */
const BULK = { documents: 4000, characters: 8_000_000 };
/** Waits after the engine rejects a request as too much work: the first, and the longest after doubling. Milliseconds. */
const PAUSES_MS = { first: 500, last: 30_000 };
const bulkAnswer = z.object({
  errors: z.boolean(),
  items: z.array(
    z.object({ index: z.object({ status: z.number(), error: z.object({ reason: z.string() }).optional() }) }),
  ),
});
/** Writes the entries of articles under a change number of their server. Throws EngineError. */
export async function putEntries(
  client: EngineClient,
  index: string,
  guildId: string,
  articles: readonly Indexable[],
  change: number,
): Promise<void> {
  let lines: object[] = [];
  let characters = 0;
  for (const article of articles) {
    const { document } = article;
    for (const { id, fields } of entriesOf(guildId, article, change)) {
      const action = {
        _id: id,
        routing: document.article.id,
        version: change,
        version_type: 'external_gte',
      };
      lines.push({ index: action }, fields);
    }
    characters += 3 * document.article.text.length;
    if (lines.length < 2 * BULK.documents && characters < BULK.characters) continue;
    await bulk(client, index, lines);
    lines = [];
    characters = 0;
  }
  await bulk(client, index, lines);
}

/** Sends documents. If a node is overloaded, waits and sends them again, since everything may be repeated. */
async function bulk(client: EngineClient, index: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return;
  for (let pause = PAUSES_MS.first; ; pause *= 2) {
    try {
      return await bulkOnce(client, index, lines);
    } catch (error) {
      if (!(error instanceof EngineError) || error.fault !== 'slow' || pause > PAUSES_MS.last) throw error;
      await sleep(pause);
    }
  }
}

async function bulkOnce(client: EngineClient, index: string, lines: readonly object[]): Promise<void> {
  const request = { method: 'POST', path: `/${index}/_bulk`, lines, patience: 'write' } as const;
  const { errors, items } = await client.send(
    { ...request, query: { filter_path: 'errors,items.*.status,items.*.error.reason' } },
    bulkAnswer,
  );
  if (!errors) return;
  for (const { index: item } of items) {
    // 409: a newer version is already there.
    if (item.status < 300 || item.status === 409) continue;
    const reason = item.error?.reason ?? `status ${item.status}`;
    throw new EngineError(faultOf(item.status, reason), new Error(reason));
  }
}
