import { STOP_WORDS, term, words, type Word } from '../article/words.ts';
import type { Synonyms } from './synonyms.ts';

/** What kind of thing the answer is, read from the question's words. */
export type AnswerKind = 'name' | 'money' | 'number' | 'date' | 'place' | 'reason' | 'description' | 'any';

/** A term to look for and how much a match counts: 1 for a word of the question, less for a stand-in. */
export type QueryTerm = Readonly<{ term: string; weight: number; origin: 'word' | 'synonym' | 'spelling' }>;

/** A question made ready for searching. */
export type Query = Readonly<{
  text: string;
  words: readonly Word[];
  terms: readonly QueryTerm[];
  kind: AnswerKind;
  /** Question words, as written, that the archive does not know, nor any synonym or spelling of. */
  unknown: readonly string[];
  /** Words read as another word of the archive: `[as written, read as]`. */
  readAs: readonly (readonly [string, string])[];
}>;

/** What analysis must know of the archive: whether a term occurs, and its close spellings. */
export type Vocabulary = Readonly<{
  has(term: string): boolean;
  /** Terms of the archive within edit distance 1 (2 from 8 letters), the most frequent first. */
  near(term: string): readonly string[];
}>;

/** A synonym counts this much of the word that was asked for. RANKING: "below exact matches". */
const SYNONYM_WEIGHT = 0.6;
const SPELLING_WEIGHT = 0.8;

/** The first pattern that fits decides; the order goes from narrow to wide. */
const KINDS: readonly (readonly [RegExp, AnswerKind])[] = [
  [/\bhow (?:much|big|large)\b|\bwhat (?:sum|amount|price)\b|\bvaluation\b|\bworth\b/iu, 'money'],
  [
    /\bhow (?:many|old|long|far|tall|high|fast|often)\b|\bwhat (?:number|percentage|share|age)\b|\bpercent/iu,
    'number',
  ],
  [/\b(?:when|since when|what year|which year|what date|what month)\b/iu, 'date'],
  [/\b(?:where|in (?:what|which) (?:city|country|place|town|state))\b/iu, 'place'],
  [/\bwhy\b|\bwhat (?:caused|reason)\b/iu, 'reason'],
  [/\b(?:who|whom|whose|which (?:company|person|firm|investors?|bank))\b/iu, 'name'],
  [/^what (?:is|are|was|were|does|do|did)\b/iu, 'description'],
];

/** Reads a question: its terms with synonyms and spelling retries, and what kind of answer it asks for. */
export function readQuestion(text: string, vocabulary: Vocabulary, synonyms: Synonyms): Query {
  const found = words(text);
  const wanted = new Map<string, QueryTerm>();
  const add = (entry: QueryTerm): void => {
    if ((wanted.get(entry.term)?.weight ?? 0) < entry.weight) wanted.set(entry.term, entry);
  };
  const unknown: string[] = [];
  const readAs: [string, string][] = [];
  for (const word of found) {
    if (word.folded === '' || STOP_WORDS.has(word.folded)) continue;
    const asked = term(word.folded);
    const stands = [...(synonyms.get(asked) ?? [])].filter((other) => vocabulary.has(other));
    const known = vocabulary.has(asked);
    const near = known ? [] : vocabulary.near(asked).slice(0, 3);
    if (known) add({ term: asked, weight: 1, origin: 'word' });
    for (const other of stands) add({ term: other, weight: SYNONYM_WEIGHT, origin: 'synonym' });
    for (const other of near) add({ term: other, weight: SPELLING_WEIGHT, origin: 'spelling' });
    const written = text.slice(word.start, word.end);
    if (near[0] !== undefined) readAs.push([written, near[0]]);
    if (!known && stands.length === 0 && near.length === 0) unknown.push(written);
  }
  const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'any';
  return { text, words: found, terms: [...wanted.values()], kind, unknown, readAs };
}
