import { ENGLISH } from '../words/spoken.ts';
import type { Reply, Text } from './reply.ts';
import { textIn } from './say.ts';
import { line } from './blocks.ts';

/** A failure that the asker can do something about; its message is one plain sentence with the remedy. */
export class AskerError extends Error {
  override name = 'AskerError';
  /** The sentence, for whatever language the asker speaks; the message is in English, for the log. */
  readonly told: Text;

  constructor(told: Text, options?: ErrorOptions) {
    super(textIn(told, ENGLISH), options);
    this.told = told;
  }
}

/** One plain sentence, for the asker alone. */
export function errorReply(sentence: Text): Reply {
  return { tone: 'error', private: true, blocks: [line(sentence)] };
}
