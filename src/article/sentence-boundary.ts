import { abbreviationUses, isNameWithMark } from './abbreviations.ts';
import { followingWord, wordBefore } from './sentence-candidate.ts';
import type { Candidate, Following } from './sentence-candidate.ts';
import { endsAtPoint } from './sentence-point.ts';
import { KIND, initialAt, kindAt } from './sentence-characters.ts';
import { isReportingClause, isStarter, wordAt } from './sentence-starters.ts';

/** Whether the sentence ends at the candidate. Looks at a bounded number of characters. */
export function isBoundary(candidate: Candidate): boolean {
  const { text, mark, next, end } = candidate;
  const following = followingWord(candidate);
  if (kindAt(text, mark) === KIND.stop) return endsAtStop(candidate, following);
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

/** A comma or the like never begins a sentence: `Inc., the`, `“Really?”, he`. */
function isContinuation(text: string, at: number): boolean {
  return ',;:)]}'.includes(text[at] ?? ' ');
}

/** Chinese and Japanese need no space; what a particle follows (「…。」と) is part of a longer sentence. */
function endsAtStop({ text, markEnd, end, next }: Candidate, following: Following): boolean {
  if (isContinuation(text, next) || '，、；：'.includes(text[next] ?? ' ')) return false;
  const quoted = end > markEnd && next === end;
  return !(quoted && /[\u3041-\u309f]/u.test(text[following.at] ?? ''));
}

/** Three points or more, or the ellipsis sign, and nothing else. */
function isDots({ text, mark, markEnd }: Candidate): boolean {
  if (kindAt(text, mark) !== KIND.dot) return false;
  return text[mark] !== '.' || (markEnd - mark > 1 && kindAt(text, markEnd - 1) === KIND.dot);
}

/** Endings of file names and domains that stand after a point without space: `Booking.Com`. */
const NAME_ENDING = /^(?:com|net|org|gov|edu|io|js|tv|me|info|co|uk|pdf|doc|jpg|html?|exe|zip|py|ts)$/iu;

/**
 * `world.Today` is two sentences whose space got lost when the word before is in lower case, or a number, or
 * has a closing mark, and the one after is a capitalised word, not an all-capitals one (`Node.JS`).
 */
function endsWithoutSpace(candidate: Candidate, { at, initial }: Following): boolean {
  const { text, mark, markEnd, end, address } = candidate;
  if (initial !== 'upper' || address || isDots(candidate)) return false;
  const word = wordAt(text, at);
  const after = text[at + word.length] ?? ' ';
  const lowerFollows = initialAt(text, at + 1) === 'lower' || (word.length === 1 && after === ' ');
  if (!lowerFollows || NAME_ENDING.test(word)) return false;
  if (end > markEnd) return true;
  const before = initialAt(text, mark - 1);
  if (before === 'digit') return true;
  return (
    before === 'lower' &&
    initialAt(text, mark - 2) === 'lower' &&
    abbreviationUses(wordBefore(candidate)).length === 0
  );
}

/** A web address begins a sentence although it is in lower case. */
const ADDRESS = /^(?:https?:|www\.)/u;

function endsBeforeLowerCase(candidate: Candidate, following: Following, dots: boolean): boolean {
  const { text, mark, markEnd, end } = candidate;
  if (end > markEnd || dots) return false;
  const word = wordBefore(candidate);
  if (kindAt(text, mark) === KIND.bang) {
    if (isReportingClause(text, following.at)) return false;
    const name = markEnd - mark === 1 && initialAt(word, 0) === 'upper';
    return !name;
  }
  if (ADDRESS.test(text.slice(following.at, following.at + 8))) return true;
  if (word.length === 1 || abbreviationUses(word).length > 0) return false;
  if (initialAt(text, candidate.sentence) === 'lower') return true;
  return word.length > 3 && /^\p{Ll}+$/u.test(word);
}

/** `…` or `...` after a space leaves words out of a sentence; four points, or three that touch a word, end it. */
function endsAtDots({ text, mark, markEnd, end }: Candidate, following: Following): boolean {
  if (end > markEnd || kindAt(text, mark - 1) !== KIND.space) return true;
  if (isStarter(text, following.at) && !/^I\b/u.test(wordAt(text, following.at))) return true;
  return text.slice(mark, markEnd).replaceAll(/\s/gu, '').length > 3;
}

function endsAtBang(candidate: Candidate, following: Following): boolean {
  const { text, mark, markEnd, end } = candidate;
  if (end > markEnd) return !isReportingClause(text, following.at);
  const name = markEnd - mark === 1 && isNameWithMark(wordBefore(candidate));
  return !name || isStarter(text, following.at);
}
