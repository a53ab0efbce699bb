import type { Day } from './day.ts';
import { tenseAt, type Tense } from './tense.ts';

/** Reads a match as a date's key, counted from the publication where that is needed; undefined when it cannot be placed. */
export type DateReading = (match: RegExpExecArray, published: Day | undefined) => number | undefined;

/** A way of writing dates; `unless` tells matches that are none. */
export type DateWay = readonly [
  pattern: RegExp,
  read: DateReading,
  unless?: (match: RegExpExecArray) => boolean,
];

/** What a named group of a match holds; empty when it does not take part. */
export const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? '';

/** The words of the match's text before and behind it. */
export const around = ({ input, index, 0: found }: RegExpExecArray): [before: string, after: string] => [
  input.slice(Math.max(0, index - NEAR), index),
  input.slice(index + found.length, index + found.length + NEAR),
];
const NEAR = 60;

/** Whether the words around a date speak of what was or of what is to come. */
export const tenseOf = ({ input, index, 0: found }: RegExpExecArray): Tense | undefined =>
  tenseAt(input, index, index + found.length);
