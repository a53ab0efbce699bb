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
import { inEnglish, type Notice } from '../../words/message.ts';

export type FeederOptions = Readonly<{
  store: Pick<Store, 'guild' | 'housekeeping' | 'outbox' | 'onChange'>;
  layout: Layout;
  writer: IndexWriter;
  place: string;
  now(): Date;
  log: Log;
  /** Waits until the time is over or the signal aborts. Default: the system's timers. */
  pause?(milliseconds: number, signal: AbortSignal): Promise<void>;
}>;

/** Sends the changes of the store to the search engine. */
export type Feeder = Readonly<{
  state(): Promise<EngineState>;
  /** Compares store and index as soon as the current work is finished. */
  reconcile(): void;
  /** Ends the current work. */
  close(): Promise<void>;
}>;

/** How long to wait for the current work when closing. Milliseconds. */
const CLOSING_MS = 5000;
/** Articles per batch. */
const BATCH = 100;
/** Interval of looking for changes of other processes, in case a notification was lost. Milliseconds. */
const IDLE_MS = 5000;
/** Interval of comparing store and index. Milliseconds. */
const RECONCILE_MS = 3_600_000;
/** Wait after a failure: starts at `first` and doubles up to `last`. Milliseconds. */
const BACK_OFF_MS = { first: 1000, last: 60_000 } as const;

/** Starts sending changes to the search engine; builds its index first if there is none. Never throws. */
export function startFeeder(options: FeederOptions): Feeder {
  const { store, layout, place, now, log, pause = quietly } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let poke = new AbortController();
  let problem: Notice | undefined;
  let building: RebuildProgress | undefined;
  let reconciled: Reconciliation | undefined;
  /** When the next comparison is due. Milliseconds since the epoch. */
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
    await drainOutbox(options, signal);
  }

  function note(error: unknown): void {
    if (signal.aborted) return;
    const words = error instanceof EngineError ? error.told : String(error);
    if (problem === undefined || inEnglish(problem) !== inEnglish(words))
      log.error({ cause: causeOf(error), place }, 'could not send changes to the search engine');
    problem = words;
    layout.forget();
  }

  async function run(): Promise<void> {
    for (let wait: number = BACK_OFF_MS.first; !signal.aborted;) {
      poke = new AbortController();
      try {
        await work();
        if (problem !== undefined) log.info({ place }, 'sending changes to the search engine again');
        problem = undefined;
        wait = BACK_OFF_MS.first;
        await pause(IDLE_MS, AbortSignal.any([signal, poke.signal]));
      } catch (error) {
        note(error);
        // Half of the wait is random, so that several processes do not retry at the same moment.
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
      // A request to an engine that hangs may take a minute. It is repeated at the next start, so do not wait for it.
      await Promise.race([running, sleep(CLOSING_MS, undefined, { ref: false })]);
    },
  };
}

/** Sends everything in the outbox to the search engine. */
async function drainOutbox({ store, layout, writer }: FeederOptions, signal: AbortSignal): Promise<void> {
  for (;;) {
    const batch = await store.outbox.next(BATCH);
    if (!batch || signal.aborted) return;
    const { guildId, ids, change } = batch;
    if (ids.length === 0) {
      await layout.dropOwn(guildId);
      await writer.removeServer(await layout.aliasOf(guildId), guildId);
    } else {
      const index = await layout.aliasOf(guildId);
      await writeNewest({ archive: store.guild(guildId), writer, index }, ids, { change, replace: false });
    }
    await store.outbox.settle(batch);
  }
}

const quietly = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

const causeOf = (error: unknown): string =>
  error instanceof EngineError ? `${error.fault}: ${String(error.cause)}` : String(error);
