import { stemmer } from 'stemmer';
import { itemAt } from '../../src/article/item-at.ts';

/** The overlap of a summary with a reference: recall is the share of the reference found in the summary, precision the reverse; 0 to 1. */
export type Overlap = Readonly<{ precision: number; recall: number; f1: number }>;

/** Words of at most this many letters are not stemmed, as in Google's `rouge-score`, which this reproduces. */
const UNSTEMMED = 3;

/** Lower-case runs of a–z and 0–9; longer ones are stemmed (Porter). */
const tokens = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+/gu) ?? []).map((word) =>
    word.length > UNSTEMMED ? stemmer(word) : word,
  );

function overlap(hits: number, reference: number, summary: number): Overlap {
  const precision = summary > 0 ? hits / summary : 0;
  const recall = reference > 0 ? hits / reference : 0;
  const f1 = hits > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

function counts(items: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

/** ROUGE-N of two texts given as sentences: shared runs of `size` words, possibly across sentence ends. */
export function rougeN(reference: readonly string[], summary: readonly string[], size: number): Overlap {
  const runs = (sentences: readonly string[]): string[] => {
    const all = sentences.flatMap(tokens);
    return all
      .slice(0, Math.max(0, all.length - size + 1))
      .map((_, at) => all.slice(at, at + size).join(' '));
  };
  const [wanted, given] = [runs(reference), runs(summary)];
  const left = counts(given);
  let hits = 0;
  for (const [run, often] of counts(wanted)) hits += Math.min(often, left.get(run) ?? 0);
  return overlap(hits, wanted.length, given.length);
}

/**
 * ROUGE-Lsum: for each sentence of the reference, the words on a longest common subsequence with any sentence of the summary, each
 * counted at most as often as both texts have it.
 */
export function rougeLsum(reference: readonly string[], summary: readonly string[]): Overlap {
  const wanted = reference.map(tokens);
  const given = summary.map(tokens);
  const leftWanted = counts(wanted.flat());
  const leftGiven = counts(given.flat());
  let hits = 0;
  for (const sentence of wanted) {
    const union = new Set(given.flatMap((other) => commonPlaces(sentence, other)));
    for (const place of [...union].toSorted((a, b) => a - b)) {
      const word = itemAt(sentence, place);
      const [inWanted, inGiven] = [leftWanted.get(word) ?? 0, leftGiven.get(word) ?? 0];
      if (inWanted === 0 || inGiven === 0) continue;
      hits++;
      leftWanted.set(word, inWanted - 1);
      leftGiven.set(word, inGiven - 1);
    }
  }
  return overlap(hits, wanted.flat().length, given.flat().length);
}

/** The indexes in `a` of a longest common subsequence with `b`. */
function commonPlaces(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      lengths[i * width + j] =
        a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
  const places: number[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1]) {
      places.push(i - 1);
      i--;
      j--;
    } else if (at(i, j - 1) > at(i - 1, j)) j--;
    else i--;
  }
  return places;
}
