import { isNameWithMark, mayBeAbbreviation } from './abbreviations.ts';
import { followingWord, wordBefore, type BoundaryCandidate, type Following } from './candidate.ts';
import { endsAtPoint } from './point.ts';
import { KIND, initialAt, kindAt } from './characters.ts';
import { isReportingClause, isStarter, wordAt } from './starters.ts';

/** Whether the sentence ends at the candidate. Reads a bounded number of characters. */
export function isBoundary(candidate: BoundaryCandidate): boolean {
  const { text, mark, next, end } = candidate;
  const following = followingWord(candidate);
  if (kindAt(text, mark) === KIND.stop) return endsAtStop(candidate);
  if (isContinuation(text, next)) return false;
  if (next === end) return endsWithoutSpace(candidate, following);
  const dots = isDots(candidate);
  if (dots && text[mark - 1] === '[') return false;
  if (following.initial === 'lower') return endsBeforeLowerCase(candidate, following, dots);
  if (candidate.aside) return isStarter(text, following.at);
  if (dots) return endsAtDots(candidate, following);
  if (kindAt(text, mark) === KIND.bang) return endsAtBang(candidate, following);
  return endsAtPoint(candidate, following);
}

/** A comma never begins a sentence, nor does a dash before a lower-case letter: `“Really?” – he asked`. */
function isContinuation(text: string, at: number): boolean {
  const character = text[at] ?? ' ';
  if (',;:)]}'.includes(character)) return true;
  return (
    '–—-'.includes(character) && kindAt(text, at + 1) === KIND.space && initialAt(text, at + 2) === 'lower'
  );
}

/**
 * Chinese and Japanese need no space. A particle after the mark (「…。」と) continues the sentence, and a full-width dot before a digit is a
 * decimal point.
 */
function endsAtStop({ text, markEnd, end, next }: BoundaryCandidate): boolean {
  const character = text[next] ?? ' ';
  if (isContinuation(text, next) || '，、；：'.includes(character)) return false;
  if (next > end) return true;
  if (text[markEnd - 1] === '．' && initialAt(text, next) === 'digit') return false;
  return !(end > markEnd && /[\u3041-\u309f]/u.test(character));
}

/** Only three or more dots, or an ellipsis. */
function isDots({ text, mark, markEnd }: BoundaryCandidate): boolean {
  if (kindAt(text, mark) !== KIND.dot) return false;
  return text[mark] !== '.' || (markEnd - mark > 1 && kindAt(text, markEnd - 1) === KIND.dot);
}

/** Endings of file names and domains right after a dot: `Booking.Com`. */
const NAME_ENDING = /^(?:com|net|org|gov|edu|info|pdf|doc|jpg|html?|exe|zip|php)$/iu;

/** Scripts without spaces between sentences. */
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/u;

/**
 * `world.Today` is two sentences with a missing space if the word before is lower case, a number, or has a closing mark, and the word
 * after is capitalised but not in capitals (`Node.JS`).
 */
function endsWithoutSpace(candidate: BoundaryCandidate, { at, initial }: Following): boolean {
  const { text, mark, markEnd, end, address } = candidate;
  if (address || isDots(candidate)) return false;
  if (initial === 'letter') return CJK.test(text.slice(mark - 1, mark)) && CJK.test(text.slice(at, at + 1));
  if (initial !== 'upper') return false;
  const word = wordAt(text, at);
  const after = text[at + word.length] ?? ' ';
  if (initialAt(text, at + 1) !== 'lower' && !(word.length === 1 && after === ' ')) return false;
  if (word.length < 3 ? !isStarter(text, at) && !mayBeAbbreviation(word) : NAME_ENDING.test(word))
    return false;
  if (end > markEnd) return true;
  const before = initialAt(text, mark - 1);
  if (before === 'digit') return true;
  return (
    before === 'lower' && initialAt(text, mark - 2) === 'lower' && !mayBeAbbreviation(wordBefore(candidate))
  );
}

/** A URL can begin a sentence in lower case. */
const ADDRESS = /^(?:https?:|www\.)/u;

function endsBeforeLowerCase(candidate: BoundaryCandidate, following: Following, dots: boolean): boolean {
  const { text, mark, markEnd, end } = candidate;
  if (end > markEnd || dots) return false;
  const word = wordBefore(candidate);
  if (kindAt(text, mark) === KIND.bang) {
    if (isReportingClause(text, following.at)) return false;
    const name = markEnd - mark === 1 && initialAt(word, 0) === 'upper';
    return !name;
  }
  if (ADDRESS.test(text.slice(following.at, following.at + 8))) return true;
  if (word.length === 1 || mayBeAbbreviation(word)) return false;
  if (initialAt(text, candidate.sentence) === 'lower') return true;
  return word.length > 3 && /^\p{Ll}+$/u.test(word);
}

/** `…` or `...` after a space is an omission inside a sentence; four dots, or three right after a word, end it. */
function endsAtDots({ text, mark, markEnd, end }: BoundaryCandidate, following: Following): boolean {
  if (end > markEnd || kindAt(text, mark - 1) !== KIND.space) return true;
  if (isStarter(text, following.at) && !/^I\b/u.test(wordAt(text, following.at))) return true;
  return text.slice(mark, markEnd).replaceAll(/\s/gu, '').length > 3;
}

function endsAtBang(candidate: BoundaryCandidate, following: Following): boolean {
  const { text, mark, markEnd, end } = candidate;
  if (end > markEnd) return !isReportingClause(text, following.at);
  const name = markEnd - mark === 1 && isNameWithMark(wordBefore(candidate));
  return !name || isStarter(text, following.at);
}
