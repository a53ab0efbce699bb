import type { Reply, Said } from './reply.ts';
import { line, note } from './blocks.ts';
import { say } from './say.ts';

/** That there is nothing to list, for the asker alone, with what else can be done. */
export const nothingReply = (told: Said): Reply => ({
  tone: 'nothing',
  private: true,
  blocks: [line(told), note(say('nothing.hint'))],
});
