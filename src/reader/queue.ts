/** Gives one job at a time to a thread. */
export type Queue<Job, Result> = Readonly<{
  /**
   * Adds a job that somebody waits for; the shortest goes first. Resolves to undefined at once if it is expected to begin or to end too
   * late, later if it does, or if the job is dropped or fails. `onBegun` is called when the job begins.
   */
  urgent(job: Job, patience: QueuePatience, onBegun?: () => void): Promise<Result | undefined>;
  /** Adds a job without urgency, which runs when no urgent one waits, oldest first. */
  later(job: Job): Promise<Result | undefined>;
  /** Lets jobs begin, or holds them back. */
  open(isOpen: boolean): void;
  /** Resolves all waiting jobs to undefined. */
  drop(): void;
}>;

/** How long somebody waits for a job to begin, and for its result. Milliseconds. */
export type QueuePatience = Readonly<{ begin: number; end: number }>;

type Waiting<Job, Result> = Readonly<{
  job: Job;
  size: number;
  onBegun?: (() => void) | undefined;
  settle(result: Result | undefined): void;
}>;

export type QueueOptions<Job, Result> = Readonly<{
  /** Runs a job. A rejection counts as no result. */
  run(job: Job): Promise<Result | undefined>;
  /** The size of a job, in any unit in proportion to its time. */
  size(job: Job): number;
  /** Called for each urgent job that waited too long. */
  onOverdue(job: Job): void;
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
  const worker = jobWorker(run, () => {
    const waiting = shortestOf(urgent) ?? calm.values().next().value;
    if (waiting && !urgent.delete(waiting)) calm.delete(waiting);
    return waiting;
  });

  function put(
    jobs: Set<Waiting<Job, Result>>,
    job: Job,
    settle: (result: Result | undefined) => void,
    onBegun?: () => void,
  ): Waiting<Job, Result> {
    const waiting = { job, size: size(job), settle, onBegun };
    jobs.add(waiting);
    void worker.runNext();
    return waiting;
  }

  return {
    urgent(job, { begin, end }, onBegun) {
      const { promise, resolve } = Promise.withResolvers<Result | undefined>();
      const wait = worker.expectedWait(urgent);
      if (wait > begin || wait + worker.expected(size(job)) > end) {
        onOverdue(job);
        return Promise.resolve(undefined);
      }
      const settle = (result: Result | undefined): void => {
        for (const timer of timers) clearTimeout(timer);
        resolve(result);
      };
      const giveUp = (): void => {
        onOverdue(job);
        settle(undefined);
      };
      const waiting = put(urgent, job, settle, onBegun);
      const timers = [
        setTimeout(() => urgent.delete(waiting) && giveUp(), begin),
        // The thread goes on with a job that has begun, since it cannot be interrupted; on a busy machine that may take seconds.
        setTimeout(giveUp, end),
      ];
      return promise;
    },
    later(job) {
      const { promise, resolve } = Promise.withResolvers<Result | undefined>();
      put(calm, job, resolve);
      return promise;
    },
    open: worker.open,
    drop() {
      for (const waitingJobs of [urgent, calm]) {
        for (const { settle } of waitingJobs) settle(undefined);
        waitingJobs.clear();
      }
    },
  };
}

/** Does the jobs that `next` takes off, one at a time, and measures how fast they go. Closed at first. */
function jobWorker<Job, Result>(
  run: (job: Job) => Promise<Result | undefined>,
  next: () => Waiting<Job, Result> | undefined,
) {
  const pace = measuredPace();
  let isOpen = false;
  let busy = false;
  /** When the running job should end, on the clock of `performance.now()`. */
  let ends = 0;

  async function runNext(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let waiting = isOpen && next(); waiting; waiting = isOpen && next()) {
      const began = performance.now();
      ends = began + pace.expected(waiting.size);
      waiting.onBegun?.();
      const result = await run(waiting.job).catch(() => undefined);
      if (result !== undefined) pace.took(performance.now() - began, waiting.size);
      waiting.settle(result);
    }
    busy = false;
  }

  return {
    runNext,
    open: (now: boolean): void => {
      isOpen = now;
      void runNext();
    },
    expected: pace.expected,
    /** How long a job would wait that came now, after these. What is late is expected to take as long again. Milliseconds. */
    expectedWait(before: Iterable<Waiting<Job, Result>>): number {
      let wait = busy ? Math.abs(ends - performance.now()) : 0;
      for (const waiting of before) wait += pace.expected(waiting.size);
      return wait;
    },
  };
}

/** The one of least work; of equals the first. */
function shortestOf<Work extends Readonly<{ size: number }>>(all: Iterable<Work>): Work | undefined {
  let shortest: Work | undefined;
  for (const work of all) if (!shortest || work.size < shortest.size) shortest = work;
  return shortest;
}

/** Measures how fast jobs go. */
function measuredPace() {
  /** Average milliseconds per unit of size; undefined until a job has finished. */
  let pace: number | undefined;
  return {
    took(milliseconds: number, size: number): void {
      const now = milliseconds / Math.max(1, size);
      pace = pace === undefined ? now : pace + (now - pace) * SMOOTHING;
    },
    /** How long a job of this size takes, if it is like those before it. Milliseconds. */
    expected: (size: number): number => size * (pace ?? 0),
  };
}
