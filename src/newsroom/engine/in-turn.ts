/**
 * Runs at most `atOnce` pieces of work at the same time; the others wait, first come first served. Work that has waited for `patience`
 * milliseconds begins however many are running, so that work that hangs holds up nobody for long.
 */
export function inTurn(atOnce: number, patience: number) {
  let running = 0;
  const waiting = new Set<() => void>();

  function turn(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begin = (): void => {
      waiting.delete(begin);
      clearTimeout(impatient);
      running += 1;
      resolve();
    };
    const impatient = setTimeout(begin, patience);
    waiting.add(begin);
    return promise;
  }

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1;
    else await turn();
    try {
      return await work();
    } finally {
      running -= 1;
      const [next] = waiting;
      if (running < atOnce) next?.();
    }
  };
}
