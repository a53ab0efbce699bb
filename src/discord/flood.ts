/** So much at once, and so much a second after that, for each person. */
export type Allowance = Readonly<{ burst: number; perSecond: number }>;

/** People remembered before those with a full allowance are forgotten. */
const SWEEP_AT = 1000;

/**
 * Makes a function that takes one from a person's allowance, and answers how many milliseconds to wait when it is used
 * up, 0 otherwise (T22). `clock` gives milliseconds and never goes back.
 */
export function floodGate({ burst, perSecond }: Allowance, clock: () => number): (userId: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  let sweepAt = SWEEP_AT;
  const leftNow = ({ left, at }: { left: number; at: number }, now: number): number =>
    Math.min(burst, left + ((now - at) / 1000) * perSecond);

  function sweep(now: number): void {
    for (const [id, bucket] of buckets) if (leftNow(bucket, now) >= burst) buckets.delete(id);
    // When most are still in use, the next look is worth it only at twice the size.
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
