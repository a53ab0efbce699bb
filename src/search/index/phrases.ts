import { headlineOf } from '../../article/headline.ts';
import { words } from '../../english/words.ts';
import type { Part } from './part.ts';
import type { Stored } from './stored.ts';
import { wordIn } from './tokens.ts';
import { closestIn } from './closest.ts';
import type { Place, Wordings, WordingSource } from './wordings.ts';

/** Searches a part of an index. Reads only the articles that can contain a match. */
export function wordingsOf(source: WordingSource, part: () => Pick<Part, 'has'>): Wordings {
  const { lexicon, holders, bySlot } = source;
  const read = (text: string): number[] =>
    words(text).flatMap(({ folded }) => (folded === '' ? [] : [lexicon.find(folded)]));

  function runs(text: string, limit: number): Place[] {
    const wanted = read(text);
    const found: Place[] = [];
    if (wanted.length === 0 || wanted.includes(-1)) return found;
    const lists = wanted.map((word) => holders.of(lexicon.termOf(word)));
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    const { has } = part();
    for (const slot of rarest) {
      const entry = has(slot) ? bySlot[slot] : undefined;
      if (!entry) continue;
      runsIn(entry, wanted, limit, found);
      if (found.length === limit) break;
    }
    return found;
  }

  return { runs, closest: (text, limit) => closestIn(read(text), limit, source, part()) };
}

/** Adds every place of an article with these words next to each other, until there are `limit`. */
function runsIn(
  { document, tokens }: Stored,
  wanted: readonly number[],
  limit: number,
  found: Place[],
): void {
  if (holds(tokens.headline, wanted)) found.push({ document: headlineOf(document), from: 0, to: 0 });
  const list = tokens.tokens;
  for (let at = 0; at + wanted.length <= list.length && found.length < limit; at++) {
    if (wordIn(list, at) !== wanted[0] || !follows(list, at, wanted)) continue;
    const from = sentenceAt(tokens.starts, at);
    const to = sentenceAt(tokens.starts, at + wanted.length - 1);
    const last = found.at(-1);
    if (last?.document !== document || last.from !== from || last.to !== to)
      found.push({ document, from, to });
  }
}

function holds(list: Int32Array, wanted: readonly number[]): boolean {
  for (let at = 0; at + wanted.length <= list.length; at++)
    if (wordIn(list, at) === wanted[0] && follows(list, at, wanted)) return true;
  return false;
}

function follows(list: Int32Array, at: number, wanted: readonly number[]): boolean {
  for (let index = 1; index < wanted.length; index++)
    if (wordIn(list, at + index) !== wanted[index]) return false;
  return true;
}

/** The sentence of a token: the last non-empty one that starts at or before it. */
function sentenceAt(starts: Int32Array, token: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= token) low = middle;
    else high = middle;
  }
  return low;
}
