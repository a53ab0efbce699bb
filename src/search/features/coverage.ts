import type { Feature } from './feature.ts';
import { coverage, type Look } from './look.ts';
import { MATCHES, NO_MATCH, type SentenceMatch } from '../matching.ts';
import type { Concept } from '../question.ts';

const kindIndex = (kind: (typeof MATCHES)[number]): number => MATCHES.indexOf(kind);
const ALL = MATCHES.length - 1;

/** The share of some of the question's concepts that a text holds; 1 when there are none of that sort. */
function shareOf(
  look: Look,
  sort: (concept: Concept) => boolean,
  match: SentenceMatch,
  kind: number,
): number {
  let all = 0;
  let held = 0;
  for (const [index, concept] of look.query.concepts.entries()) {
    if (!sort(concept)) continue;
    const share = look.shares[index] ?? 0;
    all += share;
    if ((match.best[index] ?? NO_MATCH) <= kind) held += share;
  }
  return all > 0 ? held / all : 1;
}

/** Share of the question that the sentence lacks and another text holds. */
function complement(look: Look, other: SentenceMatch | undefined): number {
  if (!other) return 0;
  let sum = 0;
  for (let index = 0; index < look.shares.length; index++) {
    if ((look.own.best[index] ?? NO_MATCH) === NO_MATCH && (other.best[index] ?? NO_MATCH) < NO_MATCH)
      sum += look.shares[index] ?? 0;
  }
  return sum;
}

/** How much of the question the sentence holds, by ever looser matches. */
export const COVERAGE_FEATURES: readonly Feature[] = [
  {
    name: 'same words',
    why: 'a question word in the very same form: who asks about "raised" seldom means "raising"',
    value: (look) => coverage(look, look.own, kindIndex('same')),
  },
  {
    name: 'stems',
    why: 'the share of the question, by how telling each word is, that the sentence holds',
    value: (look) => coverage(look, look.own, kindIndex('stem')),
  },
  {
    name: 'synonyms',
    why: 'newspapers write "worth" where the reader asks for the valuation',
    value: (look) => coverage(look, look.own, kindIndex('synonym')),
  },
  {
    name: 'related words',
    why: 'words of related meaning by the dictionary: "author" and "wrote"',
    value: (look) => coverage(look, look.own, kindIndex('related')),
  },
  {
    name: 'prefixes',
    why: 'words with the same first letters: "explorer" and "exploration" have different stems',
    value: (look) => coverage(look, look.own, ALL),
  },
  {
    name: 'squared coverage',
    why: 'the last missing word tells more than the first',
    value: (look) => coverage(look, look.own, ALL) ** 2,
  },
  {
    name: 'beyond the target',
    why: 'the words that name the kind of thing asked for ("which city") need not be repeated; the others must',
    value: (look) => shareOf(look, ({ target }) => !target, look.own, ALL),
  },
  {
    name: 'target words',
    why: 'a sentence that names the kind of thing asked for often gives it',
    value: (look) => shareOf(look, ({ target }) => target, look.own, ALL),
  },
  {
    name: 'names',
    why: 'names of the question missing from the sentence: it is about someone else',
    value: (look) => shareOf(look, ({ capital }) => capital, look.own, ALL),
  },
  {
    name: 'numbers',
    why: 'a number or year of the question is repeated, not rephrased',
    value: (look) => shareOf(look, ({ number }) => number, look.own, ALL),
  },
  {
    name: 'plain words',
    why: 'verbs and nouns say what is asked about a name that many sentences hold',
    value: (look) =>
      shareOf(look, ({ capital, number, target }) => !capital && !number && !target, look.own, ALL),
  },
  {
    name: 'last word',
    why: 'the end of a question is what it asks about',
    value: (look) => ((look.own.best[look.shares.length - 1] ?? NO_MATCH) < NO_MATCH ? 1 : 0),
  },
  {
    name: 'first word',
    why: 'so is its first telling word',
    value: (look) => ((look.own.best[0] ?? NO_MATCH) < NO_MATCH ? 1 : 0),
  },
  {
    name: 'heaviest missing word',
    why: 'the most telling word of the question is missing',
    value: (look) => {
      let most = 0;
      for (let index = 0; index < look.shares.length; index++)
        if ((look.own.best[index] ?? NO_MATCH) === NO_MATCH) most = Math.max(most, look.shares[index] ?? 0);
      return most;
    },
  },
  {
    name: 'only here in the paragraph',
    why: 'a word that all sentences of the paragraph hold cannot tell which of them answers',
    value: (look) => rarity(look, look.inParagraph),
  },
  {
    name: 'only here in the list',
    why: 'the same among all candidates',
    value: (look) => rarity(look, look.inList),
  },
  {
    name: 'previous holds the rest',
    why: 'words that the sentence leaves to the one before ("He was born in …")',
    value: (look) => complement(look, look.previous),
  },
  {
    name: 'next holds the rest',
    why: 'words that the next sentence takes up',
    value: (look) => complement(look, look.next),
  },
  {
    name: 'headline holds the rest',
    why: 'what the article is about is not repeated in each sentence',
    value: (look) => complement(look, look.candidate.match.headline),
  },
  {
    name: 'paragraph holds the rest',
    why: 'the rest of the question stands in the same paragraph',
    value: (look) => {
      let sum = 0;
      for (let index = 0; index < look.shares.length; index++)
        if ((look.own.best[index] ?? NO_MATCH) === NO_MATCH && (look.inParagraph[index] ?? 0) > 0)
          sum += look.shares[index] ?? 0;
      return sum;
    },
  },
  {
    name: 'previous coverage',
    why: 'a neighbour that holds much of the question may be the answer instead, or lead up to it',
    value: (look) => coverage(look, look.previous, ALL),
  },
  {
    name: 'next coverage',
    why: 'the same for the sentence after',
    value: (look) => coverage(look, look.next, ALL),
  },
];

/** Share of the question held, each concept divided by how many texts hold it. */
function rarity(look: Look, holding: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < look.shares.length; index++) {
    if ((look.own.best[index] ?? NO_MATCH) < NO_MATCH)
      sum += (look.shares[index] ?? 0) / Math.max(1, holding[index] ?? 1);
  }
  return sum;
}
