import { shareOfSentences } from '../../english/common-words.ts';
import { isContraction } from '../../english/contractions.ts';
import { term } from '../../english/words.ts';
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

/** In shorter words only swapped letters are a slip, because too many words are one letter away. Letters. */
const MISSING_MIN = 5;
const SWAPPED_MIN = 3;
/** Longer ones are no words, and have too many neighbours. Letters. */
const LONGEST = 24;
/** The first letter of a word is rarely mistyped, so that this outweighs how common a word is (a share of sentences, 0 to 1). */
const SAME_FIRST_LETTER = 1;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/**
 * The words of which a folded word may be a slip: two letters swapped, one left out or one doubled ("mcuh", "becaue",
 * "whichh").
 */
function slipsBehind(folded: string): string[] {
  const places = Array.from({ length: folded.length }, (_, at) => at);
  const parts = places.map((at) => [folded.slice(0, at), folded.slice(at)] as const);
  const swapped = parts.map(
    ([before, after]) => before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
  );
  if (folded.length < MISSING_MIN - 1) return swapped;
  const single = parts.flatMap(([before, after]) => (after[0] === after[1] ? [before + after.slice(1)] : []));
  const whole = [...parts.slice(1), [folded, ''] as const].flatMap(([before, after]) =>
    LETTERS.map((letter) => before + letter + after),
  );
  return [...swapped, ...single.filter((word) => word.length >= MISSING_MIN), ...whole];
}

/** What a folded word that is none means, if it is a slip of a word that `isWord` knows; of several the commonest. */
export function slipOf(folded: string, isWord: (folded: string) => boolean): string | undefined {
  if (
    folded.length < SWAPPED_MIN ||
    folded.length > LONGEST ||
    !/^[a-z]+$/u.test(folded) ||
    isWord(folded) ||
    isContraction(folded)
  )
    return undefined;
  const likely = (word: string): number =>
    shareOfSentences(term(word)) + (word[0] === folded[0] ? SAME_FIRST_LETTER : 0);
  return slipsBehind(folded)
    .filter((word) => word !== folded && isWord(word))
    .toSorted((a, b) => likely(b) - likely(a))[0];
}
