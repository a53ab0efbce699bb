import { note } from '../reply/blocks.ts';
import type { Reply, Said } from '../reply/reply.ts';
import { say } from '../reply/say.ts';

/** Shortest wait that the asker is told about (F1). Milliseconds. */
const NOTABLE_WAIT = 2000;

/** Adds a note to a reply that Discord delayed by `waited` milliseconds, if that is worth telling. */
export function withLateNote(reply: Reply, waited: number): Reply {
  if (waited <= NOTABLE_WAIT) return reply;
  return withNote(reply, say('busy.late', { seconds: Math.round(waited / 1000) }));
}

export const withNote = (reply: Reply, words: Said): Reply => ({
  ...reply,
  blocks: [...reply.blocks, note(words)],
});
