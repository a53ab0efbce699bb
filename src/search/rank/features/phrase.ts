import type { Feature } from './feature.ts';
import { wordAt, type Look } from './look.ts';

/** How the matched words stand together, and where. */
export const PHRASE_FEATURES: readonly Feature[] = [
  {
    name: 'word pairs',
    why: 'two neighbouring words of the question are neighbours in the sentence: a phrase, not chance',
    value: (look) => sequences(look, 2),
  },
  {
    name: 'longest run',
    why: 'the longest run of the question, stop words included, that the sentence repeats, as a share of the question',
    value: (look) => longestRun(look) / Math.max(1, look.asked.length),
  },
  {
    name: 'matches begin late',
    why: 'a sentence opens with what it is about: one that comes to the question late is about something else',
    value: ({ hits, from, to }) => (hits[0] ? hits[0].at / Math.max(1, to - from) : 1),
  },
  {
    name: 'first concept early',
    why: 'so with the first telling word of the question, often its subject',
    value: ({ hits, from, to }) => {
      const first = hits.find(({ concept }) => concept === 0);
      return first ? 1 - first.at / Math.max(1, to - from) : 0;
    },
  },
];

/** Share of the question's runs of `length` words that the sentence repeats; runs of stop words alone do not count. */
function sequences(look: Look, length: number): number {
  const { asked, query, shares } = look;
  const telling = new Map(query.concepts.map(({ at }, index) => [at, shares[index] ?? 0]));
  let all = 0;
  let held = 0;
  for (let at = 0; at + length <= asked.length; at++) {
    let weight = 0;
    for (let offset = 0; offset < length; offset++) weight += telling.get(at + offset) ?? 0;
    if (weight === 0) continue;
    all += weight;
    if (contains(look, at, length)) held += weight;
  }
  return all > 0 ? held / all : 0;
}

function contains(look: Look, at: number, length: number): boolean {
  const size = look.to - look.from;
  for (let place = 0; place + length <= size; place++) {
    let offset = 0;
    while (offset < length && wordAt(look, place + offset) === look.asked[at + offset]) offset++;
    if (offset === length) return true;
  }
  return false;
}

/** The longest run of the question's words, stop words included, that the sentence repeats. Words. */
export function longestRun(look: Look): number {
  const size = look.to - look.from;
  let longest = 0;
  let last = new Int32Array(look.asked.length + 1);
  for (let place = 0; place < size; place++) {
    const row = new Int32Array(look.asked.length + 1);
    const word = wordAt(look, place);
    for (let at = 1; at <= look.asked.length; at++) {
      if (look.asked[at - 1] !== word) continue;
      row[at] = (last[at - 1] ?? 0) + 1;
      longest = Math.max(longest, row[at] ?? 0);
    }
    last = row;
  }
  return longest;
}

/** The largest share of the question, 0 to 1, within `size` words of the sentence. */
export function window({ hits, shares }: Look, size: number): number {
  let best = 0;
  for (let start = 0; start < hits.length; start++) {
    let sum = 0;
    const seen = new Set<number>();
    for (let end = start; end < hits.length; end++) {
      const hit = hits[end];
      if (!hit || hit.at - (hits[start]?.at ?? 0) >= size) break;
      if (seen.has(hit.concept)) continue;
      seen.add(hit.concept);
      sum += shares[hit.concept] ?? 0;
    }
    best = Math.max(best, sum);
  }
  return best;
}
