import { BETWEEN, DETERMINER, isName, LINKS, SPEAKER_PREPOSITION, runEnd, type Speaker } from './phrase.ts';
import { speakerAfter, speakerBefore } from './speaker.ts';
import { ACCORDING, NO_NAME, SPEECH_VERBS, TOLD } from './speech-words.ts';
import { subjectOf } from './subject.ts';
import type { TextToken } from './text-tokens.ts';
import { keyAt } from '../../key-at.ts';

/** Most verbs before a quotation that are tried, last one first. */
const VERBS = 4;

/** Speech verbs that can be nouns. */
const NOUNS_TOO =
  /^(?:reports?|claims?|posts|calls?|notes?|comments|states|reasons|answers|objects|labels|repeats|reads?|promises|stresses|reveals|laments|urges?|boasts|ask|recommend|suggest|describe|deny)$/u;
/** The subject of these must be a name or pronoun: "a user labelled X" says that X is a name. */
const NAMING = /^(?:called|dubbed|labell?ed|branded|described|characteri[sz]ed)$/u;

/** These introduce speech only before "that": "the report found that". */
const THAT_ONLY = /^(?:found|finds|finding|showed|shows)$/u;
/** After these, an -ing form has the subject of the sentence. */
const OF_SENTENCE = /^(?:,|as|while|whilst|by|after|before|when|and|then)$/u;

const BE = /^(?:is|was|were|are|be|been|being|wird|wurde|est|été|es|fue)$/u;

