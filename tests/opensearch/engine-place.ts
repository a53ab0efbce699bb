import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchNode } from '../../lab/opensearch/node.ts';
import { startFeeder, type Feeder } from '../../src/newsroom/engine/feeder.ts';
import { anything } from '../../src/search/index/opensearch/client.ts';
import { linkEngine, type SearchEngineLink } from '../../src/search/index/opensearch/engine.ts';
import type { Store } from '../../src/store/archive.ts';

/** A search engine that follows the changes of a store. */
export type EnginePlace = Readonly<{
  link: SearchEngineLink;
  /** Resolves when the engine has received everything and shows it. */
  settled(): Promise<void>;
  feeder: Feeder;
  /** Stops following and deletes all indexes. */
  remove(): Promise<void>;
}>;

/** Sends the changes of a store to a node. */
export function enginePlace(node: SearchNode, store: Store): EnginePlace {
  const link = linkEngine(node.url);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const pause = (_: number, signal: AbortSignal): Promise<void> =>
    sleep(50, undefined, { signal }).catch(() => undefined);
  const feeder = startFeeder({ ...link, store, place: 'here', now: () => new Date(), log, pause });
  return {
    link,
    feeder,
    async settled() {
      for (;;) {
        const { outbox, reconciled, problem } = await feeder.state();
        if (outbox.waiting === 0 && reconciled && problem === undefined) break;
        await sleep(50);
      }
      await link.writer.refresh('pullquote-shared');
    },
    async remove() {
      await feeder.close();
      await link.client.send({ method: 'DELETE', path: '/pullquote-*', patience: 'long' }, anything);
      await link.client.close();
    },
  };
}
