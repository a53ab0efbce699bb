import {
  BETWEEN,
  DETERMINER,
  isName,
  isOfPhrase,
  named,
  SPEAKER_PREPOSITION,
  pronounOf,
  runEnd,
  withWords,
  type Speaker,
} from './phrase.ts';
import { speakerAfter, withApposition } from './speaker.ts';
import { NO_NAME, PRONOUNS } from './speech-words.ts';
import type { TextToken } from './text-tokens.ts';
import { keyAt } from '../../key-at.ts';

/** The subject of a sentence without names: "The baker answered questions." */
export function roleSubjectOf(tokens: readonly TextToken[]): Speaker | undefined {
  return DETERMINER.test(keyAt(tokens, 0)) ? speakerAfter(tokens, 0) : undefined;
}

/** The subject of a sentence: its first name that does not follow a preposition. */
export function subjectOf(tokens: readonly TextToken[]): Speaker | undefined {
  let from = 0;
  const opening = tokens.find(({ kind }) => kind === 'word');
  if (
    opening &&
    (SPEAKER_PREPOSITION.test(opening.key) || opening.key.endsWith('ing') || NO_NAME.has(opening.key)) &&
    !DETERMINER.test(opening.key)
  ) {
    const comma = tokens.findIndex(({ text }) => text === ',');
    if (comma > 0 && !PRONOUNS.has(opening.key)) from = comma + 1;
  }
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (PRONOUNS.has(token.key)) return pronounOf(token);
    if (!isName(token) || token.possessive) continue;
    const before = tokens[at - 1];
    const link = before && DETERMINER.test(before.key) ? tokens[at - 2] : before;
    if (at > from && link && SPEAKER_PREPOSITION.test(link.key)) {
      // "the mayor of Port Alma": skip the complement.
      at = runEnd(tokens, at);
      continue;
    }
    const later = namedBehindRole(tokens, at);
    if (later !== undefined)
      return withApposition(named(tokens, later, runEnd(tokens, later)), tokens, runEnd(tokens, later));
    let end = at;
    while (isName(tokens[end + 1]) && !tokens[end]?.possessive) end++;
    if (tokens[end]?.possessive) continue;
    const told = withWords(named(tokens, at, end), roleBehind(tokens, at));
    return withApposition(told, tokens, end, tokens[at - 1]?.text === ',');
  }
  return undefined;
}

const ROLE =
  /(?:er|or|ist|ian|man|woman|person|chief|head|boss|captain|president|secretary|executive|mp|mayor)$/u;

/** "Council leader Tim Orford": the first word is capitalised only because it begins the sentence. */
function namedBehindRole(tokens: readonly TextToken[], at: number): number | undefined {
  let role = at + 1;
  while (tokens[role]?.kind === 'word' && !tokens[role]?.capital && ROLE.test(keyAt(tokens, role))) role++;
  return at === 0 && role > at + 1 && isName(tokens[role]) ? role : undefined;
}

/** Words right before a name that may be its role, when the name is only mentioned. */
const NEAR = 4;

/** All names among the tokens as speakers, with the words next to them. */
export function namesOf(tokens: readonly TextToken[]): Speaker[] {
  const found: Speaker[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isName(tokens[at])) continue;
    const from = at;
    while (isName(tokens[at + 1]) && !tokens[at]?.possessive) at++;
    const speaker = named(tokens, from, at, NEAR);
    const told = withWords(speaker, roleBehind(tokens, from));
    found.push(withApposition(told, tokens, at, tokens[from - 1]?.text === ',') ?? told);
  }
  return found;
}

/** "the captain, Petra Lindqvist": the words before the comma, if they are one phrase. */
function roleBehind(tokens: readonly TextToken[], from: number): readonly TextToken[] {
  if (tokens[from - 1]?.text !== ',') return [];
  const opening = tokens
    .slice(0, from - 1)
    .findLastIndex(({ key, possessive }) => possessive || DETERMINER.test(key));
  const phrase = opening === -1 ? [] : tokens.slice(opening, from - 1);
  const isOne =
    phrase.length <= NEAR + 1 && phrase.every((token) => isOfPhrase(token) && !BETWEEN.test(token.key));
  return isOne ? phrase : [];
}
