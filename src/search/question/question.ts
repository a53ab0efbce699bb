import { isContraction } from '../../english/contractions.ts';
import { isFrequentWord, isKnownWord } from '../../english/known-words.ts';
import { STOP_WORDS, term, words, type Word } from '../../english/words.ts';
import { withoutChat } from './chat.ts';
import type { Synonyms } from './synonyms.ts';
import { coarse, readTarget, type AnswerKind, type Target } from './target.ts';
import { slipOf } from './spelling.ts';
import type { Slice } from '../../article/article.ts';
import { itemAt } from '../../article/item-at.ts';

export type { AnswerKind } from './target.ts';

/** Where a query term comes from. */
export type TermOrigin = 'word' | 'spelling' | 'synonym';

/** A term to search for and its weight: 1 for a word of the question, less for a substitute. */
export type QueryTerm = Readonly<{ term: string; weight: number; origin: TermOrigin }>;

/** A content word of the question, with the terms that match it. */
export type Concept = Readonly<{
  /** Its index among the question's words. */
  at: number;
  folded: string;
  term: string;
  /** Capitalised inside the question, so part of a name. */
  capital: boolean;
  number: boolean;
  /** Whether it names the kind of thing asked for ("which *city*"), which an answer need not repeat. */
  target: boolean;
  stands: readonly QueryTerm[];
}>;

/** An analysed question. */
export type Query = Readonly<{
  /** The question without greetings and introductions. Everything else is derived from it. */
  text: string;
  /** The same with the articles' spelling, as input of the reader. */
  spelt: string;
  words: readonly Word[];
  concepts: readonly Concept[];
  /** The terms of all concepts. */
  terms: readonly QueryTerm[];
  kind: AnswerKind;
  target: Target;
  /** Words of the question, as written, that the archive does not contain, nor any of their synonyms or corrections. */
  unknown: readonly string[];
  /** Corrected words: `[as written, read as]`. */
  readAs: readonly (readonly [string, string])[];
}>;

/** What analysis needs to know about the articles that are searched, and only about those. */
export type Vocabulary = Readonly<{
  /** Whether a term (a stem) occurs. */
  has(term: string): boolean;
  /** The articles' spelling of a folded word; undefined when none contains it. */
  written(folded: string): string | undefined;
  /** Folded words within edit distance 1 (2 from 8 letters on), likeliest first; hardly any for an English word. */
  near(folded: string): readonly string[];
  /** Whether two folded words occur next to each other. */
  adjacent(first: string, second: string): boolean;
}>;

/** Weight of a synonym. */
const SYNONYM_WEIGHT = 0.6;
const SPELLING_WEIGHT = 0.8;
/** Number of spelling corrections that are tried. */
const SPELLINGS = 3;
/** Shorter words that no article has may be anything. Letters. */
const SLIP_MIN = 5;
/** Shorter parts of a word are not words ("Se nse"). Letters. */
const PART_MIN = 3;

/** Analyses a question: its concepts with synonyms and corrections, and the kind of answer it asks for. */
export function readQuestion(
  written: string,
  vocabulary: Vocabulary,
  synonyms: Synonyms,
  kind?: AnswerKind,
): Query {
  const plain = withoutChat(written);
  const slips = englishSlips(plain, vocabulary, synonyms);
  const text = corrected(plain, slips);
  const found = words(text);
  const target = readTarget(
    text,
    found.map(({ folded }) => folded),
    kind,
  );
  const concepts: Concept[] = [];
  const unknown: string[] = [];
  const fixes: Correction[] = [];
  for (const [at, word] of found.entries()) {
    if (word.folded === '' || STOP_WORDS.has(word.folded) || isContraction(word.folded)) continue;
    const asWritten = text.slice(word.start, word.end);
    const asked = term(word.folded);
    const stands: QueryTerm[] = [];
    if (vocabulary.has(asked)) stands.push({ term: asked, weight: 1, origin: 'word' });
    for (const other of synonyms.get(asked) ?? []) {
      if (vocabulary.has(other)) stands.push({ term: other, weight: SYNONYM_WEIGHT, origin: 'synonym' });
    }
    const respelt = respell(found, at, vocabulary, stands[0]?.origin === 'word');
    if (respelt) {
      for (const other of respelt.folded)
        stands.push({ term: term(other), weight: SPELLING_WEIGHT, origin: 'spelling' });
      const start = (found[at - respelt.before] ?? word).start;
      const { end } = found[at + respelt.words - 1] ?? word;
      // Both words of a pair that is read as one give the same correction.
      if (start >= (fixes.at(-1)?.end ?? 0)) fixes.push({ start, end, read: respelt.read });
    }
    if (stands.length === 0) unknown.push(asWritten);
    concepts.push({
      at,
      folded: word.folded,
      term: asked,
      capital: isCapital(text, word, at),
      number: /\p{N}/u.test(word.folded),
      target: at >= target.from && at < target.to,
      stands,
    });
  }
  const terms = new Map<string, QueryTerm>();
  for (const stand of concepts.flatMap(({ stands }) => stands)) {
    if ((terms.get(stand.term)?.weight ?? 0) < stand.weight) terms.set(stand.term, stand);
  }
  return {
    text,
    spelt: corrected(text, fixes),
    words: found,
    concepts,
    terms: [...terms.values()],
    kind: kind ?? coarse(target.kind),
    target,
    unknown,
    readAs: distinct([...pairs(plain, slips), ...pairs(text, fixes)]),
  };
}

