import { afterAll, beforeAll } from 'vitest';
import { startNode, type SearchNode } from '../../lab/opensearch/node.ts';
import { linkEngine } from '../../src/search/index/opensearch/engine.ts';
import { tenantsContract } from '../newsroom/tenants.ts';
import { enginePlace, type EnginePlace } from './engine-place.ts';

let node: SearchNode;
let engine: EnginePlace | undefined;
beforeAll(async () => {
  node = await startNode();
});
afterAll(async () => {
  await engine?.remove();
  await node.remove();
});

// Some thousand questions, each with requests to the node.
const TIMEOUT_MS = 1_800_000;

tenantsContract(
  () =>
    Promise.resolve({
      store: { searchEngine: true },
      newsroom: { searchEngine: linkEngine(node.url) },
      async ready(store) {
        engine = enginePlace(node, store);
        await engine.settled();
      },
    }),
  TIMEOUT_MS,
);
