import {
  APPOSITIVE,
  BETWEEN,
  DETERMINER,
  isName,
  isOfPhrase,
  LINKS,
  named,
  nounsEnd,
  SPEAKER_PREPOSITION,
  pronounOf,
  REACH,
  role,
  runEnd,
  runStart,
  withWords,
  type Speaker,
} from './phrase.ts';
import { NO_NAME, PRONOUNS } from './speech-words.ts';
import type { TextToken } from './text-tokens.ts';
import { keyAt } from '../../key-at.ts';

/** The speaker whose phrase ends at the token `at`; undefined when there is no name, role or pronoun. */
export function speakerBefore(tokens: readonly TextToken[], at: number, depth = 4): Speaker | undefined {
  let end = at;
  while (end >= 0 && tokens[end]?.kind === 'word' && isBetween(tokens, end)) end--;
  const last = tokens[end];
  if (!last) return undefined;
  if (last.kind === 'mark') {
    if (last.text === ')') {
      const opening = tokens.slice(0, end).findLastIndex(({ text }) => text === '(');
      return opening > 0 ? speakerBefore(tokens, opening - 1, depth) : undefined;
    }
    return /^[,–—-]$/u.test(last.text) && depth > 0 ? beforeAppositive(tokens, end, depth) : undefined;
  }
  if (/^(?:who|which|that|qui|quien)$/u.test(last.key)) {
    const comma = tokens[end - 1]?.text === ',' ? end - 2 : end - 1;
    return speakerBefore(tokens, comma, depth);
  }
  if (PRONOUNS.has(last.key)) return pronounOf(last);
  if (isName(last)) return nameOrRole(tokens, runStart(tokens, end), end, depth);
  return last.capital || NO_NAME.has(last.key) ? undefined : role(tokens, end);
}

/** Adverbs, auxiliaries and times between a subject and its verb: "Vogel on Monday said", "a report last year found". */
function isBetween(tokens: readonly TextToken[], at: number): boolean {
  const [key, next] = [keyAt(tokens, at), keyAt(tokens, at + 1)];
  return BETWEEN.test(key) || TIME.test(key) || (key === 'on' && TIME.test(next));
}

const TIME =
  /^(?:last|this|next|year|week|month|night|morning|afternoon|evening|today|yesterday|earlier|\p{L}+day|gestern|heute|hier|ayer)$/u;

/** "a letter seen by Sky News", "a spokesman for the Home Office": the name is the owner, not the speaker. */
function nameOrRole(
  tokens: readonly TextToken[],
  from: number,
  to: number,
  depth: number,
): Speaker | undefined {
  const left = DETERMINER.test(keyAt(tokens, from - 1)) ? from - 2 : from - 1;
  const [preposition, noun] = [tokens[left], tokens[left - 1]];
  if (
    !preposition ||
    !noun ||
    noun.kind === 'mark' ||
    noun.capital ||
    !SPEAKER_PREPOSITION.test(preposition.key)
  )
    return named(tokens, from, to);
  const whose = tokens.slice(from, to + 1);
  // "a letter seen by", but "a report by".
  const isDone = preposition.key === 'by' && /(?:ed|en|wn|made)$/u.test(noun.key);
  const who = isDone ? speakerBefore(tokens, left - 2, depth) : role(tokens, left - 1);
  return who && withWords({ ...who, end: isDone ? who.end : endOf(whose.at(-1), who.end) }, whose);
}

const endOf = (token: TextToken | undefined, otherwise: number): number =>
  token === undefined ? otherwise : token.end - (token.possessive ? 2 : 0);

