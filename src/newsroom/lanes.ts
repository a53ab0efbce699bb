import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../article/steps.ts';

/** Work hands over to the event loop after this long, so that questions are answered meanwhile. Milliseconds. */
const TURN = 5;
/** A round of the event loop that takes longer than this answers somebody: the next one may, too. Milliseconds. */
const BUSY = 1;
/** But work goes on after this long, however much is asked. Milliseconds. */
const LONGEST_WAIT = 50;

/** Runs work one piece at a time, the urgent before the rest; each promise settles as its piece does. */
export type Lanes = Readonly<{
  urgent(work: Work): Promise<void>;
  later(work: Work): Promise<void>;
  /** Drops what waits and what comes; its promises never settle. */
  close(): void;
}>;

type Work = () => void | Promise<void>;
type Piece = Readonly<{ work: Work; done: () => void; failed: (error: unknown) => void }>;

/** Lets the event loop go round until a round is short. */
async function othersFirst(): Promise<void> {
  const began = performance.now();
  for (let round = began, now = began; ; round = now) {
    await setImmediate();
    now = performance.now();
    if (now - round < BUSY || now - began > LONGEST_WAIT) return;
  }
}

/** Does work in steps, and lets the event loop go round whenever they have taken a turn's time. */
export async function withPauses<Result>(steps: Steps<Result>): Promise<Result> {
  for (let turn = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - turn < TURN) continue;
    await othersFirst();
    turn = performance.now();
  }
}

/** Two empty lanes. */
export function createLanes(): Lanes {
  const lanes: Readonly<Record<'urgent' | 'later', Piece[]>> = { urgent: [], later: [] };
  // Pieces are taken from the front by moving an index: shifting a list of thousands would be slow.
  const next = { urgent: 0, later: 0 };
  let running = false;
  let closed = false;

  function take(lane: 'urgent' | 'later'): Piece | undefined {
    const piece = lanes[lane][next[lane]];
    next[lane] += 1;
    if (piece) return piece;
    lanes[lane].length = next[lane] = 0;
    return undefined;
  }

  async function run(): Promise<void> {
    running = true;
    let turn = performance.now();
    for (let piece = take('urgent') ?? take('later'); piece; piece = take('urgent') ?? take('later')) {
      try {
        await piece.work();
        piece.done();
      } catch (error) {
        piece.failed(error);
      }
      if (performance.now() - turn < TURN) continue;
      await othersFirst();
      turn = performance.now();
    }
    running = false;
  }

  function put(lane: 'urgent' | 'later', work: Work): Promise<void> {
    if (closed) return new Promise(() => undefined);
    const settled = new Promise<void>((done, failed) => lanes[lane].push({ work, done, failed }));
    if (!running) void run();
    return settled;
  }

  return {
    urgent: (work) => put('urgent', work),
    later: (work) => put('later', work),
    close() {
      closed = true;
      for (const lane of ['urgent', 'later'] as const) lanes[lane].length = next[lane] = 0;
    },
  };
}
