import { inEnglish, message, type CatalogueMessage } from '../../../words/message.ts';

/** Why the search engine cannot be used. */
export type EngineFault =
  /** Nothing answers at its URL. */
  | 'down'
  /** Timed out. */
  | 'slow'
  /** Rejects writes, because its disk is full or it was set to read-only. */
  | 'readonly'
  /** The index is missing or incomplete. */
  | 'building'
  /** Wrong URL, user or password. */
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
