import type { Document } from '../../article/article.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import { CALENDAR_WORDS } from '../../english/months.ts';
import { fold, STOP_WORDS } from '../../english/words.ts';
import { withRoom } from './room.ts';

/** Runs of capitalised words: "Jack Ma", "Bank of England", "SenseTime". At most 5 words. */
const RUN = /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?: (?:of |de |von |van )?\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*){0,4}/gu;
/** Endings of adjectives made of places ("Chinese", "European"); such a word before a noun names nobody. */
const ADJECTIVE = /(?:ese|ish|ian|ean|can|ch|ern)$/u;
/** Days and months are capitalised and no names. */
const CALENDAR = new RegExp(`^(?:${[...CALENDAR_WORDS].join('|')})\\b`, 'iu');
/** A name in the headline counts as many mentions more: it is what the article is about. */
const HEADLINE_BONUS = 5;

/**
 * The different names a document mentions and how often. A capital at a sentence's start proves nothing, so a name
 * counts there only if it also stands elsewhere.
 */
export function nameCounts(document: Document): Map<string, number> {
  return allSteps(nameSteps(document));
}

/** Of a long sentence so many names are read in one step. */
const NAMES_AT_ONCE = 1000;

/** The same in steps of a sentence, or of some names. */
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

/** The names that one article mentions, by number, each followed by how often. */
export type MentionedNames = Int32Array;

/** The names of all articles, and how often each is mentioned. */
export type Names = Readonly<{
  add(found: ReadonlyMap<string, number>): MentionedNames;
  remove(mentioned: MentionedNames): void;
  /** Names, the most frequent first, as if these articles were not there. */
  without(hidden: readonly Readonly<{ names: MentionedNames }>[]): readonly string[];
}>;

/** No names at first. A name that no article mentions any more is forgotten. */
export function createNames(): Names {
  /** In the order in which they came. */
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

  /** The most frequent first; of equals the one that came first. */
  const byFrequency = (left: Int32Array): string[] =>
    [...numbers]
      .filter(([, number]) => (left[number] ?? 0) > 0)
      .toSorted(([, a], [, b]) => (left[b] ?? 0) - (left[a] ?? 0))
      .map(([name]) => name);

  return {
    add(found) {
      sorted = undefined;
      return Int32Array.from(
        [...found].flatMap(([name, often]) => {
          const number = numberOf(name);
          counts[number] = (counts[number] ?? 0) + often;
          return [number, often];
        }),
      );
    },
    remove(mentioned) {
      sorted = undefined;
      subtract(counts, mentioned);
      for (let at = 0; at < mentioned.length; at += 2) {
        const number = mentioned[at] ?? 0;
        if ((counts[number] ?? 0) > 0) continue;
        numbers.delete(texts[number] ?? '');
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
    const number = mentioned[at] ?? 0;
    counts[number] = (counts[number] ?? 0) - (mentioned[at + 1] ?? 0);
  }
}
