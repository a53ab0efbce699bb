import type { Reply } from './reply.ts';
import { line } from './blocks.ts';

/** A failure that the asker can do something about; its message is one plain sentence with the remedy. */
export class AskerError extends Error {
  override name = 'AskerError';
}

/** One plain sentence, for the asker alone. */
export function errorReply(sentence: string): Reply {
  return { tone: 'error', private: true, blocks: [line(sentence)] };
}
