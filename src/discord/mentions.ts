import type { Asker } from '../desk/ports.ts';
import { runMention } from '../desk/dispatch.ts';
import { errorReply } from '../reply/error-reply.ts';
import type { Reply } from '../reply/reply.ts';
import type { Response } from '../reply/response.ts';
import { atDesk, type Handlers } from './handlers.ts';
import { CODE, isForbidden, isRefusal, loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import { contentOf, type OnPosted } from '../desk/posted.ts';
import { otherWays, REFUSED } from './other-ways.ts';
import { payloadOf } from './payload.ts';
import { plainText } from './plain-text.ts';
import { readable } from './raw-input.ts';
import { channelSchema, THREADS, type Written } from './received.ts';
import { toldLate } from './respond.ts';
import type { Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';
import { busyReply, type RunInTurn } from './queue.ts';

export type MentionOptions = Readonly<{
  handlers: Handlers;
  rest: Rest;
  inTurn: RunInTurn;
  asking: Allowance;
  clock(): number;
  patience: Patience;
  onPosted: OnPosted;
}>;

/** Types of messages that people write: plain ones and replies. */
const WRITTEN: ReadonlySet<number> = new Set([0, 19]);
/** Channels whose parent is remembered. */
const REMEMBERED = 2000;
/** Who may not be answered is told so in a direct message, but not each time. */
const TELLING: Allowance = { burst: 1, perSecond: 1 / 3600 };
const UNREADABLE =
  'I cannot read this: Discord shows me only messages that mention me. Start your question with my name.';

/**
 * Makes a function that answers a message that mentions the bot, or replies to one of its own (a follow-up), with one
 * message in the same place. Everything else is left alone: other bots, webhooks, mentions of roles or of everyone, and
 * forwarded messages. Never throws.
 */
export function mentionHandler(options: MentionOptions) {
  const { handlers, rest, inTurn, patience, onPosted } = options;
  const { log } = handlers;
  const asks = floodGate(options.asking, options.clock);
  const tells = floodGate(TELLING, options.clock);
  const { apart } = otherWays({ rest, patience, log });
  const parents = new Map<string, string | undefined>();

  /** The channel that a thread belongs to; a message does not tell. Without it less may be quoted, never more. */
  async function parentOf(channelId: string): Promise<string | undefined> {
    if (parents.has(channelId)) return parents.get(channelId);
    const channel = channelSchema.safeParse(await rest.channel(channelId).catch(() => undefined)).data;
    if (!channel) return undefined;
    const parent = THREADS.has(channel.type) ? (channel.parent_id ?? undefined) : undefined;
    if (parents.size >= REMEMBERED) parents.clear();
    parents.set(channelId, parent);
    return parent;
  }

  async function askerOf({ author, guild_id, channel_id, member }: Written): Promise<Asker> {
    const parent = await parentOf(channel_id);
    return {
      userId: author.id,
      guildId: guild_id,
      channels: parent === undefined ? [channel_id] : [channel_id, parent],
      roles: member?.roles ?? [],
      // A message does not tell what its author may do; a question needs no right.
      mayEdit: false,
      mayModerate: false,
      maySpeak: true,
    };
  }

  async function decide(written: Written, botId: string): Promise<Response> {
    const text = questionIn(written, botId);
    const before = written.referenced_message;
    const previous = before?.author.id === botId ? { previous: readable(before) } : {};
    if (written.content === '') return errorReply(UNREADABLE);
    const asker = await askerOf(written);
    return atDesk(handlers, asker, 'a mention', (desk) =>
      runMention(handlers.mention, { text, ...previous }, desk, asker),
    );
  }

  async function answer(written: Written, botId: string): Promise<void> {
    const response = await inTurn(written.guild_id, () => decide(written, botId)).catch(busyReply);
    const opening = 'blocks' in response ? response : 'work' in response ? response.first : undefined;
    if (!opening) return log.warn({}, 'a mention cannot open a form or change a message');
    const messageId = await post(opening, written);
    if (!('work' in response)) return remember(opening, written, messageId);
    const result = await response.work(() => Promise.resolve());
    await withTries(
      (waited) => rest.edit(written.channel_id, messageId, payloadOf(toldLate(result, waited))),
      patience,
    );
    remember(result, written, messageId);
  }

  /** The nonce makes a second try harmless when the first one arrived after all (F2). */
  const send = (reply: Reply, { id, channel_id }: Written, answers?: string): Promise<string> =>
    withTries((waited) => rest.send(channel_id, payloadOf(toldLate(reply, waited)), id, answers), patience);

  async function post(reply: Reply, written: Written): Promise<string> {
    try {
      return await send(reply, written, written.id);
    } catch (error) {
      if (!isRefusal(error, CODE.noHistory)) throw error;
      // Writing takes less than answering a message.
      return send(reply, written);
    }
  }

  /** Says in the channel that the answer may not be posted there, and if not even that may be, apart from it. */
  async function refuse(written: Written, cause: unknown): Promise<void> {
    const { id, author, channel_id: channel } = written;
    log.info({ channel, cause: loggable(cause) }, 'a mention was not answered: the bot may not write there');
    if (tells(`${channel} ${author.id}`) > 0) return;
    const told = REFUSED.forbidden(channel);
    await send(told, written).catch(() => apart(told, author.id, id));
  }

  function remember(reply: Reply, { guild_id, channel_id }: Written, messageId: string): void {
    const content = contentOf(reply);
    if (content.quotes.length > 0)
      onPosted({ guildId: guild_id, channelId: channel_id, messageId, ...content });
  }

  return async (written: Written, botId: string): Promise<void> => {
    if (!isForUs(written, botId) || asks(written.author.id) > 0) return;
    try {
      await answer(written, botId);
    } catch (error) {
      if (isForbidden(error)) return refuse(written, error);
      log.warn({ channel: written.channel_id, cause: loggable(error) }, 'a mention was not answered');
    }
  };
}

/** Whether a message speaks to the bot. */
function isForUs(written: Written, botId: string): boolean {
  const { author, content, type, webhook_id, mentions, referenced_message, attachments, sticker_items } =
    written;
  if (author.bot || webhook_id !== undefined || !WRITTEN.has(type)) return false;
  if (!mentions.some(({ id }) => id === botId)) return false;
  // A picture or sticker alone asks nothing.
  if (content === '' && (attachments.length > 0 || sticker_items.length > 0)) return false;
  return mentionOf(botId).test(content) || referenced_message?.author.id === botId;
}

const mentionOf = (botId: string): RegExp => new RegExp(`<@!?${botId}>`, 'u');

/** What is asked, as people read it, without the mention. */
const questionIn = ({ content }: Written, botId: string): string =>
  plainText({ content: content.replaceAll(new RegExp(mentionOf(botId), 'gu'), ' ') })
    .replace(/\s+/gu, ' ')
    .trim();
