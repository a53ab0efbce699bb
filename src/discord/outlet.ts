import type { Log } from '../desk/ports.ts';
import type { Reply } from '../reply/reply.ts';
import { CODE, isRefusal, loggable } from './faults.ts';
import { payloadOf } from './payload.ts';
import type { Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';

/** What Discord answers when a message, its channel or the right to write there is gone. */
const GONE = [
  CODE.missingAccess,
  CODE.missingPermissions,
  CODE.unknownChannel,
  CODE.unknownMessage,
  CODE.editsOther,
] as const;

/** Where the bot's own messages stand, for corrections and digests. Rejects only for what may pass. */
export function outletOver(rest: Rest, patience: Patience, log: Log) {
  async function unlessGone(send: () => Promise<unknown>, what: string): Promise<boolean> {
    try {
      await withTries(send, patience);
      return true;
    } catch (error) {
      if (!isRefusal(error, ...GONE)) throw error;
      log.info({ cause: loggable(error) }, what);
      return false;
    }
  }
  return {
    edit: ({ channelId, messageId }: Readonly<{ channelId: string; messageId: string }>, reply: Reply) =>
      unlessGone(
        () => rest.edit(channelId, messageId, payloadOf(reply)),
        'a message can no longer be edited',
      ),
    send(channelId: string, reply: Reply) {
      const nonce = newNonce();
      return unlessGone(() => rest.send(channelId, payloadOf(reply), nonce), 'a message cannot be posted');
    },
    async isMember(guildId: string): Promise<boolean> {
      try {
        await withTries(() => rest.guild(guildId), patience);
        return true;
      } catch (error) {
        if (isRefusal(error, CODE.unknownGuild, CODE.missingAccess)) return false;
        throw error;
      }
    },
  };
}

let sends = 0;

/** Unlike any other of this process and of one before it. At most 25 characters. */
function newNonce(): string {
  sends += 1;
  return `${Date.now().toString(36)}-${sends.toString(36)}`;
}
