import type { Passage } from '../answer.ts';
import type { Amount } from './amount.ts';

/** A figure in its sentence; the passage's only span is the figure. `again` is the earlier amount that it refers to. */
export type Figure = Readonly<{ passage: Passage; amount: Amount; again?: Amount }>;
