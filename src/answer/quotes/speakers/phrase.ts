import type { Slice } from '../../../article/article.ts';
import { NO_NAME, SPEECH_VERBS, TITLES } from './speech-words.ts';
import type { TextToken } from './text-tokens.ts';
import { keyAt } from '../../key-at.ts';

/** A speaker as a text describes them: the slice that names them, and the words of the description in lower case. */
export type Speaker = Slice &
  Readonly<{
    /** Words of the name without titles; empty for a role ("the coach") or a pronoun. */
    names: readonly string[];
    /** Words that identify the name alone: a surname, or the last word of an organisation. */
    heads: readonly string[];
    /** Titles, roles and organisations in the phrase. */
    words: readonly string[];
    /** The start of the whole phrase: "team" in "team member Rodaba Noori". */
    phrase: number;
    pronoun?: string;
  }>;

/** Words that join parts of a name. */
export const LINKS = new Set(
  'of the for and & at de del della da di du von van der den zu la le les bin ibn al el y et und on'.split(
    ' ',
  ),
);

/** Words between a subject and its verb. */
export const BETWEEN =
  /^(?:has|have|had|is|was|were|are|be|been|will|would|also|later|then|now|again|only|just|recently|once|did|does|not|himself|herself|themselves|itself|both|all|further|\p{L}+ly|hat|habe|a|ont|ha|han|avait|s'est|s’est|often|always|never|even|reportedly)$/u;
export const SPEAKER_PREPOSITION =
  /^(?:of|for|at|in|from|with|by|to|on|about|against|near|under|over|into|through|von|für|bei|mit|aus|an|zu|in|de|du|des|à|pour|avec|chez|en|con|para)$/u;
export const DETERMINER =
  /^(?:the|a|an|his|her|its|their|our|my|one|some|other|many|several|another|der|die|das|ein|eine|le|la|les|un|une|l|el|los|las|una|su|sus)$/u;
/** Opens a phrase before a comma that describes the name. */
export const APPOSITIVE =
  /^(?:a|an|the|who|which|whose|of|at|from|in|for|his|her|their|its|one|now|then|also|der|die|das|ein|eine|qui|le|la|un|une|el|la|quien)$/u;
/** Longest phrase. Words. */
export const REACH = 12;

export const isName = (token: TextToken | undefined): boolean =>
  token?.kind === 'word' && token.capital && (!NO_NAME.has(token.key) || isInitials(token.text));

/** "AS Heagle": initials without dots. */
const isInitials = (word: string): boolean => /^\p{Lu}{2}$/u.test(word);

export const pronounOf = ({ start, end, key }: TextToken): Speaker => ({
  start,
  end,
  phrase: start,
  names: [],
  heads: [],
  words: [],
  pronoun: key,
});

/** The index of the first token of the run of capitalised words that ends at `at`: "Matthew Ingram of The Globe and Mail". */
export function runStart(tokens: readonly TextToken[], at: number): number {
  let start = at;
  for (let left = at - 1; left >= 0 && at - left <= REACH; left--) {
    const token = tokens[left];
    if (!token || token.kind !== 'word' || token.possessive) break;
    if (isName(token) || (token.capital && LINKS.has(token.key))) start = left;
    else if (!LINKS.has(token.key)) break;
  }
  // A run does not begin with a linking word.
  while (start < at && LINKS.has(keyAt(tokens, start))) start++;
  return start;
}

/** The index of the last token of the run of capitalised words that begins at `at`. */
export function runEnd(tokens: readonly TextToken[], at: number): number {
  let end = at;
  for (let right = at + 1; right < tokens.length && right - at <= REACH; right++) {
    const token = tokens[right];
    if (token?.kind !== 'word') break;
    if (isName(token)) end = right;
    else if (!LINKS.has(token.key)) break;
  }
  return end;
}

/** The speaker named by the tokens `from` to `to`, with the words before them in the same phrase. */
export function named(tokens: readonly TextToken[], from: number, to: number, reach = REACH): Speaker {
  const run = tokens.slice(from, to + 1);
  const link = run.findIndex(({ key }) => LINKS.has(key));
  const names = run.filter(({ key }) => !LINKS.has(key) && !TITLES.has(key)).map(({ key }) => key);
  const beforeLink = run.slice(0, link === -1 ? 0 : link).filter(({ key }) => !TITLES.has(key));
  let start = from;
  while (start > 0 && from - start < reach && isOfPhrase(tokens[start - 1])) start--;
  const before = tokens.slice(start, from);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new RangeError('A name has at least one word.');
  return {
    start: first.start,
    end: last.end - (last.possessive ? 2 : 0),
    phrase: (before[0] ?? first).start,
    names,
    heads: [...new Set([names.at(-1) ?? '', beforeLink.at(-1)?.key ?? ''])].filter((head) => head !== ''),
    words: [...wordsOf(before), ...run.filter(({ key }) => TITLES.has(key)).map(({ key }) => key)],
  };
}

export const isOfPhrase = (token: TextToken | undefined): boolean =>
  token?.kind === 'word' &&
  !SPEECH_VERBS.has(token.key) &&
  !/^(?:and|but|as|that|while|because|when|if|und|et|y)$/u.test(token.key);

/** A role without a name: "the team's coach", "officials". */
export function role(tokens: readonly TextToken[], to: number): Speaker | undefined {
  let from = to;
  while (from > 0 && to - from < REACH && isOfPhrase(tokens[from - 1])) {
    from--;
    const [before, noun] = [tokens[from - 1], tokens[from - 2]];
    const isWhole = !/^(?:of|for|at|from)$/u.test(before?.key ?? '') || noun?.kind !== 'word' || noun.capital;
    if (DETERMINER.test(keyAt(tokens, from)) && isWhole) break;
    if (before && /^(?:with|by|that|whilst|while|in|on)$/u.test(before.key)) break;
  }
  const phrase = tokens.slice(from, to + 1);
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last || !/^\p{L}{2,}/u.test(last.text)) return undefined;
  return {
    start: first.start,
    end: last.end,
    phrase: first.start,
    names: [],
    heads: [],
    words: wordsOf(phrase),
  };
}

/** The end of the nouns that continue a phrase: in "the Afghan team's coach" the name only says which coach. */
export function nounsEnd(tokens: readonly TextToken[], from: number): number {
  let end = from;
  for (let right = from + 1; right < tokens.length && right - from <= REACH; right++) {
    const token = tokens[right];
    if (!token || !isOfPhrase(token) || SPEAKER_PREPOSITION.test(token.key) || BETWEEN.test(token.key)) break;
    if (NO_NAME.has(token.key)) break;
    end = right;
  }
  return end;
}

export const withWords = (speaker: Speaker, more: readonly TextToken[]): Speaker => ({
  ...speaker,
  words: [...speaker.words, ...wordsOf(more)],
});

const wordsOf = (tokens: readonly TextToken[]): string[] =>
  tokens.flatMap(({ kind, key }) =>
    kind === 'word' && !LINKS.has(key) && !DETERMINER.test(key) && !SPEAKER_PREPOSITION.test(key)
      ? [key]
      : [],
  );
