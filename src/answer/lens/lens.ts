import type { AnswerKind } from '../../search/question/question.ts';

/** Stands for the company in a wording. */
export const COMPANY = 'COMPANY';

/** A typed question with a command of its own. */
export type Lens = Readonly<{
  /** The command's name, e.g. `who-invested`. */
  name: string;
  /** One line for the command's list, at most 100 characters. */
  description: string;
  /**
   * Ways to ask it, as news may answer one or another: each about {@link COMPANY}, and without a name, as a text that is about
   * the company would be asked. The first is shown as the question; the reader reads them as they are.
   */
  wordings: readonly [Wording, ...Wording[]];
  /** What kind of thing the answer is. */
  kind: AnswerKind;
  /** What a sentence that answers says in some way; others merely mention the company. */
  tells: RegExp;
  /** What it does not say: a plan is no headcount, a dividend no funding. */
  not?: RegExp;
}>;

export type Wording = readonly [of: string, alone: string];
