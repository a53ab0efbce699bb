import type { Day } from './day.ts';

/** Reads a match as a date's key, counted from the publication where that is needed; undefined when it cannot be placed. */
export type DateReading = (match: RegExpExecArray, published: Day | undefined) => number | undefined;

/** A way of writing dates. */
export type DateWay = readonly [RegExp, DateReading];

/** What a named group of a match holds; empty when it does not take part. */
export const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? '';

/** Characters before a date that are read for its tense. */
const CLAUSE = 120;
const AHEAD =
  /(?:\b(?:will|shall|due|scheduled|until|by|next|coming)\b|\b(?:is|are|expects?|expected|plans?|planned|set|hopes?|wants?) to\b)(?:(?!\b(?:said|says|told|announced)\b)[^,;:.])*$/iu;

/** Whether the words before a date speak of what is to come: "will vote on Friday", "is due in March". */
export const isAhead = ({ input, index }: RegExpExecArray): boolean =>
  AHEAD.test(input.slice(Math.max(0, index - CLAUSE), index));
