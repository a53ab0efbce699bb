import { abbreviationUses } from './abbreviations.ts';
import { LONGEST_WORD, wordBefore, type BoundaryCandidate, type Following } from './candidate.ts';
import { isStarter, isTimeQualifier, wordAt } from './starters.ts';

/** A Roman numeral, but not the pronoun. */
const ROMAN = /^(?!I$)[IVXLC]+$/u;
/** German ordinals have a dot: "am 3. Oktober". */
const GERMAN_MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/u;

/** Whether a single dot, followed by white space and not by a lower-case word, ends the sentence. */
export function endsAtPoint(candidate: BoundaryCandidate, following: Following): boolean {
  const { text } = candidate;
  const word = wordBefore(candidate);
  if (isEnumerator(candidate, word)) return false;
  if (/^\d{1,2}$/u.test(word)) return !GERMAN_MONTH.test(wordAt(text, following.at));
  if (/^\p{Ll}$/u.test(word) && following.initial === 'digit') return false;
  if (/^\p{Lu}$/u.test(word)) return endsAtInitial(candidate, word, following);
  const uses = abbreviationUses(word);
  if (uses.length === 0 || uses.includes('end')) return true;
  if (uses.includes('title')) return false;
  if (uses.includes('number') && (following.initial === 'digit' || ROMAN.test(wordAt(text, following.at)))) {
    return false;
  }
  if (uses.includes('clock')) return endsAtClock(candidate, following);
  return !uses.includes('anywhere') || beginsAnew(candidate, following);
}

/** After an abbreviation, a sentence begins with a word that usually begins sentences, or with a quotation. */
function beginsAnew({ text, markEnd, end, next }: BoundaryCandidate, following: Following): boolean {
  if (following.opened && end === markEnd && !'(['.includes(text.charAt(next))) return true;
  return isStarter(text, following.at);
}

/** The number or letter of a list item at its beginning: "1. The first item", "b. The second". */
function isEnumerator({ text, sentence, mark }: BoundaryCandidate, word: string): boolean {
  if (!/^(?:\d{1,3}|\p{L}|[ivx]{1,4})$/iu.test(word)) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(sentence, mark - word.length).slice(0, 8)) && mark - sentence < 8;
}

/** Nouns that are followed by a letter or Roman numeral: "World War I", "vitamin C", "Plan B". */
const LABELLED =
  /(?:act|appendix|block|category|chapter|class|division|exhibit|gate|grade|group|hepatitis|influenza|level|part|phase|plan|pool|scene|schedule|section|series|stage|table|terminal|tier|title|type|vitamin|war|zone)\s$/iu;

/** "Jonas E. Smith" and "William J. “Bill” Clinton" continue; "you and I. Smith" and "World War I. Germany" do not. */
function endsAtInitial(candidate: BoundaryCandidate, word: string, following: Following): boolean {
  const { text, mark } = candidate;
  if (isStarter(text, following.at)) return true;
  const before = text.slice(Math.max(0, mark - LONGEST_WORD), mark - 1);
  return LABELLED.test(before) || (word === 'I' && /\s\p{Ll}+,?\s$/u.test(before));
}

/** A sentence needs more words than "At 5 a.m." before it can end. */
const FEWEST_WORDS = 4;

function endsAtClock({ text, sentence, mark, next }: BoundaryCandidate, { at, initial }: Following): boolean {
  if (text[next] === '(' || isTimeQualifier(text, at)) return false;
  const soFar = text.slice(sentence, Math.min(mark, sentence + 80));
  return initial !== 'other' && soFar.split(/\s+/u).length >= FEWEST_WORDS;
}
