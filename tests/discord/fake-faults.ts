/** The fault of one request. `lost`: Discord processes it, but the response never arrives. */
export type Fault =
  | { status: 500 | 502 | 503 | 504 }
  /** Discord refuses with one of its codes. */
  | { code: number }
  | { retryAfter: number; scope?: 'user' | 'global' | 'shared' }
  | { hang: true }
  | { reset: true }
  | { lost: true }
  | { delay: number };

type Planned = { method: string; path: RegExp; fault: Fault; times: number };

/** Plans faults for the next matching requests, in order. */
export function createFaults() {
  const planned: Planned[] = [];
  return {
    /** Makes the next `times` requests with this method and path fail; `Infinity` for all. */
    plan(method: string, path: RegExp, fault: Fault, times = 1): void {
      planned.push({ method, path, fault, times });
    },
    /** The fault for a request, if any. Counts down. */
    take(method: string, path: string): Fault | undefined {
      const at = planned.findIndex((entry) => entry.method === method && entry.path.test(path));
      const found = planned[at];
      if (!found) return undefined;
      found.times -= 1;
      if (found.times === 0) planned.splice(at, 1);
      return found.fault;
    },
    /** Removes all faults. */
    clear(): void {
      planned.length = 0;
    },
  };
}
