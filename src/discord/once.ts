/** How many ids are remembered: a repetition comes within seconds, and this is minutes of the busiest traffic. */
const REMEMBERED = 10_000;

/** Makes a function that is true the first time it is given an id: Discord may deliver the same thing twice (T19). */
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
