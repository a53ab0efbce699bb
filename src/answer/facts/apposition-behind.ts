import type { Slice } from '../../article/article.ts';
import { gapAfter, saysPerson, saysThing, type NameToken } from './name-in-sentence.ts';
import { endWithBracket, isClausal, opensPhrase, PREPOSITION, tellsTime } from './phrase-parts.ts';

type Tokens = readonly NameToken[];

/** Longest apposition. Words. */
const MOST = 40;

/**
 * The description after a name, between a comma and the end of its phrase: "Lena Moor, roof engineer at Statik AG,". `next` is the first
 * token after the name; abbreviations in `text` have no periods. Undefined when a clause follows instead ("According to Holt, the pupils
 * will move").
 */
export function appositionBehind(text: string, tokens: Tokens, next: number): Slice | undefined {
  const [gap, first] = [gapAfter(text, tokens, next - 1), tokens[next]];
  if (gap === ' ' && first?.key === 'of') {
    const behind = behindMembership(text, tokens, next);
    return behind === undefined ? undefined : appositionBehind(text, tokens, behind);
  }
  if (!first || !/^["”’']?,["”’']? $|^ ?[–—] ?$/u.test(gap)) return undefined;
  if (/^\d{1,3}$/u.test(first.text) && /^, $/u.test(gapAfter(text, tokens, next)))
    return appositionBehind(text, tokens, next + 1);
  if (first.tag === 'conjunction') return undefined;
  if (
    /^(?:now|then|once|formerly|currently|previously|also)$/u.test(first.key) &&
    gapAfter(text, tokens, next) === ' '
  )
    return phraseFrom(text, tokens, next + 1);
  return phraseFrom(text, tokens, next);
}

/** The description that starts at a token, if any. */
function phraseFrom(text: string, tokens: Tokens, next: number): Slice | undefined {
  const first = tokens[next];
  if (!first) return undefined;
  if (first.tag === 'possessive' && !first.possessive && !ownsRole(text, tokens, next)) return undefined;
  const oneOf = first.key === 'one' && tokens[next + 1]?.key === 'of';
  if (!opensPhrase(first) && !oneOf && !ownerAhead(text, tokens, next) && !titleAhead(text, tokens, next))
    return undefined;
  const end = endOfPhrase(text, tokens, next);
  if (end === undefined) return undefined;
  const last = tokens[end];
  if (!last || tellsTime(tokens, next, end)) return undefined;
  return { start: first.start, end: endWithBracket(text, last.end) };
}

/** "Chau of the University of Sarn, the lead author": the token after the person's affiliation. */
function behindMembership(text: string, tokens: Tokens, from: number): number | undefined {
  for (let at = from; at < from + 9; at++) {
    const token = tokens[at];
    if (!token || !(token.capital || /^(?:of|the|and|for|in)$/u.test(token.key))) return undefined;
    const gap = gapAfter(text, tokens, at);
    if (gap.startsWith(',')) return token.capital ? at + 1 : undefined;
    if (gap !== ' ') return undefined;
  }
  return undefined;
}

/** "its main rival", "their home", but not "its largest purchase": the possessed noun must be a person, or a thing that can have a name. */
function ownsRole(text: string, tokens: Tokens, from: number): boolean {
  for (let at = from + 1; at < from + 7; at++) {
    const token = tokens[at];
    if (!token || PREPOSITION.test(token.key)) return false;
    if (saysPerson(token) || saysThing(token)) return true;
    if (gapAfter(text, tokens, at) !== ' ') return false;
  }
  return false;
}

/** "Castle, New York's largest bank": a possessive of several words. */
function ownerAhead(text: string, tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + 5; at++) {
    const token = tokens[at];
    if (!token?.capital) return false;
    if (token.possessive) return true;
    if (gapAfter(text, tokens, at) !== ' ') return false;
  }
  return false;
}

/** "chief executive of Norvik Bank", "Director of the study": a title without an article, followed by something. */
function titleAhead(text: string, tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + 7; at++) {
    const token = tokens[at];
    const gap = gapAfter(text, tokens, at);
    if (!token || token.tag === 'determiner' || PREPOSITION.test(token.key)) return false;
    if ((saysPerson(token) || (saysThing(token) && !token.capital && at > from)) && !token.possessive) {
      const after = tokens[at + 1];
      if (/^[,.;)]/u.test(gap) || after === undefined) return !token.capital || at > from;
      if (gap === ' ' && PREPOSITION.test(after.key)) return true;
    }
    if (gap !== ' ' || (isClausal(token) && !saysPerson(token))) return false;
  }
  return false;
}

/** The last token of the phrase that starts at `from`; undefined when a verb makes it a clause. */
function endOfPhrase(text: string, tokens: Tokens, from: number): number | undefined {
  for (let at = from; at < Math.min(tokens.length, from + MOST); at++) {
    const token = tokens[at];
    const gap = gapAfter(text, tokens, at);
    if (!token) return undefined;
    if (at > from && (token.tag === 'relative' || token.key === 'whose')) return at - 1;
    if (at > from && token.key === 'that') return at - 1;
    if (at > from && isClausal(token) && !saysPerson(token)) return andBefore(tokens, from, at);
    if (/^\s*[(]/u.test(gap)) {
      const close = text.indexOf(')', token.end);
      if (close === -1) return undefined;
      while ((tokens[at + 1]?.start ?? Number.POSITIVE_INFINITY) < close) at += 1;
      if (/^[,.;]/u.test(text.slice(close + 1))) return at;
      continue;
    }
    if (
      /^["”’']*[,;.!?)—:]|^ [–-] |^["”’']*$/u.test(gap) &&
      !(gap === ', ' && goesOn(text, tokens, from, at))
    )
      return at;
  }
  return undefined;
}

/** "a retired nurse and has two sons": the phrase ends before the "and" of a second verb. Without one it is a clause. */
function andBefore(tokens: Tokens, from: number, verb: number): number | undefined {
  return tokens[verb - 1]?.key === 'and' && verb - 2 > from ? verb - 2 : undefined;
}

/** Whether a phrase continues after a comma: "from Irving, Texas," and ", and Chairman of the Centre,". */
function goesOn(text: string, tokens: Tokens, from: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (next.key === 'and') {
    const person = tokens.slice(at + 2, at + 7).findIndex((token) => saysPerson(token) || saysThing(token));
    return (
      person !== -1 &&
      !tokens.slice(at + 2, at + 3 + person).some(isClausal) &&
      !closesEarly(text, tokens, at + 2, at + 2 + person)
    );
  }
  if (!next.capital || !tokens[at]?.capital) return false;
  const place = tokens
    .slice(Math.max(from, at - 3), at)
    .some(({ key }) => /^(?:in|from|of|at|near)$/u.test(key));
  return place && /^[,.]/u.test(gapAfter(text, tokens, at + 1)) && !saysPerson(next);
}

const closesEarly = (text: string, tokens: Tokens, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (gapAfter(text, tokens, at) !== ' ') return true;
  return false;
};
