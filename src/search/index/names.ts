import type { Document } from '../../article/article.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import { CALENDAR_WORDS } from '../../english/months.ts';
import { fold, STOP_WORDS } from '../../english/words.ts';

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

/** The same in steps of a sentence. */
export function* nameSteps(document: Document): Steps<Map<string, number>> {
  const { text, headline } = document.article;
  const inside = new Map<string, number>();
  const opening = new Map<string, number>();
  const adjectives = new Set<string>();
  for (const { start, end } of document.sentences) {
    const sentence = text.slice(start, end);
    for (const match of sentence.matchAll(RUN)) {
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
  const found = [...inside].filter(([name]) => !adjectives.has(name));
  return new Map(
    found.map(([name, count]) => [
      name,
      count + (opening.get(name) ?? 0) + (title.includes(fold(name)) ? HEADLINE_BONUS : 0),
    ]),
  );
}

/** The names of all articles, and how often each is mentioned. */
export type Names = Readonly<{
  add(found: ReadonlyMap<string, number>): void;
  remove(found: ReadonlyMap<string, number>): void;
  /** Names, the most frequent first, as if these articles were not there. */
  without(hidden: readonly Readonly<{ names: ReadonlyMap<string, number> }>[]): readonly string[];
}>;

/** No names at first. */
export function createNames(): Names {
  const counts = new Map<string, number>();
  let sorted: readonly string[] | undefined;

  function change(found: ReadonlyMap<string, number>, sign: 1 | -1): void {
    for (const [name, often] of found) {
      const left = (counts.get(name) ?? 0) + sign * often;
      if (left > 0) counts.set(name, left);
      else counts.delete(name);
    }
    sorted = undefined;
  }

  return {
    add: (found) => change(found, 1),
    remove: (found) => change(found, -1),
    without(hidden) {
      if (hidden.length === 0) return (sorted ??= byFrequency(counts));
      const left = new Map(counts);
      for (const { names } of hidden)
        for (const [name, often] of names) left.set(name, (left.get(name) ?? 0) - often);
      return byFrequency(left);
    },
  };
}

const byFrequency = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts]
    .filter(([, often]) => often > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name]) => name);
