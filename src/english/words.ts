import { stemmer } from 'stemmer';
import type { Slice } from '../article/article.ts';
import { IRREGULAR } from './irregular-verbs.ts';
import { seen } from '../article/seen.ts';
import { HIDDEN, scanWords } from './scan-words.ts';

/** A word of a text with its folded form. Indexing, questions and checks all use this tokenizer. */
export type Word = Slice & Readonly<{ folded: string }>;

/**
 * Numbers keep separators, currency and percent signs ("$4.2", "1.500", "20%"); abbreviations keep their periods ("U.S."); words keep an
 * inner apostrophe ("don't", "O'Neill"). Linear: no two branches can match the same character.
 */
const WORD =
  /[$€£¥]?\p{N}+(?:[.,]\p{N}+)*%?|\p{Lu}(?:\.\p{Lu})+\.?|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s?$/u;
const MARKS = /\p{M}+/gu;

/** For such words, folding is lower-casing. */
const PLAIN = /^[A-Za-z0-9]+$/u;

/** Folds case, diacritics, typographic apostrophes, abbreviation periods and the possessive; for look-up only. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const plain = word.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('’', "'");
  return /\p{L}\./u.test(plain) ? plain.replaceAll('.', '') : plain.replace(POSSESSIVE, '');
}

/** The words of `text` between two UTF-16 offsets, in order, ignoring invisible characters. Linear in the length. */
export function words(text: string, from = 0, to = text.length): Word[] {
  const end = Math.min(to, text.length);
  const scanned = scanWords(text, from, end);
  return scanned
    ? scanned.map((slice) => ({ ...slice, folded: fold(text.slice(slice.start, slice.end)) }))
    : matchedWords(text.slice(from, end), from);
}

/** The words of a slice that begins at an offset, found by the regular expression. */
function matchedWords(slice: string, from: number): Word[] {
  const shown = HIDDEN.test(slice) ? seen(slice) : undefined;
  const found: Word[] = [];
  for (const match of (shown?.text ?? slice).matchAll(WORD)) {
    const last = match.index + match[0].length - 1;
    found.push({
      start: from + (shown?.at(match.index) ?? match.index),
      end: from + (shown?.at(last) ?? last) + 1,
      folded: fold(match[0]),
    });
  }
  return found;
}

/**
 * Words too common to distinguish sentences. They are not indexed: indexing them takes about twenty times as long per question. Question
 * words are among them, because the kind of question is determined before they are removed.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being below between both but by can could ' +
    "did do does doing don't down during each few for from further had has have having he her here hers him his how i if in " +
    'into is it its itself just many me might more most much must my no nor not now of off on once only or other our out over own s same ' +
    'she should so some such t than that the their theirs them then there these they this those through to too under until up ' +
    'very was we were what when where which while who whom whose why will with would you your'
  ).split(' '),
);

const stems = new Map<string, string>();
const MAX_STEMS = 200_000;

/** The index term of a folded word; irregular verbs use their base form ("broke" becomes "break"). Cached, since the stemmer is slow. */
export function term(folded: string): string {
  let stem = stems.get(folded);
  if (stem === undefined) {
    stem = lemmaTerm(IRREGULAR.get(folded) ?? folded);
    if (stems.size >= MAX_STEMS) stems.clear();
    stems.set(folded, stem);
  }
  return stem;
}

/** The Porter stem of a folded word in its dictionary form ("to found" is not a form of "find"); numbers stay unchanged. */
export const lemmaTerm = (folded: string): string => (/\p{N}/u.test(folded) ? folded : stemmer(folded));

/** The index terms of a text: folded, without stop words, stemmed. */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const { folded } of words(text)) {
    if (folded !== '' && !STOP_WORDS.has(folded)) found.push(term(folded));
  }
  return found;
}
