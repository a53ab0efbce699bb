import type { Asker } from '../desk/ports.ts';
import { runMention } from '../desk/dispatch.ts';
import { line, note } from '../reply/blocks.ts';
import { errorReply } from '../reply/error-reply.ts';
import { worded } from '../desk/worded.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { listed, say } from '../reply/say.ts';
import { languageOf } from '../words/language.ts';
import type { Response } from '../reply/response.ts';
import { atDesk, type Handlers } from './handlers.ts';
import { CODE, isForbidden, isRefusal, isRefused, loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import { quotes, type OnPosted } from '../desk/posted.ts';
import { otherWays, REFUSED } from './other-ways.ts';
import { payloadOf } from './payload.ts';
import { plainText } from './plain-text.ts';
import { readable } from './raw-input.ts';
import { channelSchema, THREADS, type Written } from './received.ts';
import { withLateNote } from './respond.ts';
import type { Rest } from './rest.ts';
import type { Servers } from './servers.ts';
import { withTries, type Patience } from './tries.ts';
import { whichReply } from './which-server.ts';
import { busyReply, type RunInTurn } from './queue.ts';

export type MentionOptions = Readonly<{
  handlers: Handlers;
  rest: Rest;
  servers: Servers;
  inTurn: RunInTurn;
  asking: Allowance;
  clock(): number;
  patience: Patience;
  onPosted: OnPosted;
}>;

/** Types of messages that people write: plain messages and replies. */
const WRITTEN: ReadonlySet<number> = new Set([0, 19]);
/** Number of channels whose parent is remembered. */
const REMEMBERED = 2000;
/** If we cannot reply in the channel, we DM the asker at most once an hour. */
const REFUSAL_NOTICES: Allowance = { burst: 1, perSecond: 1 / 3600 };
/**
 * Returns a function that answers messages to the bot: those that mention it or its role, reply to one of its messages (a follow-up), or
 * are direct messages. It posts one message in the same place. Ignores other bots, webhooks, mentions of everyone, and forwarded
 * messages. Never throws.
 */
export function mentionHandler(options: MentionOptions) {
  const { handlers, rest, servers, inTurn, patience, onPosted } = options;
  const { log } = handlers;
  const asks = floodGate(options.asking, options.clock);
  const refusalNotices = floodGate(REFUSAL_NOTICES, options.clock);
  const { sendDirect } = otherWays({ rest, patience, log });
  const parents = new Map<string, string | undefined>();

  /** The channel that a thread belongs to, which a message does not say. If unknown, less may be quoted, never more. */
  async function parentOf(channelId: string): Promise<string | undefined> {
    if (parents.has(channelId)) return parents.get(channelId);
    const channel = channelSchema.safeParse(await rest.channel(channelId).catch(() => undefined)).data;
    if (!channel) return undefined;
    const parent = THREADS.has(channel.type) ? (channel.parent_id ?? undefined) : undefined;
    if (parents.size >= REMEMBERED) parents.clear();
    parents.set(channelId, parent);
    return parent;
  }

  /** The author of a message. A message does not list their permissions, but asking needs none. */
  async function askerOf({ author, guild_id: guildId, channel_id, member }: Written): Promise<Asker> {
    const rights = { mayEdit: false, mayModerate: false, maySpeak: true };
    if (guildId === undefined)
      return servers.placed({ userId: author.id, channels: [], roles: [], ...rights });
    const parent = await parentOf(channel_id);
    const channels = parent === undefined ? [channel_id] : [channel_id, parent];
    const guildLocale = servers.localeOf(guildId);
    return {
      userId: author.id,
      guildId,
      channels,
      roles: member?.roles ?? [],
      ...rights,
      ...(guildLocale !== undefined && { guildLocale }),
    };
  }

  async function decide(written: Written, asker: Asker, self: Self): Promise<Response> {
    const text = questionIn(written, self);
    const before = written.referenced_message;
    const previous = before?.author.id === self.botId ? { previous: readable(before) } : {};
    if (written.content === '') return errorReply(say('refused.unreadable'));
    if (asker.guildId === undefined) {
      const shared = await servers.sharedWith(asker.userId);
      if (shared.length > 1)
        return {
          ...whichReply(shared),
          blocks: [
            line(
              say('refused.which-server', { servers: listed(shared.map(({ name }) => ({ typed: name }))) }),
            ),
            note(say('outside.remembered')),
          ],
        };
    }
    return atDesk(handlers, asker, 'a mention', (desk) =>
      runMention(handlers.mention, { text, ...previous }, desk, asker),
    );
  }

  async function answer(written: Written, self: Self): Promise<void> {
    const asker = await askerOf(written);
    const found = await inTurn(asker.guildId ?? asker.userId, () => decide(written, asker, self)).catch(
      busyReply,
    );
    const response = worded(found, asker, false);
    const opening = 'blocks' in response ? response : 'work' in response ? response.first : undefined;
    if (!opening) return log.warn({}, 'a mention cannot open a form or change a message');
    const messageId = await post(opening, written);
    if (!('work' in response)) return remember(opening, written, asker, messageId);
    const result = await response.work(() => Promise.resolve());
    await withTries(
      (waited) => rest.edit(written.channel_id, messageId, payloadOf(withLateNote(result, waited))),
      patience,
    );
    remember(result, written, asker, messageId);
  }

  /** The nonce prevents a second message when the first try did arrive (F2). */
  const send = (reply: Reply, { id, channel_id }: Written, answers?: string): Promise<string> =>
    withTries(
      (waited) => rest.send(channel_id, payloadOf(withLateNote(reply, waited)), id, answers),
      patience,
    );

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
    const localisedRefusal = inLanguage(refusal, languageOf(servers.localeOf(written.guild_id)));
    await send(localisedRefusal, written).catch(() => sendDirect(localisedRefusal, author.id, id));
  }

  function remember(reply: Reply, { channel_id }: Written, { guildId }: Asker, messageId: string): void {
    if (guildId !== undefined && quotes(reply))
      onPosted({ guildId, channelId: channel_id, messageId, reply, isPublic: true });
  }

  return async (written: Written, botId: string): Promise<void> => {
    const self = { botId, roleId: servers.roleIn(written.guild_id) };
    if (!isForUs(written, self) || asks(written.author.id) > 0) return;
    try {
      await answer(written, self);
    } catch (error) {
      if (isRefused(error)) return refuse(written, error);
      log.warn({ channel: written.channel_id, cause: loggable(error) }, 'a mention was not answered');
    }
  };
}

