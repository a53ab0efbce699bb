/** Gives one job at a time to a thread. */
export type Queue<Job, Result> = Readonly<{
  /**
   * A job that somebody waits for; the shortest goes first. `undefined` at once when, as fast as the jobs before it went, it
   * could not begin within `patience` milliseconds; when it did not all the same; when it was dropped, or when it failed.
   */
  urgent(job: Job, patience: number): Promise<Result | undefined>;
  /** A job for which there is time: goes when no urgent one waits, the oldest first. */
  later(job: Job): Promise<Result | undefined>;
  /** Lets jobs begin, or keeps them waiting. */
  open(isOpen: boolean): void;
  /** Ends all waiting with `undefined`. */
  drop(): void;
}>;

type Waiting<Job, Result> = Readonly<{ job: Job; size: number; settle(result: Result | undefined): void }>;

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

  const expected = ({ size: work }: Waiting<Job, Result>): number => work * (pace ?? 0);

  function next(): Waiting<Job, Result> | undefined {
    if (!isOpen) return undefined;
    let shortest: Waiting<Job, Result> | undefined;
    for (const waiting of urgent) if (!shortest || waiting.size < shortest.size) shortest = waiting;
    return shortest ?? calm.values().next().value;
  }

  async function runNext(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let waiting = next(); waiting; waiting = next()) {
      urgent.delete(waiting);
      calm.delete(waiting);
      const began = performance.now();
      ends = began + expected(waiting);
      const result = await run(waiting.job).catch(() => undefined);
      if (result !== undefined) measure(waiting, performance.now() - began);
      waiting.settle(result);
    }
    busy = false;
  }

  function measure({ size: work }: Waiting<Job, Result>, took: number): void {
    const now = took / Math.max(1, work);
    pace = pace === undefined ? now : pace + (now - pace) * TELLS;
  }

  /** How long a job would wait that came now. Milliseconds. */
  function expectedWait(): number {
    let wait = busy ? Math.max(0, ends - performance.now()) : 0;
    for (const waiting of urgent) wait += expected(waiting);
    return wait;
  }

  function put(
    jobs: Set<Waiting<Job, Result>>,
    job: Job,
    settle: (result: Result | undefined) => void,
  ): Waiting<Job, Result> {
    const waiting = { job, size: size(job), settle };
    jobs.add(waiting);
    void runNext();
    return waiting;
  }

  return {
    urgent(job, patience) {
      const { promise, resolve } = Promise.withResolvers<Result | undefined>();
      if (expectedWait() > patience) {
        onOverdue();
        return Promise.resolve(undefined);
      }
      const waiting = put(urgent, job, (result) => {
        clearTimeout(timer);
        resolve(result);
      });
      const timer = setTimeout(() => {
        // One that has begun is let through: most of its work is done.
        if (!urgent.delete(waiting)) return;
        onOverdue();
        resolve(undefined);
      }, patience);
      return promise;
    },
    later(job) {
      const { promise, resolve } = Promise.withResolvers<Result | undefined>();
      put(calm, job, resolve);
      return promise;
    },
    open(now) {
      isOpen = now;
      void runNext();
    },
    drop() {
      for (const waitingJobs of [urgent, calm]) {
        for (const { settle } of waitingJobs) settle(undefined);
        waitingJobs.clear();
      }
    },
  };
}
