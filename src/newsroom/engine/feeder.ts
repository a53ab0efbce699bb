import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../desk/ports.ts';
import type { EngineState, RebuildProgress, Reconciliation } from '../../desk/engine-state.ts';
import { EngineError } from '../../search/index/opensearch/engine-error.ts';
import type { Layout } from '../../search/index/opensearch/layout.ts';
import type { IndexWriter } from '../../search/index/opensearch/writer.ts';
import type { Store } from '../../store/archive.ts';
import { reconcile } from './reconcile.ts';
import { rebuild } from './rebuild.ts';
import { writeNewest } from './sync.ts';

/** What the feeder works with. */
export type FeederOptions = Readonly<{
  store: Pick<Store, 'guild' | 'housekeeping' | 'outbox' | 'onChange'>;
  layout: Layout;
  writer: IndexWriter;
  place: string;
  now(): Date;
  log: Log;
  /** Waits, and ends early with the signal. Default: the system's timers. */
  pause?(milliseconds: number, signal: AbortSignal): Promise<void>;
}>;

/** Tells the search engine what changed in the store. */
export type Feeder = Readonly<{
  state(): Promise<EngineState>;
  /** Compares store and index now, after what is under way. */
  reconcile(): void;
  /** Ends what is under way. */
  close(): Promise<void>;
}>;

/** How long what is under way may take to end. Milliseconds. */
const CLOSING_MS = 5000;
/** Articles sent at a time. */
const BATCH = 100;
/** How often is looked for what another process changed, when none told. Milliseconds. */
const IDLE_MS = 5000;
/** How often store and index are compared. Milliseconds. */
const RECONCILE_MS = 3_600_000;
/** After a failure it is tried again after the first of these, then after twice as long each time up to the last. Milliseconds. */
const BACK_OFF_MS = { first: 1000, last: 60_000 } as const;

/** Starts to tell the search engine what changed; builds its index first when there is none. Never throws. */
export function startFeeder(options: FeederOptions): Feeder {
  const { store, layout, writer, place, now, log, pause = quietly } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let poke = new AbortController();
  let problem: string | undefined;
  let building: RebuildProgress | undefined;
  let reconciled: Reconciliation | undefined;
  /** When the next comparison is due, milliseconds since the epoch. */
  let due = 0;
  const reconcileSoon = (): void => {
    due = 0;
    poke.abort();
  };
  const stopListening = store.onChange(({ kind }) => {
    if (kind === 'missed') reconcileSoon();
    else if (kind !== 'settings') poke.abort();
  });

  async function work(): Promise<void> {
    if ((await layout.current('shared')) === undefined) {
      building = { done: 0, all: 0 };
      await rebuild('shared', { ...options, signal, onProgress: (progress) => (building = progress) });
      building = undefined;
    }
    if (now().getTime() >= due) {
      reconciled = await reconcile({ ...options, signal });
      due = now().getTime() + RECONCILE_MS;
    }
    for (;;) {
      const batch = await store.outbox.next(BATCH);
      if (!batch || signal.aborted) return;
      const { guildId, ids, change } = batch;
      if (ids.length === 0) await forgetServer(guildId);
      else {
        const index = await layout.aliasOf(guildId);
        await writeNewest({ archive: store.guild(guildId), writer, index }, ids, { change, replace: false });
      }
      await store.outbox.settle(batch);
    }
  }

  async function forgetServer(guildId: string): Promise<void> {
    await layout.dropOwn(guildId);
    await writer.removeServer(await layout.aliasOf(guildId), guildId);
  }

  function note(error: unknown): void {
    if (signal.aborted) return;
    const words = error instanceof EngineError ? error.message : String(error);
    if (problem !== words)
      log.error({ cause: causeOf(error), place }, 'the search engine was not told what changed');
    problem = words;
    layout.forget();
  }

  async function run(): Promise<void> {
    for (let wait: number = BACK_OFF_MS.first; !signal.aborted;) {
      poke = new AbortController();
      try {
        await work();
        if (problem !== undefined) log.info({ place }, 'the search engine is told again what changes');
        problem = undefined;
        wait = BACK_OFF_MS.first;
        await pause(IDLE_MS, AbortSignal.any([signal, poke.signal]));
      } catch (error) {
        note(error);
        // Half of it at random, so that several processes do not come back at the same moment.
        await pause(wait * (0.5 + Math.random() / 2), signal);
        wait = Math.min(2 * wait, BACK_OFF_MS.last);
      }
    }
  }

  const running = run();
  return {
    reconcile: reconcileSoon,
    async state() {
      return {
        place,
        outbox: await store.outbox.size(),
        ...(problem !== undefined && { problem }),
        ...(building && { building }),
        ...(reconciled && { reconciled }),
      };
    },
    async close() {
      stopListening();
      closing.abort();
      // What an engine that hangs is asked may take a minute; it is done again at the next start.
      await Promise.race([running, sleep(CLOSING_MS, undefined, { ref: false })]);
    },
  };
}

const quietly = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

const causeOf = (error: unknown): string =>
  error instanceof EngineError ? `${error.fault}: ${String(error.cause)}` : String(error);