/** A part of a text that is read as something else. */
type Correction = Slice & Readonly<{ read: string }>;

/** A text with its corrections, which are in order and do not overlap. */
function corrected(text: string, corrections: readonly Correction[]): string {
  const parts = corrections.map(
    ({ start, read }, at) => text.slice(corrections[at - 1]?.end ?? 0, start) + read,
  );
  return parts.join('') + text.slice(corrections.at(-1)?.end ?? 0);
}

type Pair = readonly [written: string, read: string];
const pairs = (text: string, corrections: readonly Correction[]): Pair[] =>
  corrections.map(({ start, end, read }) => [text.slice(start, end), read]);
const distinct = (all: readonly Pair[]): Pair[] => [
  ...new Map(all.map((pair) => [pair.join(' '), pair])).values(),
];

/** Whether a word is capitalised, but for the first, which always may be. */
const isCapital = (text: string, { start }: Word, at: number): boolean =>
  at > 0 && /^\p{Lu}/u.test(text.slice(start));

/**
 * Slips of English words, first of stop words, which would hide what is asked for ("hwo mcuh"). What the articles write, or nearly write, is
 * left to {@link respell}; capitalised words are names. In a question with more strange words than English ones they are of another language.
 */
function englishSlips(text: string, vocabulary: Vocabulary, synonyms: Synonyms): Correction[] {
  const all = words(text);
  const isEnglish = ({ folded }: Word): boolean => STOP_WORDS.has(folded) || isKnownWord(folded);
  const strange = all.filter(
    (word, at) => !isEnglish(word) && !isCapital(text, word, at) && !vocabulary.has(term(word.folded)),
  );
  if (strange.length > all.filter(isEnglish).length + 1) return [];
  return strange.flatMap(({ start, end, folded }) => {
    const meant =
      slipOf(folded, (other) => STOP_WORDS.has(other)) ??
      (folded.length >= SLIP_MIN && vocabulary.near(folded).length === 0
        ? slipOf(folded, (other) => isFrequentWord(other) || synonyms.has(other))
        : undefined);
    return meant === undefined ? [] : [{ start, end, read: meant }];
  });
}

type Respelt = {
  folded: readonly string[];
  read: string;
  /** Number of words of the question read as one, from this one on, and number of those before it. */
  words: number;
  before: number;
};

/** A short word or a stop word beside another is not a part of it ("the O" is not "Theo"). */
const isPart = (folded: string): boolean => folded.length >= PART_MIN && !STOP_WORDS.has(folded);

/** Another reading of a word: joined with a neighbour, split in two, or corrected when the articles do not contain it. */
function respell(
  found: readonly Word[],
  at: number,
  vocabulary: Vocabulary,
  known: boolean,
): Respelt | undefined {
  const word = itemAt(found, at).folded;
  // Empty where there is no neighbour.
  const next = found[at + 1]?.folded ?? '';
  const before = found[at - 1]?.folded ?? '';
  if (word.length >= PART_MIN || known) {
    const withNext = isPart(next) ? vocabulary.written(word + next) : undefined;
    if (withNext !== undefined) return { folded: [word + next], read: withNext, words: 2, before: 0 };
    const withBefore = isPart(before) ? vocabulary.written(before + word) : undefined;
    if (withBefore !== undefined) return { folded: [before + word], read: withBefore, words: 1, before: 1 };
  }
  if (known) return undefined;
  for (let cut = PART_MIN; cut <= word.length - PART_MIN; cut++) {
    const parts = [word.slice(0, cut), word.slice(cut)] as const;
    if (!vocabulary.adjacent(...parts)) continue;
    const read = parts.map((part) => vocabulary.written(part) ?? part).join(' ');
    return { folded: parts, read, words: 1, before: 0 };
  }
  const near = vocabulary.near(word).slice(0, SPELLINGS);
  const read = near[0] === undefined ? undefined : vocabulary.written(near[0]);
  return read === undefined ? undefined : { folded: near, read, words: 1, before: 0 };
}
