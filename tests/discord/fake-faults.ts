/** What goes wrong with one request. `lost`: Discord acts on it, but the answer never arrives. */
export type Fault =
  | { status: 500 | 502 | 503 | 504 }
  /** Discord refuses, with one of its own codes. */
  | { code: number }
  | { retryAfter: number; scope?: 'user' | 'global' | 'shared' }
  | { hang: true }
  | { reset: true }
  | { lost: true }
  | { delay: number };

type Planned = { method: string; path: RegExp; fault: Fault; times: number };

/** Plans faults for the next requests that match, in the order they were planned. */
export function createFaults() {
  const planned: Planned[] = [];
  return {
    /** The next `times` requests of this method whose path matches fail like that; `Infinity` for all from now on. */
    plan(method: string, path: RegExp, fault: Fault, times = 1): void {
      planned.push({ method, path, fault, times });
    },
    /** The fault for a request, if any; each counts down. */
    take(method: string, path: string): Fault | undefined {
      const at = planned.findIndex((entry) => entry.method === method && entry.path.test(path));
      const found = planned[at];
      if (!found) return undefined;
      found.times -= 1;
      if (found.times === 0) planned.splice(at, 1);
      return found.fault;
    },
    /** Everything works again. */
    clear(): void {
      planned.length = 0;
    },
  };
}
