import { STOP_WORDS } from '../../english/words.ts';
import { isKnownWord } from '../../english/known-words.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { itemAt } from '../../article/item-at.ts';

/** A word of the lexicon and its edit distance. */
export type NearWord = Readonly<{ word: number; edits: number }>;

/**
 * The words among those numbered that are within `most` edits of a word. An edit inserts, deletes or changes a letter, or swaps it with
 * the next. Words of very different length or letters are skipped without computing the distance.
 */
export function withinEdits(
  lexicon: Lexicon,
  among: Iterable<number>,
  folded: string,
  most: number,
): NearWord[] {
  const letters = letterBits(folded);
  const found: NearWord[] = [];
  for (const word of among) {
    const other = lexicon.folded(word);
    if (Math.abs(other.length - folded.length) > most) continue;
    if (differentBits(letters ^ letterBits(other)) > 2 * most) continue;
    const edits = editDistance(folded, other, most);
    if (edits <= most && edits > 0) found.push({ word, edits });
  }
  return found;
}

/** A bit for each letter of a word, by its code modulo 32. */
function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function differentBits(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}

/**
 * Optimal string alignment distance (Damerau-Levenshtein without overlapping swaps). Any number above `most` when the distance exceeds
 * it.
 */
export function editDistance(a: string, b: string, most: number): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] as number) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    older = last;
    last = row;
  }
  return itemAt(last, b.length);
}

/** In shorter stop words only swapped letters are a slip, because too many words are one letter away. Letters. */
const STOP_WORD_MIN = 5;
const SWAPPED_MIN = 3;

/** The stop word of which a folded word is a slip: two letters swapped, one left out or one doubled ("mcuh", "becaue", "whichh"). */
export function slipOfStopWord(folded: string): string | undefined {
  if (folded.length < SWAPPED_MIN || STOP_WORDS.has(folded) || isKnownWord(folded)) return undefined;
  const letters = sorted(folded);
  return [...STOP_WORDS].find((word) => {
    if (editDistance(folded, word, 1) !== 1) return false;
    if (sorted(word) === letters) return true;
    return (
      word.length >= STOP_WORD_MIN && (folded.length < word.length || folded.replace(DOUBLED, '$1') === word)
    );
  });
}

const DOUBLED = /(.)\1/u;
const sorted = (word: string): string => word.split('').toSorted().join('');
