import type { Look } from './look.ts';

/** One thing that tells a sentence that answers from one that does not. */
export type Feature = Readonly<{
  /** Unique; the weights file is keyed by it. */
  name: string;
  /** What is measured, and why it should tell. */
  why: string;
  /** Finite; mostly 0 to 1. */
  value(look: Look): number;
}>;
