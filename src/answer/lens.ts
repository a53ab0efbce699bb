import type { AnswerKind } from '../search/question.ts';

/** A typed question with a command of its own. */
export type Lens = Readonly<{
  /** The command's name, e.g. `who-invested`. */
  name: string;
  /** One line for the command's list, at most 100 characters. */
  description: string;
  /** The question in words; `company` is absent when the asker names none. */
  question(company?: string): string;
  /** What kind of thing the answer is. */
  kind: AnswerKind;
}>;
