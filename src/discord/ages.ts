/** Bits of a snowflake below its time. */
const BELOW = 22n;
/** After so long what was seen before is forgotten: clocks drift. Milliseconds. */
const LOOK = 600_000;

/**
 * Tells how long ago Discord made something, by its id, in milliseconds. Discord's clock is another one: what came fastest lately counts
 * as new. What waited unread in the connection is then as old as it is, however late the bot comes to read it. `now` gives milliseconds
 * and never goes back.
 */
export function agesOf(now: () => number): Readonly<{ of(id: string): number }> {
  let least = Number.POSITIVE_INFINITY;
  let leastBefore = Number.POSITIVE_INFINITY;
  let began = now();
  return {
    of(id) {
      const at = now();
      if (at - began > LOOK) {
        [leastBefore, least, began] = [least, Number.POSITIVE_INFINITY, at];
      }
      const late = at - Number(BigInt(id) >> BELOW);
      least = Math.min(least, late);
      return late - Math.min(least, leastBefore);
    },
  };
}
