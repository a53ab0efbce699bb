import { setImmediate } from 'node:timers/promises';
import { extract } from '../../src/intake/extract.ts';
import { briefingsOf } from '../../src/newsroom/briefing/briefings.ts';
import { followingOf } from '../../src/newsroom/follow/following.ts';
import { jobRunner } from '../../src/newsroom/job-runner.ts';
import type { Outlet } from '../../src/newsroom/outlet.ts';
import { sourceReader } from '../../src/newsroom/read-source.ts';
import type { Store } from '../../src/store/archive.ts';
import { GUILD } from './newsroom.ts';

/** One process that reports news to followers and posts digests, with a clock that the test sets. */
export function followerOn(store: Store, outlet: Outlet, now: () => Date, perHour = 6) {
  const logged: string[] = [];
  const note = (_fields: unknown, message: string): void => void logged.push(message);
  const log = { debug: () => {}, info: note, warn: note, error: note };
  const none = () => Promise.reject(new Error('No network in this test.'));
  const runner = jobRunner(store, sourceReader({ extract }, { page: none, file: none }), log);
  const parts = { store, now, log, work: () => void runner.work(), receiptLink: () => async () => undefined };
  // Long enough that only `plan` creates messages, so that tests control when.
  const following = followingOf({ ...parts, perHour, gather: 1000 });
  const briefings = briefingsOf(parts);
  for (const kinds of [following.look, following.kinds(outlet), briefings.kinds(outlet)]) runner.also(kinds);
  const waits = async () =>
    (await store.guild(GUILD).jobs.list(100)).some(({ state }) => state === 'waiting' || state === 'running');
  const settled = async (): Promise<void> => {
    while (await waits()) {
      await runner.work();
      await setImmediate();
    }
  };
  return {
    logged,
    /** Processes all changes and records the news. */
    settled,
    /** Posts everything that is due at the clock's time. */
    async told(): Promise<void> {
      await settled();
      await following.sweep();
      await Promise.all([following.plan(), briefings.plan()]);
      await settled();
    },
    async close(): Promise<void> {
      following.close();
      await runner.close();
    },
  };
}
