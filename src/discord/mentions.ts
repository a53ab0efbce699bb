import type { Asker } from '../desk/ports.ts';
import { runMention } from '../desk/dispatch.ts';
import { line, note } from '../reply/blocks.ts';
import { errorReply } from '../reply/error-reply.ts';
import { worded } from '../desk/worded.ts';
import type { Reply } from '../reply/reply.ts';
import { listed, say } from '../reply/say.ts';
import type { Response } from '../reply/response.ts';
import { atDesk } from './handlers.ts';
import { isRefused, loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import { quotes, type OnPosted } from '../desk/posted.ts';
import { payloadOf } from './payload.ts';
import { readable } from './raw-input.ts';
import type { Written } from './received.ts';
import { withLateNote } from './told-late.ts';
import type { Servers } from './servers.ts';
import { withTries } from './tries.ts';
import { whichReply } from './which-server.ts';
import { authorAsAsker } from './author.ts';
import { mentionPoster, type MentionPostOptions } from './mention-post.ts';
import { questionIn, speaksToUs, type Self } from './spoken-to.ts';
import { busyReply } from './busy.ts';
import type { RunInTurn } from './queue.ts';

export type MentionOptions = MentionPostOptions &
  Readonly<{
    servers: Servers;
    inTurn: RunInTurn;
    asking: Allowance;
    onPosted: OnPosted;
  }>;

/**
 * Returns a function that answers messages to the bot: those that mention it or its role, reply to one of its messages (a follow-up), or
 * are direct messages. It posts one message in the same place. Ignores other bots, webhooks, mentions of everyone, and forwarded
 * messages. Never throws.
 */
export function mentionHandler(options: MentionOptions) {
  const { handlers, rest, servers, inTurn, patience, onPosted } = options;
  const { log } = handlers;
  const asks = floodGate(options.asking, options.clock);
  const { post, refuse } = mentionPoster(options);
  const askerOf = authorAsAsker(rest, servers);

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

  function remember(reply: Reply, { channel_id }: Written, { guildId }: Asker, messageId: string): void {
    if (guildId !== undefined && quotes(reply))
      onPosted({ guildId, channelId: channel_id, messageId, reply, isPublic: true });
  }

  return async (written: Written, botId: string): Promise<void> => {
    const self = { botId, roleId: servers.roleIn(written.guild_id) };
    if (!speaksToUs(written, self) || asks(written.author.id) > 0) return;
    try {
      await answer(written, self);
    } catch (error) {
      if (isRefused(error)) return refuse(written, error);
      log.warn({ channel: written.channel_id, cause: loggable(error) }, 'a mention was not answered');
    }
  };
}
