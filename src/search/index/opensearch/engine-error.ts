import { inEnglish, message, type CatalogueMessage } from '../../../words/message.ts';

/** Why the search engine cannot be used. */
export type EngineFault =
  /** Nothing answers at its address. */
  | 'down'
  /** No answer in time. */
  | 'slow'
  /** It takes no writes: its disk is full, or somebody made it so. */
  | 'readonly'
  /** The index is not there or not whole yet. */
  | 'building'
  /** Its address, user or password is wrong. */
  | 'refused'
  /** Anything else. */
  | 'failed';

/** The search engine cannot do what was asked; what is told is one sentence for the asker, `cause` is for the log. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly fault: EngineFault;
  readonly told: CatalogueMessage;

  constructor(fault: EngineFault, cause?: unknown) {
    const told = message(`engine.${fault}`);
    super(inEnglish(told), { cause });
    this.fault = fault;
    this.told = told;
  }
}
