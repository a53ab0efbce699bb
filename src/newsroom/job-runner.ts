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

/** Carries out orders as stored jobs, so that they survive a restart. */
export type JobRunner = Readonly<{
  /** Stores the order as a job, and resolves when it was carried out, in this process or another. */
  carryOut(guildId: string): EditorTools['carryOut'];
  /** Adds kinds of jobs. */
  also(kinds: Readonly<Record<string, JobWork>>): void;
  /** Does all waiting jobs, including those that a killed process left behind. Never rejects. */
  work(): Promise<void>;
  /** Starts no further job, and resolves when the running ones have ended. */
  close(): Promise<void>;
}>;

/** Does a job. The result is stored with the job; without one (`undefined`) the job is deleted, so that the same id can be enqueued again. */
export type JobWork = (job: ClaimedJob) => Promise<unknown>;

/** Maximum number of jobs done at the same time. */
const AT_ONCE = 2;

/** Creates a runner; `read` reads sources. At first it only does orders. */
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

  /** Ends a job that failed, or releases it to be tried again when the cause was the store or the end of the program. */
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
    // The running ones may have looked for jobs just before this one was added, so one of them looks once more.
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
