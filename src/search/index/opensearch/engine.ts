import { connectEngine, type EngineClient } from './client.ts';
import { createLayout, type Layout } from './layout.ts';
import { createWriter, type IndexWriter } from './writer.ts';

/** A search engine and its indexes. */
export type SearchEngineLink = Readonly<{
  client: EngineClient;
  layout: Layout;
  writer: IndexWriter;
}>;

/** Links to a cluster by one or more comma-separated URLs. Sends nothing yet. */
export function linkEngine(urls: string): SearchEngineLink {
  const client = connectEngine(urls);
  return { client, layout: createLayout(client), writer: createWriter(client) };
}
