/** How many windows fit into the time there is, learnt from how long they take. */
export type ReadingPace = Readonly<{
  /** At most `most`, and never fewer than {@link FEWEST}. */
  windows(most: number): number;
  /** Tells how long windows took together. Milliseconds. */
  took(windows: number, milliseconds: number): void;
}>;

/** Fewer windows hardly hold the answer. */
const FEWEST = 4;
/** How much the newest reading counts beside all before. */
const NEWEST = 0.2;

/**
 * How long a window may take on average: the twelve of an archive then take 280, the 24 of one article 560, and a reply comes
 * within 300 and 600. Processors with VNNI instructions read one in 20. Milliseconds.
 */
const TIME_PER_WINDOW = 23;

/** Reads everything, where nobody waits. */
export const UNHURRIED: ReadingPace = { windows: (most) => most, took: () => {} };

/** A pace for so many milliseconds a window, if all that are wanted are read. */
export function createPace(each = TIME_PER_WINDOW): ReadingPace {
  let perWindow: number | undefined;
  return {
    windows: (most) =>
      perWindow === undefined
        ? most
        : Math.min(most, Math.max(FEWEST, Math.floor((most * each) / perWindow))),
    took(windows, milliseconds) {
      if (windows === 0) return;
      const now = milliseconds / windows;
      perWindow = perWindow === undefined ? now : perWindow * (1 - NEWEST) + now * NEWEST;
    },
  };
}
