import type { Document } from '../../article/article.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import { CALENDAR_WORDS } from '../../english/months.ts';
import { fold, STOP_WORDS } from '../../english/words.ts';
import { withRoom, valueAt } from './room.ts';
import { itemAt } from '../../article/item-at.ts';

/** Runs of capitalised words: "Jack Ma", "Bank of England", "SenseTime". At most 5 words. */
const RUN = /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?: (?:of |de |von |van )?\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*){0,4}/gu;
/** Endings of adjectives from places ("Chinese", "European"); before a noun they name nobody. */
const ADJECTIVE = /(?:ese|ish|ian|ean|can|ch|ern)$/u;
/** Days and months are capitalised but are not names. */
const CALENDAR = new RegExp(`^(?:${[...CALENDAR_WORDS].join('|')})\\b`, 'iu');
/** A name in the headline counts as this many extra mentions, because the article is about it. */
const HEADLINE_BONUS = 5;

/**
 * The distinct names in a document with their number of mentions. A capital at the start of a sentence proves nothing, so a name there
 * counts only if it also occurs elsewhere.
 */
export function nameCounts(document: Document): Map<string, number> {
  return allSteps(nameSteps(document));
}

/** Names of a long sentence that are read in one step. */
const NAMES_AT_ONCE = 1000;

/** {@link nameCounts} in steps of a sentence or part of one. */
export function* nameSteps(document: Document): Steps<Map<string, number>> {
  const { text, headline } = document.article;
  const inside = new Map<string, number>();
  const opening = new Map<string, number>();
  const adjectives = new Set<string>();
  for (const { start, end } of document.sentences) {
    const sentence = text.slice(start, end);
    let read = 0;
    for (const match of sentence.matchAll(RUN)) {
      read += 1;
      if (read % NAMES_AT_ONCE === 0) yield;
      const name = match[0].replace(/['’]s?$|[.,]+$/u, '');
      if (name.length < 2 || STOP_WORDS.has(fold(name)) || CALENDAR.test(name)) continue;
      const counts = match.index > 0 ? inside : opening;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (ADJECTIVE.test(name) && / \p{Ll}/uy.test(sentence.slice(match.index + match[0].length)))
        adjectives.add(name);
    }
    yield;
  }
  const title = fold(headline);
  const found = new Map<string, number>();
  for (const [name, count] of inside) {
    if (adjectives.has(name)) continue;
    found.set(name, count + (opening.get(name) ?? 0) + (title.includes(fold(name)) ? HEADLINE_BONUS : 0));
    if (found.size % NAMES_AT_ONCE === 0) yield;
  }
  return found;
}

/** The names in one article as pairs of name number and number of mentions. */
export type MentionedNames = Int32Array;

/** The names in all articles, with their number of mentions. */
export type Names = Readonly<{
  add(found: ReadonlyMap<string, number>): MentionedNames;
  remove(mentioned: MentionedNames): void;
  /** Names by frequency, without those articles. */
  without(hidden: readonly Readonly<{ names: MentionedNames }>[]): readonly string[];
}>;

/** Starts empty. Names that no article mentions any more are removed. */
export function createNames(): Names {
  /** In order of first mention. */
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  let counts = new Int32Array();
  const free: number[] = [];
  let sorted: readonly string[] | undefined;

  function numberOf(name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = free.pop() ?? texts.length;
    counts = withRoom(counts, number);
    texts[number] = name;
    numbers.set(name, number);
    return number;
  }

  /** Most frequent first; ties in order of first mention. */
  const byFrequency = (left: Int32Array): string[] =>
    [...numbers]
      .filter(([, number]) => valueAt(left, number) > 0)
      .toSorted(([, a], [, b]) => valueAt(left, b) - valueAt(left, a))
      .map(([name]) => name);

  return {
    add(found) {
      sorted = undefined;
      return Int32Array.from(
        [...found].flatMap(([name, often]) => {
          const number = numberOf(name);
          counts[number] = valueAt(counts, number) + often;
          return [number, often];
        }),
      );
    },
    remove(mentioned) {
      sorted = undefined;
      subtract(counts, mentioned);
      for (let at = 0; at < mentioned.length; at += 2) {
        const number = valueAt(mentioned, at);
        if (valueAt(counts, number) > 0) continue;
        numbers.delete(itemAt(texts, number));
        texts[number] = '';
        free.push(number);
      }
    },
    without(hidden) {
      if (hidden.length === 0) return (sorted ??= byFrequency(counts));
      const left = counts.slice();
      for (const { names } of hidden) subtract(left, names);
      return byFrequency(left);
    },
  };
}

function subtract(counts: Int32Array, mentioned: MentionedNames): void {
  for (let at = 0; at < mentioned.length; at += 2) {
    const number = valueAt(mentioned, at);
    counts[number] = valueAt(counts, number) - valueAt(mentioned, at + 1);
  }
}
