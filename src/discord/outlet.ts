import { createHash } from 'node:crypto';
import type { Log } from '../desk/ports.ts';
import { note } from '../reply/blocks.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import { ENGLISH } from '../words/spoken.ts';
import { CODE, isRefusal, loggable } from './faults.ts';
import { payloadOf } from './payload.ts';
import type { Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';

/** Discord's codes for a message that no longer exists. */
const GONE = [CODE.unknownMessage, CODE.unknownChannel] as const;
/** Discord's codes when the bot may not edit, write or unarchive. */
const FORBIDDEN = [
  CODE.missingAccess,
  CODE.missingPermissions,
  CODE.editsOther,
  CODE.threadArchived,
  CODE.threadLocked,
] as const;

type Place = Readonly<{ channelId: string; messageId: string }>;
type Edited = 'edited' | 'gone' | 'refused' | Readonly<{ below: string }>;

/** Edits and posts the bot's own messages, for corrections and digests. Rejects only for temporary faults. */
export function outletOver(rest: Rest, patience: Patience, log: Log) {
  const patiently: Patiently = (send) => withTries(send, patience);
  const replace = messageReplacer(rest, patiently, log);

  async function edit(place: Place, reply: Reply): Promise<Edited> {
    try {
      await replace(place, reply);
      return 'edited';
    } catch (error) {
      if (isRefusal(error, ...GONE)) return 'gone';
      if (!isRefusal(error, ...FORBIDDEN)) throw error;
      log.info({ cause: loggable(error) }, 'a message can no longer be edited');
      return below(place, reply);
    }
  }

  /** Replies below a message that cannot be edited. The same nonce each time, so a job that runs twice posts once. */
  async function below({ channelId, messageId }: Place, reply: Reply): Promise<Edited> {
    const posted = inLanguage({ ...reply, blocks: [note(say('kept.below')), ...reply.blocks] }, ENGLISH);
    const sent = await unlessForbidden(() =>
      rest.send(channelId, payloadOf(posted), `b${messageId}`, messageId),
    );
    return sent === undefined ? 'refused' : { below: sent };
  }

  async function unlessForbidden(send: () => Promise<string>): Promise<string | undefined> {
    try {
      return await patiently(send);
    } catch (error) {
      if (!isRefusal(error, ...FORBIDDEN, ...GONE, CODE.noHistory)) throw error;
      log.info({ cause: loggable(error) }, 'a message cannot be posted');
      return undefined;
    }
  }

  return {
    edit,
    send(channelId: string, reply: Reply, key?: string) {
      const nonce = key === undefined ? newNonce() : nonceOf(key);
      return unlessForbidden(() => rest.send(channelId, payloadOf(reply), nonce));
    },
    async whisper(
      guildId: string,
      userId: string,
      reply: Reply,
      key: string,
    ): Promise<'sent' | 'closed' | 'left'> {
      try {
        await patiently(() => rest.isMember(guildId, userId));
        await patiently(() => rest.sendDirect(userId, payloadOf(reply), nonceOf(key)));
        return 'sent';
      } catch (error) {
        if (isRefusal(error, CODE.unknownMember, CODE.unknownUser)) return 'left';
        if (!isRefusal(error, ...FORBIDDEN, CODE.unknownGuild, CODE.directsClosed)) throw error;
        return 'closed';
      }
    },
    async isMember(guildId: string): Promise<boolean> {
      try {
        await patiently(() => rest.guild(guildId));
        return true;
      } catch (error) {
        if (isRefusal(error, CODE.unknownGuild, CODE.missingAccess)) return false;
        throw error;
      }
    },
  };
}

/** Tries again where that may help. */
type Patiently = <T>(send: () => Promise<T>) => Promise<T>;

/** Makes a function that puts a reply in the place of a message, also in an archived thread. */
function messageReplacer(rest: Pick<Rest, 'edit' | 'archive'>, patiently: Patiently, log: Log) {
  const replace = ({ channelId, messageId }: Place, reply: Reply): Promise<unknown> =>
    patiently(() => rest.edit(channelId, messageId, payloadOf(reply)));

  /** Opens an archived thread for the edit, then archives it again if the bot may. Otherwise Discord archives it in time. */
  async function replaceInArchive(place: Place, reply: Reply): Promise<void> {
    const { channelId } = place;
    await patiently(() => rest.archive(channelId, false));
    try {
      await replace(place, reply);
    } finally {
      await patiently(() => rest.archive(channelId, true)).catch((error: unknown) =>
        log.info({ channel: channelId, cause: loggable(error) }, 'a thread stays open for now'),
      );
    }
  }

  return async (place: Place, reply: Reply): Promise<void> => {
    try {
      await replace(place, reply);
    } catch (error) {
      if (!isRefusal(error, CODE.threadArchived)) throw error;
      await replaceInArchive(place, reply);
    }
  };
}

/** Shortens a key of any length to a nonce of 25 characters, Discord's limit. */
const nonceOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 25);

let sends = 0;

/** A nonce that no other message of this or an earlier process has. At most 25 characters. */
function newNonce(): string {
  sends += 1;
  return `${Date.now().toString(36)}-${sends.toString(36)}`;
}
