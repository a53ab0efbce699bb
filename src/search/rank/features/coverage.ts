import type { Feature } from './feature.ts';
import { coverage, holds, wordAt, type Look } from './look.ts';
import { MATCHES, NO_MATCH } from '../matching.ts';
import type { Concept } from '../../question/question.ts';
import { CLASS } from '../../../english/word-class.ts';

const kindIndex = (kind: (typeof MATCHES)[number]): number => MATCHES.indexOf(kind);

/** The share of some of the question's concepts that the sentence holds; 1 when there are none of that sort. */
function shareOf(look: Look, sort: (concept: Concept) => boolean): number {
  let all = 0;
  let held = 0;
  for (const [index, concept] of look.query.concepts.entries()) {
    if (!sort(concept)) continue;
    const share = look.shares[index] ?? 0;
    all += share;
    if (holds(look.own, index)) held += share;
  }
  return all > 0 ? held / all : 1;
}

/** The share of the question that the sentence holds when each concept's own share is weighed anew. */
function weighed(look: Look, weight: (concept: number) => number): number {
  let all = 0;
  let held = 0;
  for (let concept = 0; concept < look.shares.length; concept++) {
    const value = weight(concept);
    all += value;
    if (holds(look.own, concept)) held += value;
  }
  return all > 0 ? held / all : 0;
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
    name: 'concepts',
    why: 'the same with every word counting alike: a rare name must not outweigh the verb',
    value: ({ own, shares }) =>
      own.best.reduce((sum, kind) => sum + (kind <= kindIndex('synonym') ? 1 : 0), 0) /
      Math.max(1, shares.length),
  },
  {
    name: 'target words',
    why: 'a sentence that names the kind of thing asked for ("which city") often gives it',
    value: (look) => shareOf(look, ({ target }) => target),
  },
  {
    name: 'plain words',
    why: 'verbs and nouns say what is asked about a name that many sentences hold',
    value: (look) => shareOf(look, ({ capital, number, target }) => !capital && !number && !target),
  },
  {
    name: 'last word',
    why: 'the end of a question is what it asks about',
    value: ({ own, shares }) => (holds(own, shares.length - 1) ? 1 : 0),
  },
  {
    name: 'only here in the paragraph',
    why: 'a word that all sentences of the paragraph hold cannot tell which of them answers',
    value: ({ own, shares, inParagraph }) =>
      shares.reduce(
        (sum, share, concept) =>
          sum + (holds(own, concept) ? share / Math.max(1, inParagraph[concept] ?? 1) : 0),
        0,
      ),
  },
  {
    name: 'telling in the paragraph',
    why: 'the same as a share of what tells its sentences apart',
    value: (look) => {
      const sentences = look.candidate.to - look.candidate.from;
      return weighed(
        look,
        (concept) =>
          (look.shares[concept] ?? 0) * Math.log(1 + sentences / (0.5 + (look.inParagraph[concept] ?? 0))),
      );
    },
  },
  {
    name: 'telling in the list',
    why: 'among the candidates other words are rare than in the archive: all of them hold the name asked about',
    value: (look) =>
      weighed(look, (concept) =>
        Math.log(1 + look.found.candidates.length / (1 + (look.inList[concept] ?? 0))),
      ),
  },
  {
    name: 'telling in the article',
    why: 'the same among the candidates of one article, where its own subject tells nothing',
    value: (look) =>
      weighed(look, (concept) =>
        Math.log(1 + look.inArticle.candidates / (0.5 + (look.inArticle.holding[concept] ?? 0))),
      ),
  },
  {
    name: 'beyond the headline',
    why: 'all sentences are about what the headline names ("the company", "the deal"): the other words tell which one answers',
    value: (look) => {
      const { headline } = look.candidate.match;
      return weighed(look, (concept) =>
        (headline.best[concept] ?? NO_MATCH) <= kindIndex('spelling') ? 0 : (look.shares[concept] ?? 0),
      );
    },
  },
  {
    name: 'repeated words',
    why: 'a sentence that names a word of the question twice dwells on it',
    value: ({ hits, shares }) => {
      const often = new Uint8Array(shares.length);
      for (const { concept } of hits) often[concept] = (often[concept] ?? 0) + 1;
      return shares.reduce((sum, share, concept) => sum + ((often[concept] ?? 0) > 1 ? share : 0), 0);
    },
  },
  {
    name: 'similar words',
    why: 'missing words that begin like one of the sentence: "banks" and "bankers", "Poles" and "Polish"',
    value: (look) =>
      look.query.concepts.reduce((sum, { folded }, concept) => {
        if (holds(look.own, concept)) return sum;
        const most = mostAlike(look, folded);
        return most >= ALIKE ? sum + most * (look.shares[concept] ?? 0) : sum;
      }, 0),
  },
];

/** From what share of common first letters two words are alike, and how many letters these must be. */
const ALIKE = 0.5;
const ALIKE_MIN = 3;

/** The largest share of first letters, of the longer word, that a telling word of the sentence has in common with a word. */
function mostAlike(look: Look, folded: string): number {
  const { lexicon } = look.found;
  let most = 0;
  for (let at = 0; at < look.to - look.from; at++) {
    const word = wordAt(look, at);
    if (lexicon.classOf(word) & CLASS.stop) continue;
    const other = lexicon.folded(word);
    let same = 0;
    while (same < folded.length && same < other.length && folded[same] === other[same]) same++;
    if (same >= ALIKE_MIN) most = Math.max(most, same / Math.max(folded.length, other.length));
  }
  return most;
}
