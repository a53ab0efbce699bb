import { line, note } from '../reply/blocks.ts';
import type { Reply } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import { WHICH } from './outside.ts';
import type { Server, Servers } from './servers.ts';

/** How long a question waits until its asker chooses a server. Discord accepts no answer after that. Milliseconds. */
const WAITS = 15 * 60_000;
/** Number of questions that may wait. */
const WAITING_MAX = 1000;

/** Asks which server is meant, when the asker shares several with the bot. */
export const whichReply = (shared: readonly Server[]): Reply => ({
  tone: 'info',
  private: true,
  blocks: [line(say('outside.which')), note(say('outside.remembered'))],
  select: {
    label: say('outside.choose'),
    action: WHICH,
    args: [],
    options: shared.map(({ id, name }) => ({ label: name, value: id })),
  },
});

/** Confirms a choice when no question was waiting for it. */
const keptReply = ({ name }: Server): Reply => ({
  tone: 'info',
  private: true,
  blocks: [line(say('outside.kept', { server: { typed: name } }))],
});

/** Holds each person's last question until they choose a server. */
export function waitingForChoice<Asked>(servers: Servers, now: () => number) {
  const waiting = new Map<string, Readonly<{ asked: Asked; at: number }>>();
  return {
    /** Holds a question until its asker chooses a server. */
    hold(userId: string, asked: Asked): void {
      waiting.delete(userId);
      const [oldest] = waiting.keys();
      if (waiting.size >= WAITING_MAX && oldest !== undefined) waiting.delete(oldest);
      waiting.set(userId, { asked, at: now() });
    },
    /**
     * Handles a choice, or a request to choose again. Returns the question that waited, or a reply to show. Only shared servers can be
     * chosen.
     */
    async chosen(userId: string, guildId: string | undefined): Promise<Asked | Reply> {
      const shared = await servers.sharedWith(userId);
      const meant = shared.find(({ id }) => id === guildId);
      if (!meant) return whichReply(shared);
      await servers.choose(userId, meant.id);
      const held = waiting.get(userId);
      waiting.delete(userId);
      return held && now() - held.at < WAITS ? held.asked : keptReply(meant);
    },
  };
}
