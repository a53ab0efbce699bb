import { line, note } from '../reply/blocks.ts';
import type { Reply } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import { WHICH } from './outside.ts';
import type { Server, Servers } from './servers.ts';

/** How long what was asked waits for the server to be chosen: Discord lets it be answered no longer. Milliseconds. */
const WAITS = 15 * 60_000;
/** How many wait. */
const WAITING_MAX = 1000;

/** Asks in which server something is meant, for whoever shares several with the bot. */
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

/** That a choice is kept, when nothing waited for it. */
const keptReply = ({ name }: Server): Reply => ({
  tone: 'info',
  private: true,
  blocks: [line(say('outside.kept', { server: { typed: name } }))],
});

/** What waits for its asker to choose a server, of each person the last. */
export function waitingForChoice<Asked>(servers: Servers, now: () => number) {
  const waiting = new Map<string, Readonly<{ asked: Asked; at: number }>>();
  return {
    /** Keeps what was asked until the server is chosen. */
    hold(userId: string, asked: Asked): void {
      waiting.delete(userId);
      if (waiting.size >= WAITING_MAX) waiting.delete(waiting.keys().next().value ?? '');
      waiting.set(userId, { asked, at: now() });
    },
    /**
     * Somebody chose, or wants to choose again. Gives what waited for it, to be answered now, or else what to say. A server that is
     * not shared cannot be chosen.
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
