import { inspect, inspectFeed } from '../extract.ts';
import { draftFields, type DraftFields } from '../../article/fields.ts';
import type { Hint } from '../extracted.ts';
import { feedSchema, type ParsedFeed } from '../feed/feed.ts';
import { IntakeError } from '../intake-error.ts';
import { quarantine } from './quarantine.ts';
import { WorkerFailure } from './run-task.ts';
import type { IntakeTask } from './task.ts';
import { threads } from './threads.ts';
import { message } from '../../words/message.ts';

/** Reads files, pages and feeds off the main thread (F16). */
export type IntakePool = Readonly<{
  /** Reads an article from bytes; throws {@link IntakeError}. */
  extract: (bytes: Uint8Array, hint?: Hint) => Promise<DraftFields>;
  /** Reads a feed from bytes; throws {@link IntakeError}. */
  readFeed: (bytes: Uint8Array, hint?: Hint) => Promise<ParsedFeed>;
  /** Ends all threads and refuses current and waiting readings as `closed`. */
  close: () => Promise<void>;
}>;

export type PoolOptions = Readonly<{
  /** Number of threads, each with up to 256 MB while reading. Default 1, for a small machine. */
  size?: number;
  /** Factor for the time limits, for a busy machine. Default 1. */
  patience?: number;
  /** Script of the threads; tests use one that hangs or dies. */
  script?: URL;
}>;

/**
 * A small pool of threads that read files. A thread that hangs, dies or grows too large is ended, and the reading retried
 * once in a new thread; if that fails too, the file is quarantined with the reason (F19).
 */
export function intakePool({
  size = 1,
  patience = 1,
  script = new URL('./worker.ts', import.meta.url),
}: PoolOptions = {}): IntakePool {
  const workers = threads(script, patience);
  const refused = quarantine();
  const waiting: (() => void)[] = [];
  let active = 0;
  let closed = false;

  const read = async (task: IntakeTask): Promise<unknown> => {
    if (closed) throw stopping(task);
    const known = refused.find(task.bytes);
    if (known) throw known;
    await turn();
    try {
      return await tryTwice(task);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else active -= 1;
    }
  };

  /** Waits for a free thread; a reading that ends passes its thread to the next. */
  const turn = async (): Promise<void> => {
    if (active >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else active += 1;
  };

  const tryTwice = async (task: IntakeTask): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      if (closed) throw stopping(task);
      try {
        return await workers.run(task);
      } catch (error) {
        if (closed) throw stopping(task);
        if (!(error instanceof WorkerFailure)) throw error;
        if (attempt === 1) continue;
        const refusal = new IntakeError(
          error.code,
          message('intake.unread', { subject: task.subject, reason: error.reason }),
          { cause: error },
        );
        refused.add(task.bytes, refusal);
        throw refusal;
      }
    }
  };

  return {
    extract: async (bytes, hint = {}) =>
      draftFields.parse(await read({ ...inspect(bytes, hint), bytes, hint })),
    readFeed: async (bytes, hint = {}) =>
      feedSchema.parse(await read({ ...inspectFeed(bytes, hint), bytes, hint })),
    close: async () => {
      closed = true;
      await workers.close();
    },
  };
}

const stopping = ({ subject }: IntakeTask): IntakeError =>
  new IntakeError('closed', message('intake.stopping', { subject }));
