import { closest, isExact, strongest } from '../search/rank/features/answer-type.ts';
import { FEATURES } from '../search/rank/features/index.ts';
import { longestRun, window } from '../search/rank/features/phrase.ts';
import { NO_MATCH } from '../search/rank/matching.ts';
import type { Concept } from '../search/question/question.ts';
import type { Ranked } from '../search/rank/rank.ts';
import { ANY, isNameLike, SURE, type Best } from './best.ts';

/** One thing that tells an answer from a near miss, read from the ranked candidates. */
export type Signal = Readonly<{ name: string; why: string; value(best: Best): number }>;

type Sort = (concept: Concept) => boolean;
/** Whether a concept, by its index, stands somewhere. */
type Holds = (index: number) => boolean;

const by =
  (matches: Uint8Array, kind: number): Holds =>
  (index) =>
    (matches[index] ?? NO_MATCH) <= kind;

/** The part of what the question tells (1 when it tells nothing of that sort) that stands somewhere. */
function held({ look, telling }: Best, holds: Holds, sort: Sort = () => true): number {
  let all = 0;
  let found = 0;
  for (const [index, concept] of look.query.concepts.entries()) {
    if (!sort(concept)) continue;
    all += telling[index] ?? 0;
    if (holds(index)) found += telling[index] ?? 0;
  }
  return all > 0 ? found / all : 1;
}

/** The most telling concept that does not stand somewhere. */
const heaviest = ({ telling }: Best, holds: Holds): number =>
  telling.reduce((most, value, index) => (holds(index) ? most : Math.max(most, value)), 0);

/** How many concepts of a sort do not stand somewhere; beyond two it makes no difference. */
const missing = ({ look }: Best, holds: Holds, sort: Sort): number =>
  Math.min(2, look.query.concepts.filter((concept, index) => sort(concept) && !holds(index)).length);

const isName: Sort = ({ capital }) => capital;
const isNumber: Sort = ({ number }) => number;
const isPlain: Sort = ({ capital, number, target }) => !capital && !number && !target;

/** The share of the ranker's trust that candidates of a sort have. */
function trusted({ ranked }: Best, sort: (candidate: Ranked) => boolean): number {
  let all = 0;
  let found = 0;
  for (const candidate of ranked) {
    const trust = Math.exp(candidate.rank - ranked[0].rank);
    all += trust;
    if (sort(candidate)) found += trust;
  }
  return found / all;
}

const isBeside = (a: Ranked, b: Ranked): boolean => a.document === b.document && a.from === b.from;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Features of ranking that tell as much of the first candidate alone. */
const OF_RANKING: ReadonlySet<string> = new Set([
  'article score',
  'matches begin late',
  'new words around the matches',
  'holds a number',
]);

/** All signals; the weights are fitted on questions whose article or paragraph was taken away. */
export const SIGNALS: readonly Signal[] = [
  { name: 'always', why: 'the base rate', value: () => 1 },
  {
    name: 'coverage',
    why: 'how much of the question the sentence holds, words of related meaning included',
    value: (best) => held(best, by(best.own, ANY)),
  },
  {
    name: 'sure coverage',
    why: 'the same by the words themselves and their synonyms',
    value: (best) => held(best, by(best.own, SURE)),
  },
  {
    name: 'coverage beside',
    why: 'how much of it the sentence and its two neighbours hold together',
    value: (best) => held(best, by(best.beside, SURE)),
  },
  {
    name: 'paragraph coverage',
    why: 'how much of it the paragraph and the headline hold together',
    value: (best) => held(best, by(best.near, SURE)),
  },
  {
    name: 'plain words beside',
    why: 'what is asked about a name ("owns", "replaced") must be said of it, and close by',
    value: (best) => held(best, by(best.beside, SURE), isPlain),
  },
  {
    name: 'related plain words',
    why: 'the same in other words',
    value: (best) => held(best, by(best.near, ANY), isPlain),
  },
  {
    name: 'names nearby',
    why: 'someone the question names is not mentioned in the paragraph',
    value: (best) => held(best, by(best.near, SURE), isName),
  },
  {
    name: 'names in the headline',
    why: 'the article is about those that the question names',
    value: (best) => held(best, by(best.look.candidate.match.headline.best, SURE), isName),
  },
  {
    name: 'names missing',
    why: 'someone the question names is not mentioned in the article',
    value: (best) => missing(best, (index) => best.inArticle[index] ?? false, isNameLike),
  },
  {
    name: 'names unheard of',
    why: 'someone the question names is mentioned nowhere',
    value: (best) => missing(best, (index) => best.anywhere[index] ?? false, isNameLike),
  },
  {
    name: 'numbers missing',
    why: 'a number or year of the question is not in the article',
    value: (best) => missing(best, (index) => best.inArticle[index] ?? false, isNumber),
  },
  {
    name: 'heaviest missing nearby',
    why: 'the most telling word is not in the paragraph',
    value: (best) => heaviest(best, by(best.near, SURE)),
  },
  {
    name: 'heaviest missing',
    why: 'the most telling word is not in the sentence',
    value: (best) => heaviest(best, by(best.own, SURE)),
  },
  {
    name: 'matched words',
    why: 'each further telling word shared makes chance less likely, whatever its share of the question',
    value: (best) =>
      best.telling.reduce((sum, value, index) => sum + (by(best.beside, SURE)(index) ? value : 0), 0) / 5,
  },
  {
    name: 'telling words',
    why: 'a question of one or two telling words is matched by chance',
    value: ({ look }) => Math.log(1 + look.query.concepts.length),
  },
  {
    name: 'longest run',
    why: 'a run of the question repeated word for word',
    value: ({ look }) => longestRun(look) / Math.max(1, look.asked.length),
  },
  {
    name: 'window of 16',
    why: 'one clause holds much of the question',
    value: ({ look }) => window(look, 16),
  },
  { name: 'rank', why: 'the first candidate is good in itself', value: ({ ranked }) => ranked[0].rank / 10 },
  {
    name: 'above the list',
    why: 'without an answer the first candidate is hardly better than the others',
    value: ({ ranked }) => Math.min(2, (ranked[0].rank - mean(ranked.map(({ rank }) => rank))) / 10),
  },
  {
    name: 'trust in the paragraph',
    why: 'the same for all sentences of its paragraph',
    value: (best) => trusted(best, (candidate) => isBeside(candidate, best.ranked[0])),
  },
  {
    name: 'trust in the first three',
    why: 'a ranker that spreads its trust over many candidates has found no answer',
    value: (best) => trusted(best, (candidate) => best.ranked.indexOf(candidate) < 3),
  },
  {
    name: 'agreement',
    why: 'the next best candidates stand in the same article',
    value: ({ ranked }) => {
      const others = ranked.slice(1, 5);
      return others.length > 0
        ? mean(others.map(({ document }) => (document === ranked[0].document ? 1 : 0)))
        : 1;
    },
  },
  {
    name: 'lacks what is asked for',
    why: 'a sentence without a number does not say how many, one without a name not who',
    value: ({ look }) => (isExact(look) ? 1 - strongest(look) : 0),
  },
  {
    name: 'what is asked for close by',
    why: 'it stands close to the words of the question',
    value: ({ look }) => (isExact(look) ? closest(look) : 0),
  },
  ...FEATURES.filter(({ name }) => OF_RANKING.has(name)).map(({ name, why, value }): Signal => ({
    name,
    why,
    value: ({ look }) => value(look),
  })),
];
