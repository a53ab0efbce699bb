import { ENGLISH } from '../words/spoken.ts';
import type { Reply, Text } from './reply.ts';
import { textIn } from './say.ts';
import { line } from './blocks.ts';

/** An error that the asker can fix; its message is one plain sentence with the remedy. */
export class AskerError extends Error {
  override name = 'AskerError';
  /** The sentence for the asker, in any language; the message is in English, for the log. */
  readonly told: Text;

  constructor(told: Text, options?: ErrorOptions) {
    super(textIn(told, ENGLISH), options);
    this.told = told;
  }
}

/** A private reply of one plain sentence. */
export function errorReply(sentence: Text): Reply {
  return { tone: 'error', private: true, blocks: [line(sentence)] };
}
