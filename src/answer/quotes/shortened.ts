import type { Place } from '../../search/index/wordings.ts';
import { isAside, isWholeSentences, leftOutAround, leftOutInside, type LeftOut } from './omissions.ts';
import { sourceOf, wordingOf, type Source } from './passages.ts';
import type { Quotation } from './quotation.ts';
import { denies, splitsAfter, splitsBefore } from './sense.ts';
import { itemsOf, wordsIn, type Item } from './shortened-items.ts';
import { spokenOf, type Pair, type Spoken } from './spoken.ts';
import type { Token } from './tokens.ts';
import { itemAt } from '../../article/item-at.ts';

/** A passage that a quotation shortens, with the omissions that matter. */
export type Shortened = Readonly<{ source: Source; spoken: Spoken; leftOut: readonly LeftOut[] }>;

/** A passage extends at most this many sentences to each side of the one found, within its paragraph. */
const REACH = 5;
/** Most words that [brackets] may replace. */
const BRACKETS_MAX = 8;
/** Fewer words between marks could come from anywhere. */
const LEAST_WORDS = 4;
/** With this many words, a part may be a single word if it begins or ends a sentence or the quotation. */
const AMPLE_WORDS = 5;

/** Whether a quotation marks omissions or insertions. */
export const marksChanges = ({ core, text }: Quotation): boolean =>
  /…|\.{3}|\. \. \./u.test(text) || core.some(({ key }) => key === '[');

/**
 * Finds the passage that a quotation with marked changes shortens: all its words in order within one paragraph, changes only where they
 * are marked, no number separated from its unit, no “not” lost or gained. Undefined when there is none.
 */
export function shortenedIn(quotation: Quotation, { document, from }: Place): Shortened | undefined {
  const paragraph = document.sentences[from]?.paragraph;
  const reach = Math.max(0, from - REACH);
  const near = document.sentences.slice(reach, from + REACH + 1);
  const inside = near.filter((sentence) => sentence.paragraph === paragraph);
  const [first] = inside;
  if (!first) return undefined;
  const start = reach + near.indexOf(first);
  const source = wordingOf(document, start, start + inside.length - 1);
  const ends = endsOfSentences(source, inside);
  // The article may have brackets of its own, which are then part of its words.
  const ways = [itemsOf(quotation.core, false), itemsOf(quotation.core, true)];
  const pairs = ways.map((items) => matchAmple(items, source, quotation, ends)).find((each) => each);
  const [opening, ending] = [pairs?.[0], pairs?.at(-1)];
  if (!pairs || !opening || !ending) return undefined;
  return {
    source: sourceOf(document, opening.token, ending.token),
    spoken: spokenOf(quotation, { document }, pairs),
    leftOut: leftOutOf(source, pairs),
  };
}

/** The omissions that matter, in the gaps and next to the first and the last word. */
function leftOutOf(source: readonly Token[], pairs: readonly Pair[]): LeftOut[] {
  const places = pairs.map(({ token }) => source.indexOf(token));
  const inside = places.flatMap((place, index) => {
    const next = places[index + 1];
    return next === undefined || next === place + 1 ? [] : leftOutInside(source, place + 1, next);
  });
  return [...inside, ...leftOutAround(source, itemAt(places, 0), itemAt(places, places.length - 1) + 1)];
}

/** {@link match}, if the quotation has enough words to identify its source. */
function matchAmple(
  items: readonly Item[],
  source: readonly Token[],
  quotation: Quotation,
  ends: ReadonlySet<number>,
): Pair[] | undefined {
  const count = items.reduce((sum, item) => sum + wordsIn(item), 0);
  if (count < LEAST_WORDS) return undefined;
  return match(items, source, quotation, (isEnd, at) => count >= AMPLE_WORDS && (isEnd || ends.has(at)));
}

/** Positions of tokens that begin or end a sentence, ignoring punctuation. */
function endsOfSentences(
  source: readonly Token[],
  sentences: readonly Readonly<{ start: number; end: number }>[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of sentences) {
    const inside = [...source.entries()].filter(
      ([, token]) => token.start >= start && token.end <= end && token.kind !== 'mark',
    );
    for (const entry of [inside[0], inside.at(-1)]) if (entry) found.add(entry[0]);
  }
  return found;
}

