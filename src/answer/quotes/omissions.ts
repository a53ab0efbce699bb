import type { Slice } from '../../article/article.ts';
import { denies } from './sense.ts';
import type { Token } from './tokens.ts';
import { TURNING, type Turn } from './turning-words.ts';
import { itemAt } from '../../article/item-at.ts';
import { keyAt } from '../key-at.ts';

/** Words of the source that a quotation leaves out and that change its meaning; a slice of the article's text. */
export type LeftOut = Slice & Readonly<{ where: 'before' | 'inside' | 'after'; turn: Turn }>;

/** Phrases by their first word, longest first. */
const BY_FIRST = new Map<string, { words: readonly string[]; turn: Turn }[]>();
for (const [turn, phrases] of Object.entries(TURNING) as [Turn, readonly string[]][]) {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = itemAt(words, 0);
    const same = BY_FIRST.get(first) ?? [];
    BY_FIRST.set(
      first,
      [...same, { words, turn }].toSorted((a, b) => b.words.length - a.words.length),
    );
  }
}

/** How many words before a quotation still affect it, by kind. */
const REACH: Readonly<Record<Turn, number>> = { denial: 2, chance: 2, amount: 1, doubt: 2, condition: 1 };
/** "denied reports that": denials reach further, up to the next comma. */
const DENIED =
  /^(?:den(?:y|ied|ies|ying)|reject(?:ed|s)|disput(?:ed|es)|dismiss(?:ed|es)|refut(?:ed|es)|contradicted|bestreitet|bestritt|dementierte|nié|dément|negó|niega|desmintió)$/u;
const DENIED_REACH = 5;
/** Number words, and other words that an amount may precede. */
const NUMBER_LIKE =
  /^(?:[$€£¥₹₽₩]|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|dozens?|hundreds?|thousands?|millions?|billions?|zwei|drei|vier|fünf|zehn|hundert|tausend|deux|trois|cent|mille|dos|tres|cien|mil)$/u;
/** Words that are always amounts. */
const ONLY_AMOUNT =
  /^(?:more|less|fewer|nearly|almost|at|mehr|weniger|beinahe|fast|mindestens|höchstens|moins|presque|más|menos|casi|al|au)$/u;
/** Opens a clause that a quotation may leave out entirely. */
const RELATIVE = /^(?:who|which|whose|whom|where|when|qui|que|dont|où|quien|cuyo|cual)$/u;
const BREAK = new Set([',', ';', ':', '-', '(', ')', '.', '?', '!']);

type Phrase = Readonly<{ from: number; to: number; turn: Turn }>;

/** The phrase of the table that begins at a position. */
function phraseAt(source: readonly Token[], at: number): Phrase | undefined {
  const token = source[at];
  if (!token) return undefined;
  const found = BY_FIRST.get(token.key)?.find(({ words }) =>
    words.every((word, index) => source[at + index]?.key === word),
  );
  // "May" is a month.
  if (found && !(token.key === 'may' && token.written !== 'may' && source[at + 1]?.kind === 'number'))
    return { from: at, to: at + found.words.length, turn: found.turn };
  return denies(token) ? { from: at, to: at + 1, turn: 'denial' } : undefined;
}

/** "almost uninterrupted" says less than "uninterrupted"; "about the plan" is no amount. */
const isAmountOf = (phrase: Token | undefined, token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || NUMBER_LIKE.test(token.key) || ONLY_AMOUNT.test(phrase?.key ?? ''));

const leftOut = (
  source: readonly Token[],
  { from, to, turn }: Phrase,
  where: LeftOut['where'],
): LeftOut[] => {
  const [first, last] = [source[from], source[to - 1]];
  return first && last ? [{ start: first.start, end: last.end, where, turn }] : [];
};

/** Omissions right before or after the tokens `from` to `to` (exclusive) of a source that change their meaning. */
export function leftOutAround(source: readonly Token[], from: number, to: number): LeftOut[] {
  return [...leftOutBefore(source, from), ...leftOutAfter(source, to)];
}

function leftOutBefore(source: readonly Token[], from: number): LeftOut[] {
  for (let at = from - 1; at >= Math.max(0, from - DENIED_REACH - 2); at--) {
    const token = source[at];
    if (!token || BREAK.has(token.key)) return opensCondition(source, from);
    const phrase = phraseAt(source, at);
    if (!phrase || phrase.to > from) continue;
    const between = from - phrase.to;
    const reach = DENIED.test(token.key) ? DENIED_REACH : REACH[phrase.turn] - 1;
    if (between > reach) continue;
    if (phrase.turn === 'amount' && !isAmountOf(source[phrase.from], source[from])) continue;
    return leftOut(source, longest(source, phrase, from), 'before');
  }
  return [];
}

