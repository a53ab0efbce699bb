/** Number of ids that are remembered: minutes of the busiest traffic, while duplicates arrive within seconds. */
const REMEMBERED = 10_000;

/** Returns a function that is true the first time it gets an id, because Discord may deliver an event twice (T19). */
export function firstTimeOnly(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > REMEMBERED) {
      const [oldest] = seen;
      if (oldest !== undefined) seen.delete(oldest);
    }
    return true;
  };
}