/** Finds the items in order. `lone` allows a single-word part at a position. Bounded: few items, short passages. */
function match(
  items: readonly Item[],
  source: readonly Token[],
  { same }: Quotation,
  lone: (isEnd: boolean, at: number) => boolean,
): Pair[] | undefined {
  const fits = (tokens: readonly Token[], at: number): boolean =>
    tokens.every((quoted, index) => {
      const token = source[at + index];
      return token !== undefined && same(token, quoted);
    });
  const pairsAt = (item: Extract<Item, { kind: 'words' }>, at: number): Pair[] =>
    source
      .slice(at, at + item.tokens.length)
      .map((token, index) => ({ token, quoted: itemAt(item.places, index) }));
  const dead = new Set<string>();

  /** Matches the items from `index` on with the tokens from position `at` on; `gap` is the mark before them. */
  function follow(index: number, at: number, gap: Item | undefined): Pair[] | undefined {
    const item = items[index];
    if (!item) return gap && !isHonest(gap, source, at, at) ? undefined : [];
    if (item.kind !== 'words') return follow(index + 1, at, gap?.kind === 'ellipsis' ? gap : item);
    const key = `${index} ${at}`;
    if (dead.has(key)) return undefined;
    const reach = gap === undefined ? at : gap.kind === 'brackets' ? at + BRACKETS_MAX : source.length;
    for (let start = at; start <= Math.min(reach, source.length - item.tokens.length); start++) {
      if (!fits(item.tokens, start)) continue;
      if (!isHonest(gap, source, at, start) || !isAmple(index, start)) continue;
      const end = start + item.tokens.length;
      if (index === lastWords && splitsAfter(source[end - 1], source[end])) continue;
      const rest = follow(index + 1, end, undefined);
      if (rest) return [...pairsAt(item, start), ...rest];
    }
    dead.add(key);
    return undefined;
  }

  const opening = items.findIndex(({ kind }) => kind === 'words');
  const lastWords = items.findLastIndex(({ kind }) => kind === 'words');
  const isAmple = (index: number, at: number): boolean => {
    const item = items[index];
    const beside = [items[index - 1], items[index + 1]].some((each) => each?.kind === 'brackets');
    if (item?.kind !== 'words' || wordsIn(item) > 1 || beside) return true;
    return wordsIn(item) > 0 && lone(index === opening || index === lastWords, at);
  };

  const first = items[opening];
  if (first?.kind !== 'words') return undefined;
  for (let at = 0; at + first.tokens.length <= source.length; at++) {
    if (!fits(first.tokens, at) || !isAmple(opening, at)) continue;
    if (splitsBefore(source[at - 1], source[at])) continue;
    const end = at + first.tokens.length;
    if (opening === lastWords && splitsAfter(source[end - 1], source[end])) continue;
    const rest = follow(opening + 1, end, undefined);
    if (rest) return [...pairsAt(first, at), ...rest];
  }
  return undefined;
}

/** Whether a mark may hide these tokens: no “not” that affects kept words, and no number separated from its unit. */
function isHonest(gap: Item | undefined, source: readonly Token[], from: number, to: number): boolean {
  if (gap === undefined) return true;
  const left = source.slice(from, to);
  if (left.some(denies)) {
    const apart = isAside(source, from, to) || isWholeSentences(source, from, to);
    if (gap.kind === 'brackets' || !apart) return false;
  }
  // The source has its own brackets here, with other content than the quotation's.
  if (gap.kind === 'brackets' && [...left, source[to]].some((token) => token?.key === '[')) return false;
  // The source has its own ellipsis here, so the mark does not show that more is left out.
  if (left.length > 1 && [left[0], left.at(-1)].some((token) => token?.kind === 'ellipsis')) return false;
  if (gap.kind === 'brackets') return mayStandFor(gap, left);
  return (
    !splitsAfter(source[from - 1], left[0]) &&
    !splitsAfter(left.at(-1), source[to]) &&
    !splitsBefore(source[from - 1], left[0]) &&
    !splitsBefore(left.at(-1), source[to])
  );
}

/** Whether bracketed words may replace others: they may explain and replace pronouns, but not numbers, names or “not”. */
function mayStandFor(gap: Item, left: readonly Token[]): boolean {
  if (gap.kind !== 'brackets') return true;
  if (gap.tokens.some(denies) || left.some(denies)) return false;
  const kept = new Set(gap.tokens.map(({ key }) => key));
  return left.every(({ kind, key, written }) => kept.has(key) || (kind !== 'number' && !isName(written)));
}

const PRONOUNS = /^(?:he|she|it|they|we|i|you|his|her|its|their|our|this|that|these|those|the|a|an)$/iu;
const isName = (written: string): boolean => /^\p{Lu}/u.test(written) && !PRONOUNS.test(written);