/** "by no means" rather than "no": a phrase may begin before the word found first. */
function longest(source: readonly Token[], phrase: Phrase, limit: number): Phrase {
  for (let at = Math.max(0, phrase.from - 3); at < phrase.from; at++) {
    const wider = phraseAt(source, at);
    if (wider && wider.to >= phrase.to && wider.to <= limit) return wider;
  }
  return phrase;
}

/** "If elected, he will resign": a condition at the start of a sentence, before its comma. */
function opensCondition(source: readonly Token[], from: number): LeftOut[] {
  if (source[from - 1]?.key !== ',') return [];
  let start = from - 1;
  while (start > 0 && !/^[.?!;:]$/u.test(keyAt(source, start - 1))) start--;
  const phrase = phraseAt(source, start);
  return phrase?.turn === 'condition' ? leftOut(source, { ...phrase, to: from - 1 }, 'before') : [];
}

function leftOutAfter(source: readonly Token[], to: number): LeftOut[] {
  const at = source[to]?.key === ',' ? to + 1 : to;
  const next = source[at];
  if (!next) return [];
  const last = source[to - 1];
  // "107 people or more"
  if (next.key === 'or' && /^(?:more|less|fewer)$/u.test(keyAt(source, at + 1)))
    return leftOut(source, { from: at, to: at + 2, turn: 'amount' }, 'after');
  const phrase = phraseAt(source, at);
  if (
    phrase?.turn === 'condition' &&
    /^(?:if|unless|until|wenn|falls|sofern|except|provided|only)$/u.test(next.key)
  )
    return leftOut(source, phrase, 'after');
  if (
    at === to &&
    phrase?.turn === 'denial' &&
    denies(next) &&
    last?.kind === 'word' &&
    /^(?:is|are|was|were|do|does|did|has|have|had|will|would|should|could|may|might|can|must|ist|sind|war|hat|est|es|no)$/u.test(
      last.key,
    )
  )
    return leftOut(source, phrase, 'after');
  if (at === to) return [];
  // "…, prosecutors allege"
  for (let index = at; index < Math.min(source.length, at + 4); index++) {
    const token = source[index];
    if (!token || BREAK.has(token.key)) return [];
    if (/^(?:alleg(?:ed|es|e)|claim(?:ed|s)?)$/u.test(token.key))
      return leftOut(source, { from: at, to: index + 1, turn: 'doubt' }, 'after');
  }
  return [];
}

/** Words after a phrase that it still affects, before the words after a gap. */
const BEFORE_KEPT: Readonly<Record<Turn, number>> = {
  denial: Number.POSITIVE_INFINITY,
  chance: 2,
  amount: 0,
  doubt: 2,
  condition: Number.POSITIVE_INFINITY,
};

/** Omissions in a marked gap that change the rest: tokens `from` to `to` (exclusive). */
export function leftOutInside(source: readonly Token[], from: number, to: number): LeftOut[] {
  if (isAside(source, from, to)) return [];
  for (let at = from; at < to; at++) {
    const phrase = phraseAt(source, at);
    if (!phrase || phrase.to > to) continue;
    // "should, by the end of the year, grow": an aside in between does not count.
    const behind = isAside(source, phrase.to, to) ? 0 : to - phrase.to;
    if (behind > BEFORE_KEPT[phrase.turn]) continue;
    if (phrase.turn === 'amount' && !isAmountOf(source[at], source[to])) continue;
    return leftOut(source, phrase, 'inside');
  }
  return [];
}

/** Whether a gap is an aside: a clause or phrase between commas, dashes or brackets that describes what precedes it. */
export function isAside(source: readonly Token[], from: number, to: number): boolean {
  const opens = [source[from - 1], source[from]].findIndex((token) => BREAK.has(token?.key ?? '.'));
  const closes = [source[to - 1], source[to]].some((token) => BREAK.has(token?.key ?? '.'));
  if (opens === -1 || !closes) return false;
  // ", allegedly," applies to the whole sentence.
  if (
    source.slice(from, to).filter(({ kind }) => kind === 'word').length <= 2 &&
    source.slice(from, to).some((_, at) => phraseAt(source, from + at))
  )
    return false;
  const first = source[opens === 0 && !BREAK.has(keyAt(source, from)) ? from : from + 1] ?? source[from];
  return RELATIVE.test(first?.key ?? '') || !source.slice(from, to).some(denies);
}

/** Whether a gap consists of whole sentences. */
export function isWholeSentences(source: readonly Token[], from: number, to: number): boolean {
  const isStop = (token: Token | undefined): boolean => /^[.?!]$/u.test(token?.key ?? '');
  return (isStop(source[from - 1]) || isStop(source[from])) && isStop(source[to - 1]);
}
