import { saysPerson, type NameToken } from './name-in-sentence.ts';

/** Times and events, which do not describe what is next to them. */
const TIME =
  /^(?:day|night|week|weekend|month|year|years|time|morning|afternoon|evening|match|vote|meeting|game|election|summit|hearing|trial|attack|war|session)$/u;
/** Begins another phrase. */
export const PREPOSITION =
  /^(?:according|of|for|at|in|from|with|to|on|within|behind|between|among|under|about|by|into|as|near)$/u;

/** Whether a token can begin a description: an article or a possessive. */
export const opensPhrase = ({ tag, possessive, key }: NameToken): boolean =>
  (tag === 'determiner' &&
    !/^(?:this|that|these|those|each|every|some|no|any|all|both|either|neither|such|what)$/u.test(key)) ||
  (tag === 'possessive' && key !== 'whose') ||
  possessive;
const SAID =
  /^(?:said|says|told|announced|reported|added|warned|agreed|decided|confirmed|argued|claimed|admitted|denied|voted|began|became|won|lost)$/u;
/** Whether a token is the verb of a clause, or opens a clause. */
export const isClausal = ({ tag, key }: NameToken): boolean =>
  SAID.test(key) ||
  tag === 'be' ||
  tag === 'auxiliary' ||
  tag === 'verb' ||
  (tag === 'pronoun' && !/^(?:it|there|one|ones|others?)$/u.test(key)) ||
  tag === 'subordinator';

/** Whether the head noun of a phrase (the last before a preposition) is a time or an event. */
export function tellsTime(tokens: readonly NameToken[], from: number, to: number): boolean {
  let head = from;
  for (let at = from; at <= to; at++) {
    const token = tokens[at];
    if (!token || (at > from && (PREPOSITION.test(token.key) || token.tag === 'relative'))) break;
    head = at;
  }
  const token = tokens[head];
  return token !== undefined && TIME.test(token.last) && !saysPerson(token);
}

/** Includes a bracket that closes right after: "of CEI (Italian Episcopal Conference)". */
export function endWithBracket(text: string, end: number): number {
  const open = text.lastIndexOf('(', end);
  return open !== -1 && text[end] === ')' && !text.slice(open, end).includes(')') ? end + 1 : end;
}
