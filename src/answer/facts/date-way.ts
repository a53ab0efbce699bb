import type { Day } from './day.ts';
import { tenseAt, type Tense } from './tense.ts';

/** Computes a date's key from a match, relative to the publication where needed; undefined when it cannot be placed. */
export type DateReading = (match: RegExpExecArray, published: Day | undefined) => number | undefined;

/** A way of writing dates; `unless` excludes matches that are not dates. */
export type DateWay = readonly [
  pattern: RegExp,
  read: DateReading,
  unless?: (match: RegExpExecArray) => boolean,
];

/** The text of a named group; empty when the group did not match. */
export const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? '';

/** The text before and after the match. */
export const around = ({ input, index, 0: found }: RegExpExecArray): [before: string, after: string] => [
  input.slice(Math.max(0, index - NEAR), index),
  input.slice(index + found.length, index + found.length + NEAR),
];
const NEAR = 60;

/** Whether the words around a date are about the past or the future. */
export const tenseOf = ({ input, index, 0: found }: RegExpExecArray): Tense | undefined =>
  tenseAt(input, index, index + found.length);
