import { MATCHES } from './matching.ts';
import { ANY, coverage, holds, SURE, wordOfLook, type Look } from './look.ts';
import type { TargetKind } from '../question/target.ts';

/** A property that distinguishes answers from other sentences, computed from words and term statistics alone. */
export type Feature = Readonly<{
  /** Unique; key in the weights file. */
  name: string;
  /** What is measured, and why it helps. */
  why: string;
  /** Finite; mostly 0 to 1. */
  value(look: Look): number;
}>;

const SAME = MATCHES.indexOf('same');
const SPELT = MATCHES.indexOf('spelling');
/** Weight of a word per sentence of distance, before or after the candidate. */
const BEFORE = 0.6;
const AFTER = 0.4;

/** The features of ranking by words. `npm run fit` fits their weights. */
export const FEATURES: readonly Feature[] = [
  {
    name: 'score to best',
    why: 'BM25+ of the sentence, its surroundings and its article, as a share of the best: far below it few sentences answer',
    value: ({ candidate, bestScore }) => (bestScore > 0 ? candidate.score / bestScore : 0),
  },
  {
    name: 'article score',
    why: 'BM25+ of the article with its headline: what the sentence is about without saying so',
    value: ({ candidate, total }) => (total > 0 ? candidate.scores.article / total : 0),
  },
  {
    name: 'same words',
    why: 'a question word in the very same form: who asks about "raised" seldom means "raising"',
    value: ({ shares, own }) => coverage(shares, own, SAME),
  },
  {
    name: 'concepts',
    why: 'the share of the question that the sentence holds, every word counting alike: a rare name must not outweigh the verb',
    value: ({ own, shares }) =>
      own.best.reduce((sum, kind) => sum + (kind <= SURE ? 1 : 0), 0) / Math.max(1, shares.length),
  },
  {
    name: 'telling in the list',
    why: 'among the candidates other words are rare than in the archive: all of them hold the name asked about',
    value: (look) =>
      weighed(look, (concept) => Math.log(1 + look.candidates / (1 + (look.inList[concept] as number)))),
  },
  {
    name: 'beyond the headline',
    why: 'all sentences are about what the headline names ("the company", "the deal"): the other words tell which one answers',
    value: (look) => {
      const { best } = look.candidate.match.headline;
      return weighed(look, (concept) =>
        (best[concept] as number) <= SPELT ? 0 : (look.shares[concept] as number),
      );
    },
  },
  {
    name: 'rest is near',
    why: 'the nearer to the sentence the rest of the question stands, the likelier it is carried on ("He was born in …")',
    value: (look) =>
      look.shares.reduce(
        (sum, share, concept) => sum + (holds(look.own, concept) ? 0 : share * nearness(look, concept)),
        0,
      ),
  },
  {
    name: 'longest run',
    why: 'the longest run of the question, stop words included, that the sentence repeats, as a share of the question',
    value: (look) => longestRun(look) / Math.max(1, look.asked.length),
  },
  {
    name: 'holds what is asked for',
    why: 'a question for a date, a name or a number is answered by one, whichever it is',
    value: (look) => (isExact(look) ? strongest(look) : 0),
  },
  {
    name: 'holds a number',
    why: 'numbers are rarer than names and capitals: a sentence without one cannot say how many',
    value: (look) => (COUNTS.has(look.query.target.kind) ? strongest(look) : 0),
  },
];

const COUNTS: ReadonlySet<TargetKind> = new Set(['count', 'age', 'money', 'percent', 'duration', 'measure']);
/** Kinds that any noun can be, so evidence for them is everywhere. */
const VAGUE: ReadonlySet<TargetKind> = new Set(['thing', 'any', 'definition', 'manner', 'reason']);

/** Whether the kind asked for can be recognised in a sentence, as names, numbers and dates can. */
export const isExact = ({ query }: Look): boolean => !VAGUE.has(query.target.kind);

/** The strongest evidence, 0 to 1, that a sentence contains what is asked for. */
export const strongest = ({ evidence }: Look): number =>
  evidence.reduce((most, value) => Math.max(most, value), 0);

/** The share of the question that the sentence contains, with other weights for the concepts. */
function weighed({ shares, own }: Look, weight: (concept: number) => number): number {
  let all = 0;
  let held = 0;
  for (let concept = 0; concept < shares.length; concept++) {
    const value = weight(concept);
    all += value;
    if (holds(own, concept)) held += value;
  }
  return all > 0 ? held / all : 0;
}

/** How near a concept is to the sentence: up to 1 in the sentences next to it, 0 if not in the surroundings. */
function nearness({ candidate: { from, to, at, match } }: Look, concept: number): number {
  let near = 0;
  for (let other = from; other < to; other++) {
    if (other === at || !holds(match.sentence(other), concept, ANY)) continue;
    near = Math.max(near, other < at ? BEFORE ** (at - other) : AFTER ** (other - at));
  }
  return near;
}

/** Length of the longest run of the question's words, including stop words, that the sentence repeats. Words. */
export function longestRun(look: Look): number {
  const { asked, from, to } = look;
  let longest = 0;
  let last = new Int32Array(asked.length + 1);
  for (let place = 0; place < to - from; place++) {
    const row = new Int32Array(asked.length + 1);
    const word = wordOfLook(look, place);
    for (let at = 1; at <= asked.length; at++) {
      if (asked[at - 1] !== word) continue;
      const run = (last[at - 1] as number) + 1;
      row[at] = run;
      longest = Math.max(longest, run);
    }
    last = row;
  }
  return longest;
}
