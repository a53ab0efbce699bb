import type { Place } from '../../search/index/phrases.ts';
import { sourceOf, wordingOf, type Source } from './passages.ts';
import type { Quotation } from './quotation.ts';
import { denies, splitsAfter, splitsBefore } from './sense.ts';
import type { Token } from './tokens.ts';

/** What a quotation is made of when it marks its changes: words of the source, and what stands for others. */
type Item =
  | Readonly<{ kind: 'words'; tokens: readonly Token[] }>
  | Readonly<{ kind: 'ellipsis' }>
  | Readonly<{ kind: 'brackets'; tokens: readonly Token[] }>;

/** A passage reaches this many sentences to each side of the one that was found, within its paragraph. */
const REACH = 5;
/** Words that [brackets] may stand for. */
const BRACKETS_MAX = 8;
/** Fewer words than these between the marks could be from anywhere. */
const LEAST_WORDS = 4;
/** From this many words on, a part may be a single word where it opens or ends a sentence. */
const AMPLE_WORDS = 6;

/** Whether a quotation marks that words are left out or put in. */
export const marksChanges = ({ core, text }: Quotation): boolean =>
  /…|\.{3}|\. \. \./u.test(text) || core.some(({ key }) => key === '[');

/**
 * The part of the passage around a sentence that a quotation with marked changes stands for: all its words, in order,
 * within one paragraph, nothing left out or put in but where it is marked, no number cut from its unit, no “not” lost or
 * gained. Undefined when it is not there.
 */
export function shortenedIn(quotation: Quotation, { document, from }: Place): Source | undefined {
  const paragraph = document.sentences[from]?.paragraph;
  const reach = Math.max(0, from - REACH);
  const near = document.sentences.slice(reach, from + REACH + 1);
  const inside = near.filter((sentence) => sentence.paragraph === paragraph);
  const [first] = inside;
  if (!first) return undefined;
  const start = reach + near.indexOf(first);
  const source = wordingOf(document, start, start + inside.length - 1);
  const ends = endsOfSentences(source, inside);
  // An article may have brackets of its own; they are words of it then.
  const ways = [itemsOf(quotation.core, false), itemsOf(quotation.core, true)];
  const found = ways.map((items) => matchAmple(items, source, quotation, ends)).find((each) => each);
  const [opening, ending] = found ? [source[found.from], source[found.to - 1]] : [];
  return opening && ending ? sourceOf(document, opening, ending) : undefined;
}

/** {@link match} for a quotation that has words enough to say where it is from. */
function matchAmple(
  items: readonly Item[],
  source: readonly Token[],
  quotation: Quotation,
  ends: ReadonlySet<number>,
): { from: number; to: number } | undefined {
  const count = items.reduce((sum, item) => sum + wordsIn(item), 0);
  if (count < LEAST_WORDS) return undefined;
  return match(items, source, quotation, (part, at) => count >= AMPLE_WORDS && ends.has(at) && part > 0);
}

const wordsIn = (item: Item): number =>
  item.kind === 'words' ? item.tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length : 0;

function itemsOf(core: readonly Token[], brackets: boolean): Item[] {
  const items: Item[] = [];
  let words: Token[] = [];
  const push = (token: Token): void => {
    if (items.at(-1)?.kind !== 'words') items.push({ kind: 'words', tokens: (words = []) });
    words.push(token);
  };
  /** For each position the next closing bracket; past the end when there is none. */
  const closes: number[] = [];
  for (let at = core.length - 1; at >= 0; at--)
    closes[at] = core[at]?.key === ']' ? at : (closes[at + 1] ?? core.length);
  for (let at = 0; at < core.length; at++) {
    const token = core[at];
    if (!token) continue;
    const close = brackets && token.key === '[' ? (closes[at] ?? core.length) : core.length;
    if (token.kind === 'ellipsis') items.push({ kind: 'ellipsis' });
    else if (close === core.length) push(token);
    else {
      const inner = core.slice(at + 1, close);
      const next = core[close + 1];
      const letter = inner.length === 1 ? inner[0] : undefined;
      // “[T]he round”: a letter of the word that follows, put in another case.
      if (letter?.key.length === 1 && next?.kind === 'word' && next.start === letter.end + 1) {
        push({ ...next, start: token.start, key: letter.key + next.key, written: letter.key + next.written });
        at = close + 1;
      } else {
        items.push({ kind: 'brackets', tokens: inner });
        at = close;
      }
    }
  }
  return items;
}

