/** Gives one job at a time to a thread. */
export type Queue<Job, Result> = Readonly<{
  /**
   * A job that somebody waits for: the newest goes first, since who asked long ago has given up. `undefined` when it could
   * not begin within `patience` milliseconds, when it was dropped, or when it failed.
   */
  urgent(job: Job, patience: number): Promise<Result | undefined>;
  /** A job for which there is time: goes when no urgent one waits, the oldest first. */
  later(job: Job): Promise<Result | undefined>;
  /** Lets jobs begin, or keeps them waiting. */
  open(isOpen: boolean): void;
  /** Ends all waiting with `undefined`. */
  drop(): void;
}>;

type Waiting<Job, Result> = Readonly<{ job: Job; settle(result: Result | undefined): void }>;

export type QueueOptions<Job, Result> = Readonly<{
  /** Does a job; what it rejects with counts as no result. */
  run(job: Job): Promise<Result | undefined>;
  /** Hears of each urgent job that waited in vain. */
  onOverdue(): void;
}>;

/** An empty queue, closed at first. */
export function createReaderQueue<Job, Result>({
  run,
  onOverdue,
}: QueueOptions<Job, Result>): Queue<Job, Result> {
  const urgent = new Set<Waiting<Job, Result>>();
  const calm = new Set<Waiting<Job, Result>>();
  let isOpen = false;
  let busy = false;

  const next = (): Waiting<Job, Result> | undefined =>
    isOpen ? ([...urgent].at(-1) ?? calm.values().next().value) : undefined;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let waiting = next(); waiting; waiting = next()) {
      urgent.delete(waiting);
      calm.delete(waiting);
      waiting.settle(await run(waiting.job).catch(() => undefined));
    }
    busy = false;
  }

  function put(lane: Set<Waiting<Job, Result>>, job: Job, patience?: number): Promise<Result | undefined> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const waiting: Waiting<Job, Result> = {
        job,
        settle(result) {
          clearTimeout(timer);
          resolve(result);
        },
      };
      lane.add(waiting);
      if (patience !== undefined) {
        timer = setTimeout(() => {
          // One that has begun is let through: most of its work is done.
          if (!lane.delete(waiting)) return;
          onOverdue();
          resolve(undefined);
        }, patience);
      }
      void work();
    });
  }

  return {
    urgent: (job, patience) => put(urgent, job, Math.max(0, patience)),
    later: (job) => put(calm, job),
    open(now) {
      isOpen = now;
      void work();
    },
    drop() {
      for (const lane of [urgent, calm]) {
        for (const { settle } of lane) settle(undefined);
        lane.clear();
      }
    },
  };
}
