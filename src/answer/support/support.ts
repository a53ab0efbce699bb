import { isCommonWord } from '../../english/common-words.ts';
import { STOP_WORDS, fold, term, words } from '../../english/words.ts';
import type { Document, Sentence, Slice } from '../../article/article.ts';
import { claimsOf, compoundsIn, type Claims } from './claims.ts';
import { clausesOf, isDenied, opensWithVerb, saysTheOpposite, takesUp } from './clauses.ts';
import { CONTRASTS } from './contrasts.ts';
import { rolesConflict } from './roles.ts';
import { itemAt } from '../../article/item-at.ts';

/** Number of sentences before and after the quote that belong to its context. */
const AROUND = 3;

/** The location of the answer and its context. */
type Place = Readonly<{
  /** The clause with the span, including earlier clauses of the sentence. */
  clause: string;
  before: string;
  /** The words of the clause right before and after the span; the whole clause when there is no span. */
  beside: string;
  quote: string;
  window: string;
  headline: string;
  published: string;
}>;

/** The kinds of objections to a quote as the answer. Confidence weighs each kind separately. */
export const OBJECTIONS = [
  { kind: 'another figure', why: 'the clause has another year, quarter, month or rank than the question' },
  { kind: 'no such figure', why: 'a number or period of the question stands nowhere around' },
  { kind: 'another clause', why: 'whom the question names stands in another clause of the sentence' },
  {
    kind: 'name elsewhere',
    why: 'whom the question names stands near, but the clause does not take them up',
  },
  { kind: 'no such name', why: 'whom the question names stands nowhere around' },
  { kind: 'contrast', why: 'the clause has the opposite of an act or measure of the question' },
  { kind: 'another of the kind', why: 'the noun of the question stands there with another word before it' },
  { kind: 'another role', why: 'the clause has done by somebody what the question has done to them' },
  { kind: 'denied', why: 'the clause says that something is not so' },
] as const;

/** The kind of an objection. */
export type ObjectionKind = (typeof OBJECTIONS)[number]['kind'];

/** Kinds that overrule any reader score: a quote with one of them is never `found`. */
export const DECISIVE: ReadonlySet<ObjectionKind> = new Set([
  'another figure',
  'no such figure',
  'no such name',
  'another clause',
  'another role',
  'contrast',
  'another of the kind',
]);

/** An objection to a quote, described in a few words for logs and `--json`. */
export type Objection = Readonly<{ kind: ObjectionKind; words: string }>;

/**
 * Objections to a quote as the answer, most serious first. What the question presupposes (names, numbers, periods, actions, offices, who
 * did it to whom) must be in the clause with the answer, or in its context without a contradiction.
 */
export function objections(
  question: string,
  document: Document,
  sentence: Sentence,
  span: Slice | undefined,
): readonly Objection[] {
  const { text, headline, publishedAt = '' } = document.article;
  const quote = text.slice(sentence.start, sentence.end);
  const at = sentence.n - 1;
  const window = document.sentences
    .slice(Math.max(0, at - AROUND), at + AROUND + 1)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
  const clauses = clausesOf(quote);
  const own = span
    ? (clauses.find(({ end }) => span.start - sentence.start < end) ?? { start: 0, end: quote.length })
    : { start: 0, end: quote.length };
  const place: Place = {
    clause: quote.slice(own.start, own.end),
    before: quote.slice(0, own.start),
    beside: besideOf(
      quote,
      own,
      span && { start: span.start - sentence.start, end: span.end - sentence.start },
    ),
    quote,
    window,
    headline,
    published: publishedAt,
  };
  const claims = claimsOf(question, capitalIn(text));
  return CHECKS.flatMap((check) => check(claims, place) ?? []);
}

/** How many words before and after a span can negate it. */
const DENIES_BEFORE = 8;
const DENIES_AFTER = 3;

/** The match of a pattern that must match. */
const matchIn = (pattern: RegExp, text: string): string => itemAt(pattern.exec(text) ?? [], 0);

/** The text beside a span in its clause, up to the next comma, without the span. */
function besideOf(quote: string, clause: Slice, span: Slice | undefined): string {
  if (!span) return quote.slice(clause.start, clause.end);
  const before = matchIn(/[^,;:()]*$/u, quote.slice(clause.start, Math.max(clause.start, span.start)));
  const after = matchIn(/^[^,;:()]*/u, quote.slice(span.end, Math.max(span.end, clause.end)));
  const split = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
  return [...split(before).slice(-DENIES_BEFORE), '…', ...split(after).slice(0, DENIES_AFTER)].join(' ');
}

/** A common English word is a name only if it is capitalised this often ("Sports Desk" does not make "desk" a name). */
const NAME_OF_COMMON_WORD = 3;