/** Positions of the tokens that open or end a sentence, marks aside. */
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

/** Finds the items in order; `lone` allows a part of a single word at a position. Bounded: few items, short passages. */
function match(
  items: readonly Item[],
  source: readonly Token[],
  { same }: Quotation,
  lone: (part: number, at: number) => boolean,
): { from: number; to: number } | undefined {
  const fits = (tokens: readonly Token[], at: number): boolean =>
    tokens.every((quoted, index) => {
      const token = source[at + index];
      return token !== undefined && same(token, quoted);
    });
  const dead = new Set<string>();

  /** Whether the items from `index` on can stand from position `at` on; `gap` is the mark before them. */
  function follow(index: number, at: number, gap: Item | undefined): number | undefined {
    const item = items[index];
    if (!item) return gap && !isHonest(gap, source, at, at) ? undefined : at;
    if (item.kind !== 'words') return follow(index + 1, at, gap?.kind === 'ellipsis' ? gap : item);
    const key = `${index} ${at}`;
    if (dead.has(key)) return undefined;
    const reach = gap === undefined ? at : gap.kind === 'brackets' ? at + BRACKETS_MAX : source.length;
    for (let start = at; start <= Math.min(reach, source.length - item.tokens.length); start++) {
      if (!fits(item.tokens, start)) continue;
      if (!isHonest(gap, source, at, start) || !isAmple(index, start)) continue;
      const end = follow(index + 1, start + item.tokens.length, undefined);
      if (end !== undefined) return end;
    }
    dead.add(key);
    return undefined;
  }

  const isAmple = (index: number, at: number): boolean => {
    const item = items[index];
    const beside = [items[index - 1], items[index + 1]].some((each) => each?.kind === 'brackets');
    return item?.kind !== 'words' || wordsIn(item) > 1 || beside || lone(wordsIn(item), at);
  };

  const opening = items.findIndex(({ kind }) => kind === 'words');
  const first = items[opening];
  if (first?.kind !== 'words') return undefined;
  for (let at = 0; at + first.tokens.length <= source.length; at++) {
    if (!fits(first.tokens, at) || !isAmple(opening, at)) continue;
    if (splitsBefore(source[at - 1], source[at])) continue;
    const to = follow(opening + 1, at + first.tokens.length, undefined);
    if (to !== undefined && !splitsAfter(source[to - 1], source[to])) return { from: at, to };
  }
  return undefined;
}

/** Whether what a mark stands for may be left out: no “not”, no part of a number with its unit. */
function isHonest(gap: Item | undefined, source: readonly Token[], from: number, to: number): boolean {
  if (gap === undefined) return true;
  const left = source.slice(from, to);
  if (left.some(denies)) return false;
  // The source has brackets of its own here, and the quotation other ones.
  if (gap.kind === 'brackets' && [...left, source[to]].some((token) => token?.key === '[')) return false;
  // The source has an ellipsis of its own here: one mark cannot tell that more is left out beside it.
  if (left.length > 1 && [left[0], left.at(-1)].some((token) => token?.kind === 'ellipsis')) return false;
  if (gap.kind === 'brackets') return mayStandFor(gap, left);
  return (
    !splitsAfter(source[from - 1], left[0]) &&
    !splitsAfter(left.at(-1), source[to]) &&
    !splitsBefore(source[from - 1], left[0]) &&
    !splitsBefore(left.at(-1), source[to])
  );
}

/** Whether words in brackets may stand for others: they may explain and replace pronouns, but not numbers, names or “not”. */
function mayStandFor(gap: Item, left: readonly Token[]): boolean {
  if (gap.kind !== 'brackets') return true;
  if (gap.tokens.some(denies) || left.some(denies)) return false;
  const kept = new Set(gap.tokens.map(({ key }) => key));
  return left.every(({ kind, key, written }) => kept.has(key) || (kind !== 'number' && !isName(written)));
}

const PRONOUNS = /^(?:he|she|it|they|we|i|you|his|her|its|their|our|this|that|these|those|the|a|an)$/iu;
const isName = (written: string): boolean => /^\p{Lu}/u.test(written) && !PRONOUNS.test(written);
