import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { languageOf } from '../words/language.ts';
import { CODE, isForbidden, isRefusal, loggable } from './faults.ts';
import type { Handlers } from './handlers.ts';
import { floodGate, type Allowance } from './flood.ts';
import { otherWays, REFUSED } from './other-ways.ts';
import { payloadOf } from './payload.ts';
import type { Written } from './received.ts';
import { withLateNote } from './told-late.ts';
import type { Rest } from './rest.ts';
import type { Servers } from './servers.ts';
import { withTries, type Patience } from './tries.ts';

export type MentionPostOptions = Readonly<{
  handlers: Handlers;
  rest: Rest;
  servers: Pick<Servers, 'localeOf'>;
  clock(): number;
  patience: Patience;
}>;

/** If we cannot reply in the channel, we DM the asker at most once an hour. */
const REFUSAL_NOTICES: Allowance = { burst: 1, perSecond: 1 / 3600 };

/** Posts answers to messages. */
export function mentionPoster({ handlers, rest, servers, patience, clock }: MentionPostOptions) {
  const { log } = handlers;
  const refusalNotices = floodGate(REFUSAL_NOTICES, clock);
  const { sendDirect } = otherWays({ rest, patience, log });

  /** The nonce prevents a second message when the first try did arrive (F2). */
  const send = (reply: Reply, { id, channel_id }: Written, answers?: string): Promise<string> =>
    withTries(
      (waited) => rest.send(channel_id, payloadOf(withLateNote(reply, waited)), id, answers),
      patience,
    );

  /** Answers a message in its channel; resolves to the id of the answer. */
  async function post(reply: Reply, written: Written): Promise<string> {
    try {
      return await send(reply, written, written.id);
    } catch (error) {
      if (!isRefusal(error, CODE.noHistory)) throw error;
      // Posting needs fewer permissions than replying to a message.
      return send(reply, written);
    }
  }

  /** Says in the channel that the answer may not be posted there; if that fails too, sends a direct message. */
  async function refuse(written: Written, cause: unknown): Promise<void> {
    const { id, author, channel_id: channel } = written;
    const forbidden = isForbidden(cause);
    const why = forbidden ? 'the bot may not write there' : 'Discord refused the answer';
    log.info({ channel, cause: loggable(cause) }, `a mention was not answered: ${why}`);
    if (refusalNotices(`${channel} ${author.id}`) > 0) return;
    const refusal = forbidden ? REFUSED.forbidden(channel) : REFUSED.notTaken(channel);
    const told = inLanguage(refusal, languageOf(servers.localeOf(written.guild_id)));
    await send(told, written).catch(() => sendDirect(told, author.id, id));
  }

  return { post, refuse };
}