/** Whether a text capitalises a word wherever it is inside a sentence. */
const capitalIn = (text: string): ((folded: string) => boolean) => {
  return (folded) => {
    if (folded.length < 2 || !/^\p{L}[\p{L}\p{N}'&-]*$/u.test(folded)) return false;
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${folded}(?![\p{L}\p{N}])`, 'giu');
    let capitals = 0;
    const enough = isCommonWord(term(folded)) ? NAME_OF_COMMON_WORD : 1;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (!/^\p{Lu}/u.test(found)) return false;
      if (/[\p{Ll},] $/u.test(text.slice(Math.max(0, index - 2), index))) capitals += 1;
    }
    return capitals >= enough;
  };
};

type Check = (claims: Claims, place: Place) => Objection | undefined;

const CHECKS: readonly Check[] = [
  ({ figures }, place) => {
    for (const { same, another, text, loose } of figures) {
      if (same.test(place.clause)) continue;
      if (another.test(place.clause)) return { kind: 'another figure', words: `another ${text}` };
      if (loose) continue;
      if (![place.quote, place.window, place.headline, place.published].some((part) => same.test(part)))
        return { kind: 'no such figure', words: `no ${text}` };
    }
    return undefined;
  },
  ({ names }, place) => {
    for (const name of names) {
      if (isNamed(name, place.clause)) continue;
      if (isNamed(name, place.quote)) {
        // "… and sold its paint business": the subject of the clause before continues.
        const goesOn = opens(name, place.quote) && opensWithVerb(place.clause);
        if (goesOn || (isNamed(name, place.before) && takesUp(place.clause))) continue;
        return { kind: 'another clause', words: `${name} in another clause` };
      }
      if (isNamed(name, place.headline)) continue;
      if (!isNamed(name, place.window)) return { kind: 'no such name', words: `no ${name}` };
      if (!takesUp(place.clause)) return { kind: 'name elsewhere', words: `${name} elsewhere` };
    }
    return undefined;
  },
  ({ asks }, { clause }) => {
    for (const poles of CONTRASTS) {
      const asked = poles.filter((pole) => pole.test(asks));
      const [first] = asked;
      if (!first || asked.some((pole) => pole.test(clause))) continue;
      const other = poles.find((pole) => pole.test(clause));
      if (other)
        return { kind: 'contrast', words: `${matchIn(other, clause)} instead of ${matchIn(first, asks)}` };
    }
    return undefined;
  },
  ({ asks }, { quote }) =>
    saysTheOpposite(asks, quote) ? { kind: 'contrast', words: 'what is instead of what is not' } : undefined,
  ({ compounds }, { quote, clause }) => {
    const held = new Set(words(quote).map(({ folded }) => term(folded)));
    const others = compoundsIn(clause);
    const conflict = compounds.find(
      ({ modifier, noun }) => !held.has(modifier) && others.some((other) => other.noun === noun),
    );
    return conflict && { kind: 'another of the kind', words: `another ${conflict.noun}` };
  },
  ({ asks, names }, { clause }) => {
    const other = names.find((name) => rolesConflict(asks, name, clause));
    return other === undefined ? undefined : { kind: 'another role', words: `${other} in another role` };
  },
  ({ asks }, { beside }) =>
    /\b(?:who|whom|what|which|when|where|how (?:much|many|long))\b/iu.test(asks) &&
    !isDenied(asks) &&
    isDenied(beside)
      ? { kind: 'denied', words: 'denied' }
      : undefined,
];

/** Whether a text mentions a name by its first or last word, as an adjective, or by initials. */
export function isNamed(name: string, text: string): boolean {
  const parts = words(name).map(({ folded }) => folded);
  const telling = parts.filter((part) => part.length > 1 && !STOP_WORDS.has(part));
  const held = words(text).map(({ folded }) => folded);
  const initials = parts.length > 1 ? parts.map((part) => part[0]).join('') : undefined;
  const ends = [telling[0], telling.at(-1)].filter((part) => part !== undefined);
  return (
    held.some((word) => ends.some((part) => sameName(part, word)) || word === initials) ||
    longForm(parts, text)
  );
}

/** "US" for "United States". */
const longForm = ([only = '', ...more]: readonly string[], text: string): boolean =>
  more.length === 0 &&
  /^\p{L}{2,4}$/u.test(only) &&
  new RegExp(
    String.raw`\b${Array.from(only, (letter) => `${letter}\\p{L}+`).join(' (?:of )?(?:the )?')}`,
    'iu',
  ).test(text);

/** Number of letters that a name and its adjective share ("Afghan", "Afghanistan"). */
const STEM = 5;
const sameName = (a: string, b: string): boolean =>
  a === b || (a.length >= STEM && b.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM));

/** Whether a sentence is about someone: the name comes before its first verb, or close to it. */
const opens = (name: string, quote: string): boolean => {
  const [subject = ''] = quote.split(
    /\b(?:is|are|was|were|has|have|had|will|would|said|says|\p{Ll}+ed)\b/u,
    1,
  );
  return isNamed(name, subject) || fold(quote).startsWith(fold(name));
};
