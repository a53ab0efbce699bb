/** A piece of work that waits. */
export type Waiting = Readonly<{ since: number; run(): Promise<void>; giveUp(): void }>;
/** One server's work, oldest first. */
type Queue = { waiting: Waiting[]; running: number };

/** The work of all servers; of one server at most `atOnce` pieces are under way at the same time. */
export function serverQueues(atOnce: number) {
  // A Map keeps insertion order: a server that had its turn moves to the end.
  const queues = new Map<string, Queue>();
  let waiting = 0;

  function forgetIfIdle(server: string, { waiting: left, running }: Queue): void {
    if (left.length === 0 && running === 0) queues.delete(server);
  }

  /** Gives up the oldest `count` pieces of a queue. */
  function giveUp(server: string, queue: Queue, count: number): void {
    if (count === 0) return;
    waiting -= count;
    for (const job of queue.waiting.splice(0, count)) job.giveUp();
    forgetIfIdle(server, queue);
  }

  return {
    /** How much waits. */
    waiting: (): number => waiting,
    add(server: string, job: Waiting): void {
      const queue = queues.get(server) ?? { waiting: [], running: 0 };
      queues.set(server, queue);
      queue.waiting.push(job);
      waiting += 1;
    },
    /** Takes the newest piece of the server whose turn it is; undefined when there is none that may begin. */
    take(): Readonly<{ run(): Promise<void>; ended(): void }> | undefined {
      for (const [server, queue] of queues) {
        const job = queue.running < atOnce ? queue.waiting.pop() : undefined;
        if (!job) continue;
        waiting -= 1;
        queues.delete(server);
        queues.set(server, queue);
        queue.running += 1;
        const ended = (): void => {
          queue.running -= 1;
          forgetIfIdle(server, queue);
        };
        return { run: job.run, ended };
      }
      return undefined;
    },
    /** Gives up what has waited since this moment or longer. */
    giveUpSince(moment: number): void {
      for (const [server, queue] of queues) {
        const young = queue.waiting.findIndex(({ since }) => since > moment);
        giveUp(server, queue, young === -1 ? queue.waiting.length : young);
      }
    },
    /** Gives up the oldest piece of the server that has most waiting. */
    giveUpOne(): void {
      let longest: [string, Queue] | undefined;
      for (const entry of queues)
        if (!longest || entry[1].waiting.length > longest[1].waiting.length) longest = entry;
      if (longest) giveUp(...longest, 1);
    },
  };
}