/** The bot, and its role in the server of the message. */
type Self = Readonly<{ botId: string; roleId: string | undefined }>;

/** Whether a message addresses the bot. */
function isForUs(written: Written, self: Self): boolean {
  const { author, content, type, webhook_id, guild_id, mentions, attachments, sticker_items } = written;
  if (author.bot || webhook_id !== undefined || !WRITTEN.has(type)) return false;
  // A picture or sticker alone is not a question.
  if (content === '' && (attachments.length > 0 || sticker_items.length > 0)) return false;
  if (guild_id === undefined) return true;
  if (self.roleId !== undefined && written.mention_roles.includes(self.roleId)) return true;
  if (!mentions.some(({ id }) => id === self.botId)) return false;
  return mentionOf(self).test(content) || written.referenced_message?.author.id === self.botId;
}

const mentionOf = ({ botId, roleId }: Self): RegExp =>
  new RegExp(roleId === undefined ? `<@!?${botId}>` : `<@!?${botId}>|<@&${roleId}>`, 'u');

/** The question as people read it, without the mention. */
const questionIn = ({ content }: Written, self: Self): string =>
  plainText({ content: content.replaceAll(new RegExp(mentionOf(self), 'gu'), ' ') })
    .replace(/\s+/gu, ' ')
    .trim();
