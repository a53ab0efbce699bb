/** Gives one job at a time to a thread. */
export type Queue<Job, Result> = Readonly<{
  /**
   * A job that somebody waits for: the newest goes first, since who asked long ago has given up. `undefined` when it could
   * not begin within `patience` milliseconds, at once when the recent jobs show that it will not, when it was dropped, or
   * when it failed.
   */
  urgent(job: Job, patience: number): Promise<Result | undefined>;
  /** A job for which there is time: goes when no urgent one waits, the oldest first. */
  later(job: Job): Promise<Result | undefined>;
  /** Lets jobs begin, or keeps them waiting. */
  open(isOpen: boolean): void;
  /** Ends all waiting with `undefined`. */
  drop(): void;
}>;

type Waiting<Job, Result> = Readonly<{
  job: Job;
  /** Begins by this time of `performance.now()` or is overdue; endless for one that has time. */
  latest: number;
  settle(result: Result | undefined): void;
}>;

export type QueueOptions<Job, Result> = Readonly<{
  /** Does a job; what it rejects with counts as no result. */
  run(job: Job): Promise<Result | undefined>;
  /** How much work a job is, in any unit that the time it takes grows with. */
  size(job: Job): number;
  /** Hears of each urgent job that waited in vain. */
  onOverdue(): void;
}>;

/** How much the newest job tells of how fast the next ones go. */
const TELLS = 0.2;

/** An empty queue, closed at first. */
export function createReaderQueue<Job, Result>({
  run,
  size,
  onOverdue,
}: QueueOptions<Job, Result>): Queue<Job, Result> {
  const urgent = new Set<Waiting<Job, Result>>();
  const calm = new Set<Waiting<Job, Result>>();
  let isOpen = false;
  let busy = false;
  /** Milliseconds for a unit of size, smoothed; undefined until a job was done. */
  let pace: number | undefined;
  /** When the job that runs will have ended, if it is like those before it. A time of `performance.now()`. */
  let ends = 0;

  const next = (): Waiting<Job, Result> | undefined =>
    isOpen ? ([...urgent].at(-1) ?? calm.values().next().value) : undefined;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let waiting = next(); waiting; waiting = next()) {
      urgent.delete(waiting);
      calm.delete(waiting);
      const began = performance.now();
      ends = began + expected(waiting.job);
      const result = await run(waiting.job).catch(() => undefined);
      if (result !== undefined) measure(waiting.job, performance.now() - began);
      waiting.settle(result);
    }
    busy = false;
  }

  const expected = (job: Job): number => size(job) * (pace ?? 0);

  function measure(job: Job, took: number): void {
    const now = took / Math.max(1, size(job));
    pace = pace === undefined ? now : pace + (now - pace) * TELLS;
  }

  /** Gives up the urgent jobs whose turn will come too late, so that nobody waits in vain. */
  function giveUpLate(): void {
    let begins = Math.max(performance.now(), busy ? ends : 0);
    for (const waiting of [...urgent].toReversed()) {
      if (begins > waiting.latest) overdue(waiting);
      else begins += expected(waiting.job);
    }
  }

  function overdue(waiting: Waiting<Job, Result>): void {
    // One that has begun is let through: most of its work is done.
    if (!urgent.delete(waiting)) return;
    onOverdue();
    waiting.settle(undefined);
  }

  function put(job: Job, patience?: number): Promise<Result | undefined> {
    const { promise, resolve } = Promise.withResolvers<Result | undefined>();
    let timer: NodeJS.Timeout | undefined;
    const waiting: Waiting<Job, Result> = {
      job,
      latest: performance.now() + (patience ?? Number.POSITIVE_INFINITY),
      settle(result) {
        clearTimeout(timer);
        resolve(result);
      },
    };
    if (patience === undefined) calm.add(waiting);
    else {
      urgent.add(waiting);
      timer = setTimeout(() => overdue(waiting), patience);
      giveUpLate();
    }
    void work();
    return promise;
  }

  return {
    urgent: (job, patience) => put(job, Math.max(0, patience)),
    later: (job) => put(job),
    open(now) {
      isOpen = now;
      void work();
    },
    drop() {
      for (const waitingJobs of [urgent, calm]) {
        for (const { settle } of waitingJobs) settle(undefined);
        waitingJobs.clear();
      }
    },
  };
}
