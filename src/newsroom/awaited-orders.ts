import { setTimeout as sleep } from 'node:timers/promises';
import type { EditorTools, Order, OrderOutcome } from '../desk/editor-tools.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Store } from '../store/archive.ts';
import { message } from '../words/message.ts';
import { outcomeSchema } from './order.ts';

/** Stores orders as jobs, and waits for their outcomes. */
export type AwaitedOrders = Readonly<{
  /** Resolves when the order was carried out, in this process or another. */
  carryOut(guildId: string): EditorTools['carryOut'];
  /** Whether this process is waiting for the job. */
  isAwaited(jobId: string): boolean;
  /** Resolves the wait for a job with its result. Throws a ZodError if the result is not the outcome of an order. */
  done(jobId: string, result: unknown): void;
  failed(jobId: string, error: unknown): void;
}>;

/** Interval of checking on an order that another process carries out. Milliseconds. */
const LOOK_MS = 500;

type Waiter = Readonly<{ resolve(outcome: OrderOutcome): void; reject(error: unknown): void }>;

/** `work` is called when a new job is waiting. */
export function awaitedOrders(store: Pick<Store, 'guild'>, work: () => void): AwaitedOrders {
  /** By the job's id. */
  const waiters = new Map<string, Waiter>();

  async function carryOut(guildId: string, order: Order, by: string): Promise<OrderOutcome> {
    const id = await store.guild(guildId).jobs.enqueue({ kind: 'order', payload: order, by });
    const enough = new AbortController();
    const here = new Promise<OrderOutcome>((resolve, reject) => waiters.set(id, { resolve, reject }));
    work();
    try {
      return await Promise.race([here, watch(store, guildId, id, enough.signal)]);
    } finally {
      enough.abort();
      waiters.delete(id);
    }
  }

  return {
    carryOut: (guildId) => (order, by) => carryOut(guildId, order, by),
    isAwaited: (jobId) => waiters.has(jobId),
    done: (jobId, result) => waiters.get(jobId)?.resolve(outcomeSchema.parse(result)),
    failed: (jobId, error) => waiters.get(jobId)?.reject(error),
  };
}

/** Checks until the job has ended, in this process or another. */
async function watch(
  store: Pick<Store, 'guild'>,
  guildId: string,
  jobId: string,
  signal: AbortSignal,
): Promise<OrderOutcome> {
  for (;;) {
    await sleep(LOOK_MS, undefined, { signal });
    const job = await store.guild(guildId).jobs.get(jobId);
    if (job?.state === 'done') return outcomeSchema.parse(job.progress);
    if (!job || job.state === 'failed') throw new AskerError(job?.problem ?? message('job.gone'));
  }
}
