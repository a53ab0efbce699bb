import type { Reply, Said } from './reply.ts';
import { line, note } from './blocks.ts';
import { say } from './say.ts';

/** A private reply that there is nothing to list, with alternatives. */
export const nothingReply = (told: Said): Reply => ({
  tone: 'nothing',
  private: true,
  blocks: [line(told), note(say('nothing.hint'))],
});
