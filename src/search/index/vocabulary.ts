import { words } from '../../english/words.ts';
import { isKnownWord } from '../../english/known-words.ts';
import { isSameWord } from '../../english/regional-spelling.ts';
import { isIn, type Holders } from './holders.ts';
import type { Lexicon } from './lexicon.ts';
import type { Part } from './part.ts';
import type { Vocabulary } from '../question/question.ts';
import type { Stored } from './stored.ts';
import { withinEdits } from '../question/spelling.ts';
import { oftenIn, wordOf, wordIn } from './tokens.ts';

/** Shorter words are not corrected, because too many others are one letter away. Letters. */
const RESPELL_MIN = 4;
/**
 * An English word is meant as written ("injured" is not "insured"). Only longer ones may be a slip, of asker or article, and only with a
 * letter too many or too few inside. Letters.
 */
const RESPELL_KNOWN_MIN = 7;
/** From this length on two edits are allowed. Letters. */
const TWO_EDITS_MIN = 8;

/** The tables of an index that locate terms. */
export type Places = Readonly<{
  lexicon: Lexicon;
  holders: Pick<Holders, 'of'>;
  /** The numbers of the words that some article may contain, each once. */
  words(): Iterable<number>;
  /** Articles by slot; undefined after a removal. */
  bySlot: readonly (Stored | undefined)[];
}>;

/** The vocabulary of a part of an index. */
export function createVocabulary(places: Places, part: Part): Vocabulary {
  const { lexicon, holders, bySlot } = places;
  const hasTerm = (id: number): boolean => {
    const slots = holders.of(id);
    if (!part.partial) return slots.length > 0;
    return slots.length <= part.articles
      ? slots.some(part.has)
      : [...part.entries()].some(({ tokens }) => oftenIn(tokens, id) > 0);
  };
  function* storedWith(word: number): Generator<Stored> {
    for (const slot of holders.of(lexicon.termOf(word))) {
      const entry = part.has(slot) ? bySlot[slot] : undefined;
      if (entry) yield entry;
    }
  }

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
    for (const { word, edits } of withinEdits(lexicon, places.words(), folded, most)) {
      const id = lexicon.termOf(word);
      if (hasTerm(id)) found.push({ folded: lexicon.folded(word), edits, frequency: holders.of(id).length });
    }
    const known = isKnownWord(folded);
    // The first letter of a word is rarely mistyped.
    const cost = (entry: { folded: string; edits: number }): number =>
      entry.edits + (entry.folded[0] === folded[0] ? 0 : 0.5);
    return found
      .filter((entry) => !known || isSameWord(entry.folded, folded) || isLetterMissing(entry, folded))
      .toSorted((a, b) => cost(a) - cost(b) || b.frequency - a.frequency)
      .map((entry) => entry.folded)
      .filter((entry) => !part.partial || written(entry) !== undefined);
  }

  function adjacent(first: string, second: string): boolean {
    const [a, b] = [lexicon.find(first), lexicon.find(second)];
    if (a < 0 || b < 0) return false;
    const withSecond = holders.of(lexicon.termOf(b));
    for (const { slot, tokens } of storedWith(a))
      if (isIn(withSecond, slot) && standTogether(tokens.tokens, a, b)) return true;
    return false;
  }

  return { has: (stem) => hasTerm(lexicon.termId(stem)), written, near, adjacent };
}

/** Whether one of two long words has a letter more inside than the other. */
function isLetterMissing(
  { folded, edits }: Readonly<{ folded: string; edits: number }>,
  other: string,
): boolean {
  return (
    edits === 1 &&
    folded.length !== other.length &&
    other.length >= RESPELL_KNOWN_MIN &&
    folded.at(0) === other.at(0) &&
    folded.at(-1) === other.at(-1)
  );
}

function standTogether(tokens: Int32Array, first: number, second: number): boolean {
  for (let at = 0; at + 1 < tokens.length; at++)
    if (wordIn(tokens, at) === first && wordIn(tokens, at + 1) === second) return true;
  return false;
}