const AUXILIARY = /^(?:a|ont|hat|ha|han|avait|hatte|s[’']est|so)$/u;

/** French inverted pronouns: "a-t-il dit", "dit-il". */
const INVERTED_PRONOUN = /(?:^|-)(?:t-)?(il|elle|ils|elles|on)$/u;

const isVerb = (tokens: readonly TextToken[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital || !SPEECH_VERBS.has(token.key)) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  // "was called": the subject is not the speaker.
  if (before && BE.test(before.key) && !token.key.endsWith('ing')) return false;
  if (THAT_ONLY.test(token.key)) return after?.key === 'that' || after?.kind === 'mark';
  if (!NOUNS_TOO.test(token.key)) return true;
  return (
    (before !== undefined && (before.capital || /^(?:he|she|it|they|who|which)$/u.test(before.key))) ||
    after === undefined ||
    after.kind === 'mark' ||
    after.key === 'that'
  );
};

/** The speaker named after a quotation: "said Vogel", "Vogel said", "– Vogel", "according to Vogel". */
export function fromTail(tokens: readonly TextToken[], text: string): Speaker | undefined {
  const [opening] = tokens;
  if (!opening) return undefined;
  if (/^[–—-]$/u.test(opening.text) && tokens[1]?.capital && tokens.length <= 8) {
    const speaker = speakerAfter(tokens, 1);
    if (speaker && speaker.names.length > 0) return speaker;
  }
  const first = tokens.findIndex(({ kind }) => kind === 'word');
  if (first === -1) return undefined;
  const inverted = invertedFrom(tokens, first);
  if (inverted) return inverted;
  const unknown = byUnknownVerb(tokens, first, text);
  if (unknown) return unknown;
  for (let at = first; at < tokens.length; at++) {
    if (!isVerb(tokens, at)) continue;
    const speaker = speakerBefore(tokens, at - 1);
    if (!speaker) continue;
    const between = text.slice(tokens[0]?.start, speaker.phrase);
    if (/^[\s\p{P}]*$|[,;–—-]\s*$|\b(?:and|but|as|und|wie|et|y)\s*$/u.test(between)) return speaker;
  }
  return accordingTo(tokens, text);
}

/** "…, chuckled Vogel" and "…, Vogel chuckled.": right after a comma or question mark, any word next to a name may be a speech verb. */
function byUnknownVerb(tokens: readonly TextToken[], at: number, text: string): Speaker | undefined {
  const [verb, next] = [tokens[at], tokens[at + 1]];
  if (!verb || !next || !/[,?!]["”’»“]?[\s,]*$/u.test(text.slice(Math.max(0, verb.start - 4), verb.start)))
    return undefined;
  const isWord = (token: TextToken | undefined): boolean =>
    token?.kind === 'word' &&
    !token.capital &&
    !SPEAKER_PREPOSITION.test(token.key) &&
    !DETERMINER.test(token.key) &&
    !BETWEEN.test(token.key) &&
    !LINKS.has(token.key) &&
    !NO_NAME.has(token.key);
  if (isWord(verb) && isName(next)) return speakerAfter(tokens, at + 1);
  if (!isName(verb)) return undefined;
  const end = runEnd(tokens, at);
  const [behind, after] = [tokens[end + 1], tokens[end + 2]];
  const isLast = after === undefined || after.kind === 'mark';
  return isWord(behind) && isLast ? speakerAfter(tokens, at) : undefined;
}

/** "said Vogel", "a déclaré Vogel", "dit-il", starting at the word `at`. */
function invertedFrom(tokens: readonly TextToken[], at: number): Speaker | undefined {
  let verb = at;
  const asked = INVERTED_PRONOUN.exec(keyAt(tokens, verb));
  if (asked && asked[0] !== tokens[verb]?.key) return withPronoun(tokens[verb], asked[1]);
  if (AUXILIARY.test(keyAt(tokens, verb))) verb++;
  const token = tokens[verb];
  const so = tokens[verb - 1]?.key === 'so';
  if (!token || (!so && (!isVerb(tokens, verb) || /^t(?:ell|old)/u.test(token.key)))) return undefined;
  let next = so ? verb : verb + 1;
  while (
    next - verb < 3 &&
    /^(?:gestern|heute|am|also|later|then|hier|ayer|dazu|auch|weiter)$/u.test(keyAt(tokens, next))
  )
    next++;
  return speakerAfter(tokens, next);
}

const withPronoun = (token: TextToken | undefined, pronoun: string | undefined): Speaker | undefined =>
  token && pronoun !== undefined
    ? { start: token.start, end: token.end, phrase: token.start, names: [], heads: [], words: [], pronoun }
    : undefined;

/** The speaker named before a quotation: "Vogel told the paper:", "said Vogel:", "Vogel:". */
export function fromLead(tokens: readonly TextToken[], text: string, whole = true): Speaker | undefined {
  let tried = 0;
  for (let at = tokens.length - 1; at >= 0 && tried < VERBS; at--) {
    if (!isVerb(tokens, at)) continue;
    tried++;
    const before = tokens[at - 1];
    const verb = keyAt(tokens, at);
    // "…, erklärte er:"
    const turned = before?.text === ',' ? invertedFrom(tokens, at) : undefined;
    if (turned && (turned.pronoun !== undefined || turned.names.length > 0)) return turned;
    const isGerund = verb.endsWith('ing') && (before === undefined || OF_SENTENCE.test(before.key));
    const speaker = isGerund ? subjectOf(tokens.slice(0, at)) : speakerBefore(tokens, at - 1);
    const isNamed = speaker && (speaker.names.length > 0 || speaker.pronoun !== undefined);
    if (speaker && (isNamed || !NAMING.test(verb))) return speaker;
    const after = TOLD.has(verb) || NAMING.test(verb) ? undefined : speakerAfter(tokens, at + 1);
    if (after && after.names.length > 0) return after;
  }
  const told = accordingTo(tokens, text);
  if (told) return told;
  const last = tokens.at(-1);
  if (!whole || (last?.text !== ':' && last?.text !== '：')) return undefined;
  return subjectOf(tokens) ?? speakerBefore(tokens, tokens.length - 2);
}

const TOLD_BY = new RegExp(`(?<![\\p{L}])(?:${ACCORDING})\\s`, 'iu');

function accordingTo(tokens: readonly TextToken[], text: string): Speaker | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return undefined;
  const match = TOLD_BY.exec(text.slice(first.start, last.end));
  if (!match) return undefined;
  const from = first.start + match.index + match[0].length;
  const at = tokens.findIndex(({ start }) => start >= from);
  if (at === -1) return undefined;
  const speaker = speakerAfter(tokens, at);
  const isTold = speaker && (speaker.names.length > 0 || speaker.pronoun !== undefined);
  return isTold || match[0].toLowerCase().startsWith('acc') ? speaker : undefined;
}

/** The speaker in a following sentence that says nothing else: "Vogel asked.", "– Matthew Ingram", "Anonymous blogger". */
export function fromFollowing(tokens: readonly TextToken[], text: string): Speaker | undefined {
  const end = tokens.findIndex(({ text: mark }, at) => at > 0 && /^[,.;]$/u.test(mark));
  const line = tokens.slice(0, end === -1 ? tokens.length : end);
  if (
    line.length <= 8 &&
    (line[0]?.capital || /^[–—-]$/u.test(line[0]?.text ?? '')) &&
    !line.some((_, at) => isVerb(line, at))
  )
    return speakerBefore(line, line.length - 1);
  const words = tokens.filter(({ kind }) => kind === 'word');
  const verb = tokens.findIndex((_, at) => isVerb(tokens, at));
  return words.length <= 8 && verb !== -1 && verb <= 5 ? fromTail(tokens, text) : undefined;
}
