import type { Slice } from '../../article/article.ts';
import { gapAfter, saysPerson, saysThing, type NameToken } from './name-in-sentence.ts';
import { endWithBracket, isClausal, PREPOSITION, tellsTime } from './phrase-parts.ts';
import { keyAt } from '../key-at.ts';

type Tokens = readonly NameToken[];

/** After these, the first phrase of a sentence does not describe the following name: "After the match, Gomez". */
const LEADING =
  /^(?:after|before|during|since|in|on|at|from|with|for|under|near|outside|inside|until|by|despite|amid|following|as|to|over|through|behind)$/u;

/**
 * The description before a comma and a name: "A lawyer, Jane Doe, said", "Co-founder of Google, Sergey Brin,". `first` is the first
 * token of the name, `next` the one after it.
 */
export function appositionBefore(
  text: string,
  tokens: Tokens,
  first: number,
  next: number,
): Slice | undefined {
  const gap = gapAfter(text, tokens, first - 1);
  const article =
    tokens[first - 1]?.key === 'the' && /^(?:, | \([^)]*\), )$/u.test(gapAfter(text, tokens, first - 2));
  const bracket = /^\), ["“]?$/u.test(gap) ? text.lastIndexOf('(', tokens[first]?.start) : -1;
  const last =
    bracket === -1 ? (article ? first - 2 : first - 1) : tokens.findLastIndex(({ end }) => end <= bracket);
  if (bracket === -1 && !article && !/^(?:, | \([^)]*\), )["“]?$|^, ["“‘']$/u.test(gap)) return undefined;
  const behind = text.slice(tokens[next - 1]?.end ?? text.length);
  if (!/^(?: \([^()]{2,14}\))?["”’']?(?:[,.;:)!?]|$)/u.test(behind)) return undefined;
  const start = startBefore(text, tokens, last);
  if (start === undefined) return undefined;
  const opener = tokens[start];
  const end = tokens[last];
  if (!opener || !end || tellsTime(tokens, start, last)) return undefined;
  const quoted = /["“‘']$/u.test(gap);
  const person = tokens.slice(start, last + 1).some((token) => saysPerson(token));
  if (!quoted && !person && start > 0 && start <= 2 && LEADING.test(keyAt(tokens, start - 1)))
    return undefined;
  return { start: opener.start, end: endWithBracket(text, bracketEnd(text, end.end)) };
}

/** The end of a closing bracket right after `end`, else `end`. */
const bracketEnd = (text: string, end: number): number => {
  const bracket = /^ \([^()]{2,60}\)/u.exec(text.slice(end));
  return bracket ? end + bracket[0].length : end;
};

/** The start of the phrase that ends at `last`: its nearest article, or further back across "of" and titles. */
function startBefore(text: string, tokens: Tokens, last: number): number | undefined {
  for (let at = last; at >= Math.max(0, last - 14); at--) {
    const token = tokens[at];
    if (!token || (at < last && !/^ $| - |^ \(/u.test(gapAfter(text, tokens, at))))
      return titleFrom(text, tokens, at + 1, last);
    if (isClausal(token) || token.tag === 'relative' || token.key === 'and')
      return titleFrom(text, tokens, at + 1, last);
    if (token.possessive && at < last) return ownerStart(text, tokens, at);
    if (token.tag === 'determiner' || token.tag === 'possessive') {
      const further = beyond(text, tokens, at);
      if (further === undefined) return lastIsCapital(tokens, at, last) ? undefined : at;
      at = further + 1;
    }
  }
  return titleFrom(text, tokens, 0, last);
}

/** "on the road in Livorno, Tuscany": a phrase that ends in a capital is a description only if it has a title. */
const lastIsCapital = (tokens: Tokens, from: number, last: number): boolean =>
  tokens[last]?.capital === true &&
  !tokens.slice(from, last + 1).some((token) => saysPerson(token) || saysThing(token));

/** The token after which a phrase continues before an article: the noun of "head of the port", the title of "member at the club". */
function beyond(text: string, tokens: Tokens, article: number): number | undefined {
  const [noun, link] = [tokens[article - 2], tokens[article - 1]];
  if (
    !noun ||
    !link ||
    gapAfter(text, tokens, article - 2) !== ' ' ||
    gapAfter(text, tokens, article - 1) !== ' '
  )
    return undefined;
  if (link.key === 'of') return /^(?:noun|name|adjective|number)$/u.test(noun.tag) ? article - 2 : undefined;
  return PREPOSITION.test(link.key) && saysPerson(noun) ? article - 2 : undefined;
}

function ownerStart(text: string, tokens: Tokens, at: number): number {
  let start = at;
  while (start > 0 && gapAfter(text, tokens, start - 1) === ' ') {
    const before = tokens[start - 1];
    if (!before || before.possessive) break;
    if (before.tag === 'determiner' || before.tag === 'possessive') return start - 1;
    const fits = tokens[at]?.capital ? before.capital : /^(?:noun|adjective|name)$/u.test(before.tag);
    if (!fits) break;
    if (before.capital && start === 1 && before.tag !== 'name' && before.tag !== 'noun') break;
    start -= 1;
  }
  return start;
}

/** The start of a phrase without an article: the words that lead to a title ("Co-founder of Google"). */
function titleFrom(text: string, tokens: Tokens, from: number, last: number): number | undefined {
  let start = from;
  while (start < last && (PREPOSITION.test(keyAt(tokens, start)) || tokens[start]?.tag === 'conjunction'))
    start += 1;
  for (let at = start; at <= last; at++) {
    const token = tokens[at];
    if (!token || PREPOSITION.test(token.key)) return undefined;
    if (saysPerson(token) && !token.possessive) {
      const after = tokens[at + 1];
      return at === last || (after && PREPOSITION.test(after.key)) ? start : undefined;
    }
    if (at < last && gapAfter(text, tokens, at) !== ' ') return undefined;
  }
  return undefined;
}