/** "Vogel, the mayor," and "the mayor, Ines Vogel,": the phrase before `comma` is a description or the name. */
function beforeAppositive(tokens: readonly TextToken[], comma: number, depth: number): Speaker | undefined {
  const opening = tokens.slice(0, comma).findLastIndex(({ text }) => /^[,;:–—]$/u.test(text));
  const piece = tokens.slice(opening + 1, comma);
  const [first] = piece;
  if (!first || piece.some(({ kind, text }) => kind === 'mark' && !/^[()-]$/u.test(text))) return undefined;
  const isWholeName = piece.every((token) => isName(token) || LINKS.has(token.key)) && isName(first);
  if (isWholeName || opening === -1) {
    const speaker = speakerBefore(tokens, comma - 1, 0);
    if (!speaker || opening < 1) return speaker;
    return withWords(speaker, tokens.slice(Math.max(0, opening - REACH), opening));
  }
  const main = speakerBefore(tokens, opening - 1, depth - 1);
  const says = APPOSITIVE.test(first.key) || !first.capital || piece.some((token) => !token.capital);
  if (main && says) return withWords(main, piece);
  return speakerBefore(tokens, comma - 1, 0);
}

/** The speaker whose phrase begins at the token `at`: "said Ambassador Mohib", "said the mayor, Ines Vogel". */
export function speakerAfter(tokens: readonly TextToken[], at: number): Speaker | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  if (PRONOUNS.has(first.key)) return pronounOf(first);
  let lead = at;
  while (lead - at < 6 && tokens[lead]?.kind === 'word' && !isName(tokens[lead])) {
    const { key } = tokens[lead] ?? first;
    if (lead > at && !isOfPhrase(tokens[lead])) break;
    if (lead > at && (SPEAKER_PREPOSITION.test(key) || NO_NAME.has(key)) && !DETERMINER.test(key)) break;
    lead++;
  }
  if (
    lead > at &&
    !DETERMINER.test(first.key) &&
    (SPEAKER_PREPOSITION.test(first.key) || NO_NAME.has(first.key))
  )
    return undefined;
  const end = isName(tokens[lead]) ? runEnd(tokens, lead) : lead - 1;
  if (end < at) return undefined;
  // "the Afghan team's coach", "Okello's wife": the name is a possessive.
  const isWhose = DETERMINER.test(first.key) || tokens[end]?.possessive === true;
  const last = isWhose ? nounsEnd(tokens, end) : end;
  const phrase = tokens.slice(at, last + 1);
  const speaker = isName(tokens[last])
    ? named(phrase, Math.max(lead - at, runStart(phrase, last - at)), last - at)
    : role(phrase, last - at);
  return withApposition(speaker, tokens, last);
}

/**
 * Adds the description between commas after a speaker: "said Vogel, the mayor," or "said the mayor, Ines Vogel". With `strict`, only one
 * that begins with an article or "who", since the comma may belong to something else.
 */
export function withApposition(
  speaker: Speaker | undefined,
  tokens: readonly TextToken[],
  at: number,
  strict = false,
): Speaker | undefined {
  if (!speaker) return speaker;
  const comma = speaker.names.length > 0 ? at + 1 : commaBehind(tokens, at);
  if (tokens[comma]?.text !== ',') return speaker;
  const rest = tokens.slice(comma + 1);
  const stop = rest.findIndex(({ kind }) => kind === 'mark');
  const piece = rest.slice(0, stop === -1 ? REACH : stop);
  const [first] = piece;
  if (!first) return speaker;
  if (speaker.names.length === 0 && isName(first)) {
    const name = named(piece, 0, runEnd(piece, 0));
    return { ...name, words: [...name.words, ...speaker.words] };
  }
  return APPOSITIVE.test(first.key) || (!strict && !first.capital) ? withWords(speaker, piece) : speaker;
}

/** The comma after a role or its complement: "the head of the port, Jan Kolb". */
function commaBehind(tokens: readonly TextToken[], at: number): number {
  if (!SPEAKER_PREPOSITION.test(keyAt(tokens, at + 1))) return at + 1;
  let comma = at + 1;
  while (comma - at < OF_WORDS && tokens[comma]?.kind === 'word' && isOfPhrase(tokens[comma])) comma++;
  return comma;
}

/** Longest complement of a role. Words. */
const OF_WORDS = 6;
