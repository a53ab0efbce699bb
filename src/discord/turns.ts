/** Work of one server that may be under way at the same time; the rest waits for its turn. */
const AT_ONCE = 8;

type Job = () => Promise<void>;
type Lane = { waiting: Job[]; running: number };

/**
 * Makes a function that runs work in turns: when several servers have work waiting, each gets one done after the other,
 * so that a busy one does not hold up the rest (T22). The event loop breathes between two pieces of work.
 */
export function takeTurns(): <T>(server: string, work: () => Promise<T>) => Promise<T> {
  // A Map keeps the order of insertion: a lane that had its turn is put back at the end.
  const lanes = new Map<string, Lane>();
  let scheduled = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(next);
  }

  function next(): void {
    scheduled = false;
    for (const [server, lane] of lanes) {
      const job = lane.running < AT_ONCE ? lane.waiting.shift() : undefined;
      if (!job) continue;
      lanes.delete(server);
      lanes.set(server, lane);
      lane.running += 1;
      void job().finally(() => {
        lane.running -= 1;
        if (lane.running === 0 && lane.waiting.length === 0) lanes.delete(server);
        else schedule();
      });
      return schedule();
    }
  }

  return (server, work) =>
    new Promise((resolve, reject) => {
      const lane = lanes.get(server) ?? { waiting: [], running: 0 };
      lanes.set(server, lane);
      lane.waiting.push(() => work().then(resolve, reject));
      schedule();
    });
}
