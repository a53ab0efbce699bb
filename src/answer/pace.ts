/** Chooses how many windows to read in the time available, from the time they took so far. */
export type ReadingPace = Readonly<{
  /** At most `most`, and at least {@link FEWEST}. */
  windows(most: number): number;
  /** Records how long windows took together. Milliseconds. */
  took(windows: number, milliseconds: number): void;
}>;

/** Fewer windows rarely contain the answer. */
const FEWEST = 4;
/** As many are read at most before it is known how long one takes: on a slow processor in use they take about a second. */
const FIRST = 12;
/** Weight of the newest reading in the average. */
const SMOOTHING = 0.2;

/**
 * Target time per window: what is read of an archive, as much as twelve windows, then takes 280, and the 24 of one article 560, so that
 * replies come within 300 and 600. Processors with VNNI instructions need 20 per window. Milliseconds.
 */
const TIME_PER_WINDOW = 23;

/** Reads everything, for use when nobody waits. */
export const UNHURRIED: ReadingPace = { windows: (most) => most, took: () => {} };

/** A pace that reads all windows if they take at most `each` milliseconds. */
export function createPace(each = TIME_PER_WINDOW): ReadingPace {
  let perWindow: number | undefined;
  return {
    windows: (most) =>
      perWindow === undefined
        ? Math.min(most, FIRST)
        : Math.min(most, Math.max(FEWEST, Math.floor((most * each) / perWindow))),
    took(windows, milliseconds) {
      if (windows === 0) return;
      const now = milliseconds / windows;
      perWindow = perWindow === undefined ? now : perWindow * (1 - SMOOTHING) + now * SMOOTHING;
    },
  };
}
