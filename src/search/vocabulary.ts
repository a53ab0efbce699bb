import { term, words } from '../article/words.ts';
import { isCommonWord } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Vocabulary } from './question.ts';
import type { Stored } from './search-index.ts';
import { withinEdits } from './spelling.ts';
import { wordOf } from './tokens.ts';

/** Shorter words are not respelt: too many others are one letter away. Letters. */
const RESPELL_MIN = 4;
/** A common English word is seldom a slip: only longer ones, and only with the same first letter. Letters. */
const RESPELL_COMMON_MIN = 6;
/** From this length two edits are allowed. Letters. */
const TWO_EDITS_MIN = 8;

/**
 * The words of some of an index's articles, `inside` by slot. `holders` lists for each term the slots of the articles that hold it;
 * `partial` says that there are articles outside, whose words must not show.
 */
export function createVocabulary(
  lexicon: Lexicon,
  holders: readonly (readonly number[])[],
  inside: ReadonlyMap<number, Stored>,
  partial: boolean,
): Vocabulary {
  const holding = (id: number): readonly number[] => holders[id] ?? [];
  const hasTerm = (id: number): boolean => {
    const all = holding(id);
    return partial ? all.some((slot) => inside.has(slot)) : all.length > 0;
  };
  const storedWith = (word: number): Stored[] =>
    holding(lexicon.termOf(word)).flatMap((slot) => inside.get(slot) ?? []);

  function written(folded: string): string | undefined {
    const word = lexicon.find(folded);
    if (word < 0) return undefined;
    for (const { document, tokens } of storedWith(word)) {
      for (const [index, sentence] of document.sentences.entries()) {
        const span = tokens.tokens.subarray(tokens.starts[index], tokens.starts[index + 1]);
        if (!span.some((token) => wordOf(token) === word)) continue;
        const { text } = document.article;
        const found = words(text, sentence.start, sentence.end).find((entry) => entry.folded === folded);
        if (found) return text.slice(found.start, found.end).replace(/['’]s?$/u, '');
      }
    }
    return undefined;
  }

  function near(folded: string): string[] {
    const most = folded.length >= TWO_EDITS_MIN ? 2 : 1;
    if (folded.length < RESPELL_MIN || /\p{N}/u.test(folded)) return [];
    const found: { folded: string; edits: number; frequency: number }[] = [];
    for (const { word, edits } of withinEdits(lexicon, folded, most)) {
      const id = lexicon.termOf(word);
      if (hasTerm(id)) found.push({ folded: lexicon.folded(word), edits, frequency: holding(id).length });
    }
    const plain = isCommonWord(term(folded));
    if (plain && folded.length < RESPELL_COMMON_MIN) return [];
    // A slip seldom hits the first letter.
    const cost = (entry: { folded: string; edits: number }): number =>
      entry.edits + (entry.folded[0] === folded[0] ? 0 : 0.5);
    return found
      .filter((entry) => !plain || entry.folded[0] === folded[0])
      .toSorted((a, b) => cost(a) - cost(b) || b.frequency - a.frequency)
      .map((entry) => entry.folded)
      .filter((entry) => !partial || written(entry) !== undefined);
  }

  function adjacent(first: string, second: string): boolean {
    const [a, b] = [lexicon.find(first), lexicon.find(second)];
    if (a < 0 || b < 0) return false;
    const both = new Set(holding(lexicon.termOf(b)));
    return storedWith(a).some(
      ({ slot, tokens: { tokens } }) =>
        both.has(slot) &&
        tokens.some((token, at) => wordOf(token) === a && wordOf(tokens[at + 1] ?? -2) === b),
    );
  }

  return { has: (stem) => hasTerm(lexicon.termId(stem)), written, near, adjacent };
}
