/** Gives one job at a time to a thread. */
export type Queue<Job, Result> = Readonly<{
  /**
   * Adds a job that somebody waits for; the shortest goes first. Resolves to undefined at once if the jobs before it are expected to
   * take longer than `patience` milliseconds; later if they do take longer, or if the job is dropped or fails.
   */
  urgent(job: Job, patience: number): Promise<Result | undefined>;
  /** Adds a job without urgency, which runs when no urgent one waits, oldest first. */
  later(job: Job): Promise<Result | undefined>;
  /** Lets jobs begin, or holds them back. */
  open(isOpen: boolean): void;
  /** Resolves all waiting jobs to undefined. */
  drop(): void;
}>;

type Waiting<Job, Result> = Readonly<{ job: Job; size: number; settle(result: Result | undefined): void }>;

export type QueueOptions<Job, Result> = Readonly<{
  /** Runs a job. A rejection counts as no result. */
  run(job: Job): Promise<Result | undefined>;
  /** The size of a job, in any unit in proportion to its time. */
  size(job: Job): number;
  /** Called for each urgent job that waited too long. */
  onOverdue(): void;
}>;

/** Weight of the newest job in the running average of the pace. */
const SMOOTHING = 0.2;

/** An empty queue, initially closed. */
export function createReaderQueue<Job, Result>({
  run,
  size,
  onOverdue,
}: QueueOptions<Job, Result>): Queue<Job, Result> {
  const urgent = new Set<Waiting<Job, Result>>();
  const calm = new Set<Waiting<Job, Result>>();
  let isOpen = false;
  let busy = false;
  /** Average milliseconds per unit of size; undefined until a job has finished. */
  let pace: number | undefined;
  /** When the running job should end, on the clock of `performance.now()`. */
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
    pace = pace === undefined ? now : pace + (now - pace) * SMOOTHING;
  }

  /** Expected wait of a job that arrives now. Milliseconds. */
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
        // A job that has begun continues, since most of its work is done.
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
