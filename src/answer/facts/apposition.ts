import type { Slice } from '../../article/article.ts';
import { gapAfter, saysPerson, saysThing, type Token } from './name-in-sentence.ts';

type Tokens = readonly Token[];

/** Words of an apposition at most. */
const MOST = 40;
const TIME =
  /^(?:day|night|week|weekend|month|year|years|time|morning|afternoon|evening|match|vote|meeting|game|election|summit|hearing|trial|attack|war|session)$/u;
/** Behind these a sentence's first phrase is no description of the name after it: "After the match, Gomez". */
const LEADING =
  /^(?:after|before|during|since|in|on|at|from|with|for|under|near|outside|inside|until|by|despite|amid|following|as|to|over|through|behind)$/u;
const PREPOSITION =
  /^(?:according|of|for|at|in|from|with|to|on|within|behind|between|among|under|about|by|into|as|near)$/u;

const opens = ({ tag, possessive, key }: Token): boolean =>
  (tag === 'determiner' &&
    !/^(?:this|that|these|those|each|every|some|no|any|all|both|either|neither|such|what)$/u.test(key)) ||
  (tag === 'possessive' && key !== 'whose') ||
  possessive;
const isFinite = ({ tag, key }: Token): boolean =>
  tag === 'be' ||
  tag === 'auxiliary' ||
  tag === 'verb' ||
  (tag === 'pronoun' && !/^(?:it|there|one|ones|others?)$/u.test(key)) ||
  tag === 'subordinator';

/**
 * The description behind a name, between a comma and the end of its phrase: "Lena Moor, roof engineer at Statik AG,".
 * `next` is the first token behind the name; `text` has no periods inside abbreviations. Undefined where what follows is a
 * clause of its own ("According to Holt, the pupils will move").
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

/** The description that begins with a token, if one does. */
function phraseFrom(text: string, tokens: Tokens, next: number): Slice | undefined {
  const first = tokens[next];
  if (!first) return undefined;
  const oneOf = first.key === 'one' && tokens[next + 1]?.key === 'of';
  if (!opens(first) && !oneOf && !ownerAhead(text, tokens, next) && !titleAhead(text, tokens, next))
    return undefined;
  const end = endOfPhrase(text, tokens, next);
  if (end === undefined) return undefined;
  const last = tokens[end];
  if (!last || isTime(tokens, next, end)) return undefined;
  return { start: first.start, end: endWithBracket(text, last.end) };
}

/** "Chau of the University of Sarn, the lead author": the token behind what a person is of. */
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

/** Whether the noun that a phrase turns on tells a time or an event: its last before a preposition. */
function isTime(tokens: Tokens, from: number, to: number): boolean {
  let head = from;
  for (let at = from; at <= to; at++) {
    const token = tokens[at];
    if (!token || (at > from && (PREPOSITION.test(token.key) || token.tag === 'relative'))) break;
    head = at;
  }
  const token = tokens[head];
  return token !== undefined && TIME.test(token.last) && !saysPerson(token);
}

/** "Castle, New York's largest bank": an owner of several words. */
function ownerAhead(text: string, tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + 5; at++) {
    const token = tokens[at];
    if (!token?.capital) return false;
    if (token.possessive) return true;
    if (gapAfter(text, tokens, at) !== ' ') return false;
  }
  return false;
}

/** "chief executive of Norvik Bank", "Director of the study": a title without an article that something follows. */
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
    if (gap !== ' ' || (isFinite(token) && !saysPerson(token))) return false;
  }
  return false;
}

