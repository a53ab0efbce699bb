import type { Store } from '../store/archive.ts';
import { StoreError } from '../store/db/db.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { LEASE_MS, type ClaimedJob } from '../store/desk/jobs.ts';
import type { Log } from '../desk/ports.ts';
import type { EditorTools, Order } from '../desk/editor-tools.ts';
import { awaitedOrders } from './awaited-orders.ts';
import { orderSchema, performOrder, type ReadSource } from './order.ts';
import { causeOf } from '../desk/cause.ts';
import { message } from '../words/message.ts';

/** Carries out orders as jobs of the store, so that they survive a restart. */
export type JobRunner = Readonly<{
  /** Keeps the order as a job, and resolves when it was carried out, here or in another process. */
  carryOut(guildId: string): EditorTools['carryOut'];
  /** From now on does jobs of these kinds too. */
  also(kinds: Readonly<Record<string, JobWork>>): void;
  /** Works off what waits, such as what a process that is gone left behind. Never rejects. */
  work(): Promise<void>;
  /** Begins nothing new, and resolves when what was begun has ended. */
  close(): Promise<void>;
}>;

/** Does a job. What it resolves to is kept with the job; with undefined the job is forgotten, to be done again when it comes again. */
export type JobWork = (job: ClaimedJob) => Promise<unknown>;

/** Orders carried out at a time. */
const AT_ONCE = 2;

/** A runner over a store; `read` reads sources. At first it does orders alone. */
export function jobRunner(store: Pick<Store, 'guild' | 'jobs'>, read: ReadSource, log: Log): JobRunner {
  const { jobs } = store;
  const orders = awaitedOrders(store, () => void work());
  const running = new Set<Promise<void>>();
  const leases = new Set<string>();
  const kinds = new Map<string, JobWork>([
    [
      'order',
      async ({ payload, createdBy, guildId }) =>
        performOrder(orderSchema.parse(payload) as Order, createdBy, store.guild(guildId), read),
    ],
  ]);
  let closed = false;
  let lookAgain = false;

  async function perform(job: ClaimedJob): Promise<void> {
    leases.add(job.lease);
    const beat = setInterval(() => void jobs.beat(job, null).catch(() => undefined), LEASE_MS / 3);
    try {
      const result = await kinds.get(job.kind)?.(job);
      await (result === undefined ? jobs.drop(job) : jobs.finish(job, result));
      orders.done(job.id, result);
    } catch (error) {
      await putAside(job, error).catch((fault: unknown) =>
        log.warn({ cause: causeOf(fault) }, 'could not record that a job failed'),
      );
      orders.failed(job.id, error);
    } finally {
      clearInterval(beat);
      leases.delete(job.lease);
    }
  }

  /** A refusal ends the job; a store that is away or full is no fault of the job, which is tried again. */
  async function putAside(job: ClaimedJob, error: unknown): Promise<void> {
    if (error instanceof IntakeError && error.code === 'closed') return jobs.release(job);
    if (error instanceof StoreError && !orders.isAwaited(job.id)) return jobs.release(job);
    if (error instanceof IntakeError) return jobs.fail(job, error.told);
    log.error({ job: job.id, cause: causeOf(error) }, 'a job failed');
    return jobs.fail(job, message('job.failed'));
  }

  async function workOff(): Promise<void> {
    try {
      for (let job = await next(); job; job = await next()) await perform(job);
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'could not read waiting jobs');
    }
  }

  const next = async (): Promise<ClaimedJob | undefined> =>
    closed ? undefined : jobs.claim([...kinds.keys()], [...leases]);

  async function work(): Promise<void> {
    // Whoever is busy may have looked a moment before something came: it looks once more.
    if (running.size >= AT_ONCE) lookAgain = true;
    if (closed || running.size >= AT_ONCE) return;
    lookAgain = false;
    const one = workOff();
    running.add(one);
    await one;
    running.delete(one);
    if (lookAgain) await work();
  }

  return {
    carryOut: orders.carryOut,
    also(more) {
      for (const [kind, doing] of Object.entries(more)) kinds.set(kind, doing);
    },
    work,
    async close() {
      closed = true;
      await Promise.all(running);
    },
  };
}
