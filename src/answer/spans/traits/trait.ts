import { type Broad, type Group, type Reading, BROADS, GROUPS } from '../reading.ts';
import { FORMS, type Form } from '../question-form.ts';
import type { Tag } from '../tags.ts';

/** By what a trait's weight differs: by what is asked for, finely or broadly, or by how the question is built. */
export type Split = 'group' | 'broad' | 'form' | 'none';

/** One thing that tells the part of a sentence that answers from its other parts. */
export type Trait = Readonly<{
  /** Unique; the weights file is keyed by it, behind the label of its split ("place: after in, at, on"). */
  name: string;
  /** Why it should tell. */
  why: string;
  by: Split;
  /** Finite, mostly 0 to 1. A start trait sees `from` alone, an end trait `to` alone. */
  value(reading: Reading, from: number, to: number): number;
}>;

/** The labels of each split, in the order of their weights. */
export const LABELS: Readonly<Record<Split, readonly (Group | Broad | Form | '')[]>> = {
  group: GROUPS,
  broad: BROADS,
  form: FORMS,
  none: [''],
};

/** Which label of a split fits a sentence and its question. */
export function labelOf(split: Split, reading: Reading): number {
  if (split === 'none') return 0;
  return LABELS[split].indexOf(split === 'form' ? reading.form.form : reading[split]);
}

/** The name of a trait's weight under a label. */
export const weightName = (label: string, name: string): string =>
  label === '' ? name : `${label}: ${name}`;

/** Something that is so or not so at a place of the sentence. */
export type Test = (reading: Reading, at: number) => boolean;

export const tagIs = (...wanted: readonly Tag[]): Test => {
  const set = new Set<Tag | undefined>(wanted);
  return ({ tags }, at) => set.has(tags[at]);
};

export const wordIn = (list: string): Test => {
  const set = new Set(list.split(' '));
  return ({ words }, at) => set.has(words[at]?.folded ?? '');
};

export const gapHas =
  (pattern: RegExp): Test =>
  ({ gaps }, at) =>
    pattern.test(gaps[at] ?? '');

/** The word stands for a word of the question. */
export const matched: Test = ({ share }, at) => (share[at] ?? 0) > 0;

/** The word before the place passes, and nothing but a space is between. */
export const afterWord =
  (...tests: readonly Test[]): Test =>
  (reading, at) =>
    at > 0 && reading.plain[at] === true && tests.every((test) => test(reading, at - 1));

/** The word at the place passes, and nothing but a space is before it. */
export const nextWord =
  (...tests: readonly Test[]): Test =>
  (reading, at) =>
    reading.plain[at] === true && tests.every((test) => test(reading, at));

export const flag = (test: boolean): number => (test ? 1 : 0);

/** How many places from `from` up to `to` pass. */
export function count(from: number, to: number, test: (at: number) => boolean): number {
  let found = 0;
  for (let at = from; at < to; at++) if (test(at)) found += 1;
  return found;
}
