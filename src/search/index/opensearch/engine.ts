import { connectEngine, type EngineClient } from './client.ts';
import { createLayout, type Layout } from './layout.ts';
import { createWriter, type IndexWriter } from './writer.ts';

/** A search engine and what is kept in it. */
export type SearchEngineLink = Readonly<{
  client: EngineClient;
  layout: Layout;
  writer: IndexWriter;
}>;

/** Links to the engine at one address or several, separated by commas, of one cluster; nothing is sent yet. */
export function linkEngine(urls: string): SearchEngineLink {
  const client = connectEngine(urls);
  return { client, layout: createLayout(client), writer: createWriter(client) };
}
