import type { Log } from '../desk/ports.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import { languageOf } from '../words/language.ts';
import { CODE, isExpired, isForbidden, isRefusal, loggable } from './faults.ts';
import { REFUSED, userIdOf, type otherWays } from './other-ways.ts';
import { payloadOf } from './payload.ts';
import { logForbidden, type Answered } from './first-response.ts';
import type { Rest } from './rest.ts';
import { withLateNote, withNote } from './told-late.ts';
import { withTries, type Patience } from './tries.ts';

export type ResultOptions = Readonly<{
  rest: Pick<Rest, 'edit' | 'editOriginal'>;
  patience: Patience;
  log: Log;
  ways: Pick<ReturnType<typeof otherWays>, 'followUpPrivately' | 'sendDirect'>;
  /** Hears of a result that is shown. */
  onShown(result: Reply, interaction: Answered, messageId: string | undefined): void;
}>;

/**
 * Makes a function that puts the result of long work in the place of what was shown first; where that is gone, beside it.
 * `messageId` is the message that was shown first. Never throws.
 */
export function resultSender(options: ResultOptions) {
  const { rest, patience, log, ways, onShown } = options;
  return async function finish(
    result: Reply,
    interaction: Answered,
    messageId: string | undefined,
    isRefused = false,
  ): Promise<void> {
    const { attachment_size_limit: fileMax } = interaction;
    try {
      await withTries(
        (waited) => rest.editOriginal(interaction, payloadOf(withLateNote(result, waited), fileMax)),
        patience,
      );
      onShown(result, interaction, messageId);
    } catch (error) {
      if (isRefusal(error, CODE.unknownMessage))
        await ways.followUpPrivately(withNote(result, say('busy.deleted')), interaction);
      else if (isExpired(error)) await asOwnMessage(result, interaction, messageId, error, options);
      else if (isForbidden(error) && !isRefused) {
        logForbidden(log, interaction, error);
        await finish(
          inLanguage(REFUSED.forbidden(interaction.channel_id), languageOf(interaction.locale)),
          interaction,
          messageId,
          true,
        );
      } else log.warn({ interaction: interaction.id, cause: loggable(error) }, 'a result could not be shown');
    }
  };
}

/** After fifteen minutes a public message can still be edited as the bot's own message; a private one cannot. */
async function asOwnMessage(
  result: Reply,
  interaction: Answered,
  messageId: string | undefined,
  cause: unknown,
  { rest, patience, log, ways }: ResultOptions,
): Promise<void> {
  const { id, channel_id: channelId, locale } = interaction;
  try {
    if (result.private || channelId === undefined || messageId === undefined) throw cause;
    await withTries(() => rest.edit(channelId, messageId, payloadOf(result)), patience);
  } catch (error) {
    log.warn({ interaction: id, cause: loggable(error) }, 'a result came after the reply had expired');
    await ways.sendDirect(
      inLanguage(REFUSED.expired(channelId), languageOf(locale)),
      userIdOf(interaction),
      id,
    );
  }
}
