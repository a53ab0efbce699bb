import { fold, term, words } from '../../english/words.ts';

/** Terms that may match a term of the question: its index term, and those of its synonyms. */
export type Synonyms = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads synonyms in the Solr format: each line is a comma-separated group of equivalents; `a, b => c, d` works one way (a question with
 * `a` also searches for `c` and `d`); `#` starts a comment. A phrase takes part with each of its words that no other entry of its line
 * shares. Throws with the line's number when a line has no second word.
 */
export function parseSynonyms(source: string): Synonyms {
  const synonyms = new Map<string, Set<string>>();
  for (const [index, raw] of source.split(/\r?\n/u).entries()) {
    const line = raw.replace(/#.*$/u, '').trim();
    if (line === '') continue;
    const [left = [], right] = line.split('=>').map(entries);
    const targets = right ?? left;
    if (new Set([...left, ...targets]).size < 2) {
      throw new Error(`synonyms, line ${index + 1}: "${line}" needs at least two different words`);
    }
    for (const from of left) {
      const known = synonyms.get(from) ?? new Set();
      for (const to of targets) if (to !== from) known.add(to);
      synonyms.set(from, known);
    }
  }
  return synonyms;
}

const entries = (side: string): string[] =>
  side.split(',').flatMap((entry) => {
    const [only, ...more] = words(entry);
    // A phrase is not one index term, so only single words take part.
    return only && more.length === 0 ? [term(fold(entry.trim()))] : [];
  });
