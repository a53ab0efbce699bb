import type { Document } from '../../article/article.ts';
import { STOP_WORDS, term, words } from '../../english/words.ts';
import { isIn } from './holders.ts';
import type { Part } from './part.ts';
import type { Stored } from './stored.ts';
import type { Places } from './vocabulary.ts';
import { wordIn } from './tokens.ts';

/** Word look-ups that use the index instead of reading every article. Articles come in archive order. */
export type Mentioning = Readonly<{
  /** The articles that contain all words of a text in any place, ignoring stop words; all articles when nothing else is left. */
  holding(text: string): readonly Document[];
  /** The articles that contain a phrase, compared by index terms; none for an empty phrase. */
  mentioning(phrase: string): readonly Document[];
}>;

/** Look-ups in a part of an index; both may change later. */
export function createMentioning(
  { lexicon, holders, bySlot }: Omit<Places, 'words'>,
  part: () => Part,
): Mentioning {
  /** The index terms of words; undefined when no article contains one of them. */
  function termIds(wanted: readonly string[]): number[] | undefined {
    const ids = wanted.map((folded) => lexicon.termId(term(folded)));
    return ids.includes(-1) ? undefined : ids;
  }

  /** Iterates over the rarest term's list and checks the others. */
  function withAll(ids: readonly number[]): Stored[] {
    const lists = [...new Set(ids)].map(holders.of).toSorted((a, b) => a.length - b.length);
    const [rarest = new Int32Array(), ...others] = lists;
    const { has } = part();
    const slots = rarest.filter((slot) => has(slot) && others.every((list) => isIn(list, slot)));
    return Array.from(slots).flatMap((slot) => bySlot[slot] ?? []);
  }

  /** Whether the terms occur next to each other in this order. */
  function follow(tokens: Int32Array, ids: readonly number[]): boolean {
    for (let at = 0; at + ids.length <= tokens.length; at += 1) {
      if (ids.every((id, offset) => lexicon.termOf(wordIn(tokens, at + offset)) === id)) return true;
    }
    return false;
  }

  return {
    holding(text) {
      const telling = foldedWords(text).filter((folded) => !STOP_WORDS.has(folded));
      if (telling.length === 0) return Array.from(part().entries(), ({ document }) => document);
      const ids = termIds(telling);
      return ids === undefined ? [] : withAll(ids).map(({ document }) => document);
    },
    mentioning(phrase) {
      const ids = termIds(foldedWords(phrase));
      if (ids === undefined || ids.length === 0) return [];
      return withAll(ids)
        .filter(({ tokens: { tokens, headline } }) => follow(tokens, ids) || follow(headline, ids))
        .map(({ document }) => document);
    },
  };
}

const foldedWords = (text: string): string[] =>
  words(text).flatMap(({ folded }) => (folded === '' ? [] : [folded]));

/** Whether a text contains a phrase, compared by index terms; false for an empty phrase. */
export function mentions(text: string, phrase: string): boolean {
  const line = (from: string): string => foldedWords(from).map(term).join(' ');
  const wanted = line(phrase);
  return wanted !== '' && ` ${line(text)} `.includes(` ${wanted} `);
}
