/** What words beside a number say about it: it is a lower bound, an upper bound, or approximate. */
export type Bound = 'least' | 'most' | 'about';

const BEFORE: Readonly<Record<Bound, string>> = {
  least:
    'more than|at least|no fewer than|no less than|not less than|greater than|well over|just over|over|above|upwards of|in excess of|a minimum of',
  most: 'less than|fewer than|at most|up to|as many as|as much as|no more than|not more than|just under|under|below|a maximum of',
  about:
    'close to|closer to|nearer to|an estimated|estimated|about|around|nearly|almost|some|roughly|approximately|approx\\.|circa|virtually|an average of',
};
const BEHIND: Readonly<Record<Bound, string>> = {
  least: 'or more|or greater|or higher',
  most: 'or less|or fewer|or lower',
  about: 'or so|or thereabouts',
};
/** Words before a number that belong to it but say it is exact. */
const PLAIN = 'only|just|exactly|all';

const hedges = (by: Readonly<Record<Bound, string>>): string => Object.values(by).join('|');

/** Pattern of words before a number. May match nothing. */
export const HEDGED = `(?:(?<hedge>\\b(?:${hedges(BEFORE)}|${PLAIN})) )?`;
/** Pattern of words after a number. */
export const HEDGED_BEHIND = `(?:${hedges(BEHIND)})\\b`;

const PATTERNS = (['least', 'most', 'about'] as const).map(
  (bound) => [bound, new RegExp(`^(?:${BEFORE[bound]})\\b|\\b(?:${BEHIND[bound]})\\b`, 'iu')] as const,
);

/** The bound in a written amount; undefined for an exact one. */
export const boundOf = (written: string): Bound | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(written))?.[0];
