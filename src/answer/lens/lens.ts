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
   * Questions to try, since articles may answer one and not another: each with {@link COMPANY}, and without a name, as one would ask a
   * text about that company. The first is shown as the question; the reader reads them unchanged.
   */
  wordings: readonly [Wording, ...Wording[]];
  /** What kind of thing the answer is. */
  kind: AnswerKind;
  /** Matches sentences that answer; others merely mention the company. */
  tells: RegExp;
  /** Matches sentences that do not answer: a plan is not a headcount, a dividend is not funding. */
  not?: RegExp;
}>;

export type Wording = readonly [of: string, alone: string];
