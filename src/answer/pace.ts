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

/** How long reading may take, so that a reply comes within 600. Milliseconds. */
const READING_TIME = 450;

/** Reads everything, where nobody waits. */
export const UNHURRIED: ReadingPace = { windows: (most) => most, took: () => {} };

/** A pace for a time in milliseconds. */
export function createPace(time = READING_TIME): ReadingPace {
  let perWindow: number | undefined;
  return {
    windows: (most) =>
      perWindow === undefined ? most : Math.min(most, Math.max(FEWEST, Math.floor(time / perWindow))),
    took(windows, milliseconds) {
      if (windows === 0) return;
      const now = milliseconds / windows;
      perWindow = perWindow === undefined ? now : perWindow * (1 - NEWEST) + now * NEWEST;
    },
  };
}
