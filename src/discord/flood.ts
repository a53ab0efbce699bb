/** How many requests each person may make at once, and how many per second after that. */
export type Allowance = Readonly<{ burst: number; perSecond: number }>;

/** When this many people are remembered, those with a full allowance are forgotten. */
const SWEEP_AT = 1000;

/**
 * Returns a function that takes one request from a person's allowance. It returns 0, or the milliseconds to wait when the allowance is
 * used up (T22). `clock` gives milliseconds and never goes back.
 */
export function floodGate({ burst, perSecond }: Allowance, clock: () => number): (userId: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  let sweepAt = SWEEP_AT;
  const leftNow = ({ left, at }: { left: number; at: number }, now: number): number =>
    Math.min(burst, left + ((now - at) / 1000) * perSecond);

  function sweep(now: number): void {
    for (const [id, bucket] of buckets) if (leftNow(bucket, now) >= burst) buckets.delete(id);
    // Most buckets may still be in use, so the next sweep waits until there are twice as many.
    sweepAt = Math.max(SWEEP_AT, buckets.size * 2);
  }

  return (userId) => {
    const now = clock();
    if (buckets.size > sweepAt) sweep(now);
    const left = leftNow(buckets.get(userId) ?? { left: burst, at: now }, now);
    const taken = left >= 1;
    buckets.set(userId, { left: taken ? left - 1 : left, at: now });
    return taken ? 0 : Math.ceil(((1 - left) / perSecond) * 1000);
  };
}
