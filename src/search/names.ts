import type { Document } from '../article/article.ts';
import { fold, STOP_WORDS } from '../article/words.ts';

/** Runs of capitalised words: "Jack Ma", "Bank of England", "SenseTime". At most 5 words. */
const RUN = /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?: (?:of |de |von |van )?\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*){0,4}/gu;
/** Endings of adjectives made of places ("Chinese", "European"); such a word before a noun names nobody. */
const ADJECTIVE = /(?:ese|ish|ian|ean|can|ch|ern)$/u;
/** Days and months are capitalised and no names. */
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;
/** A name in the headline counts as many mentions more: it is what the article is about. */
const HEADLINE_BONUS = 5;

/**
 * The different names a document mentions and how often. A capital at a sentence's start proves nothing, so a name
 * counts there only if it also stands elsewhere.
 */
export function nameCounts(document: Document): Map<string, number> {
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
