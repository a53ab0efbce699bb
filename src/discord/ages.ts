/** A snowflake holds its creation time above these bits. */
const TIMESTAMP_SHIFT = 22n;
/** Clocks drift, so the smallest delay seen is forgotten after this long. Milliseconds. */
const WINDOW = 600_000;

/**
 * Returns a function that gives the age of a Discord id in milliseconds, so that time spent unread in the connection counts. Discord's
 * clock differs from ours: the smallest delay seen in the last 10 to 20 minutes counts as age 0. `now` gives milliseconds and never goes
 * back.
 */
export function agesOf(now: () => number): Readonly<{ of(id: string): number }> {
  let least = Number.POSITIVE_INFINITY;
  let leastBefore = Number.POSITIVE_INFINITY;
  let began = now();
  return {
    of(id) {
      const at = now();
      if (at - began > WINDOW) {
        [leastBefore, least, began] = [least, Number.POSITIVE_INFINITY, at];
      }
      const late = at - Number(BigInt(id) >> TIMESTAMP_SHIFT);
      least = Math.min(least, late);
      return late - Math.min(least, leastBefore);
    },
  };
}