/** The last token of the phrase that begins at `from`; undefined when a verb makes a clause of it. */
function endOfPhrase(text: string, tokens: Tokens, from: number): number | undefined {
  for (let at = from; at < Math.min(tokens.length, from + MOST); at++) {
    const token = tokens[at];
    const gap = gapAfter(text, tokens, at);
    if (!token) return undefined;
    if (at > from && (token.tag === 'relative' || token.key === 'whose')) return at - 1;
    if (at > from && token.key === 'that') return at - 1;
    if (at > from && isFinite(token) && !saysPerson(token)) return andBefore(tokens, from, at);
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

/** "a retired nurse and has two sons": the phrase ends before the "and" of a second verb; without one it is a clause. */
function andBefore(tokens: Tokens, from: number, verb: number): number | undefined {
  return tokens[verb - 1]?.key === 'and' && verb - 2 > from ? verb - 2 : undefined;
}

/** Whether a phrase goes on behind a comma: "from Irving, Texas," and ", and Chairman of the Centre,". */
function goesOn(text: string, tokens: Tokens, from: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (next.key === 'and') {
    const person = tokens.slice(at + 2, at + 7).findIndex((token) => saysPerson(token) || saysThing(token));
    return (
      person !== -1 &&
      !tokens.slice(at + 2, at + 3 + person).some(isFinite) &&
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

/** With the bracket that closes right behind: "of CEI (Italian Episcopal Conference)". */
function endWithBracket(text: string, end: number): number {
  const open = text.lastIndexOf('(', end);
  return open !== -1 && text[end] === ')' && !text.slice(open, end).includes(')') ? end + 1 : end;
}

/**
 * The description before a name and a comma: "A lawyer, Jane Doe, said", "Co-founder of Google, Sergey Brin,". `first` is the
 * first token of the name, `next` the one behind it.
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
  if (!opener || !end || isTime(tokens, start, last)) return undefined;
  const quoted = /["“‘']$/u.test(gap);
  const person = tokens.slice(start, last + 1).some((token) => saysPerson(token));
  if (!quoted && !person && start > 0 && start <= 2 && LEADING.test(tokens[start - 1]?.key ?? ''))
    return undefined;
  return { start: opener.start, end: endWithBracket(text, bracketEnd(text, end.end)) };
}

/** The end of a bracket that follows an end at once, else the end itself. */
const bracketEnd = (text: string, end: number): number => {
  const bracket = /^ \([^()]{2,60}\)/u.exec(text.slice(end));
  return bracket ? end + bracket[0].length : end;
};

/** Where the phrase begins that ends at `last`: at the nearest article, further back over "of" and behind titles. */
function startBefore(text: string, tokens: Tokens, last: number): number | undefined {
  for (let at = last; at >= Math.max(0, last - 14); at--) {
    const token = tokens[at];
    if (!token || (at < last && !/^ $| - |^ \(/u.test(gapAfter(text, tokens, at))))
      return titleFrom(text, tokens, at + 1, last);
    if (isFinite(token) || token.tag === 'relative' || token.key === 'and')
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

/** "on the road in Livorno, Tuscany": what ends in a capital is a description only by its title. */
const lastIsCapital = (tokens: Tokens, from: number, last: number): boolean =>
  tokens[last]?.capital === true &&
  !tokens.slice(from, last + 1).some((token) => saysPerson(token) || saysThing(token));

/** The token behind which a phrase goes on before an article: the noun of "head of the port", the title of "member at the club". */
function beyond(text: string, tokens: Tokens, article: number): number | undefined {
  const [noun, link] = [tokens[article - 2], tokens[article - 1]];
  if (
    !noun ||
    !link ||
    gapAfter(text, tokens, article - 2) !== ' ' ||
    gapAfter(text, tokens, article - 1) !== ' '
  )
    return undefined;
  if (link.key === 'of') return noun.tag === 'noun' || noun.tag === 'name' ? article - 2 : undefined;
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

/** A phrase without an article: it begins with what leads to a title ("Co-founder of Google"). */
function titleFrom(text: string, tokens: Tokens, from: number, last: number): number | undefined {
  let start = from;
  while (start < last && (PREPOSITION.test(tokens[start]?.key ?? '') || tokens[start]?.tag === 'conjunction'))
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
