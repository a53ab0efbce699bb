import type { TargetMessage } from '../desk/mention.ts';
import type { PayloadFormat } from './carry-out.ts';
import { Refusal } from './guard.ts';
import { BOT, guildNamed, PEOPLE, personNamed } from './guilds.ts';
import type { MessageLog, NewMessage } from './message-log.ts';
import type { Here } from './requests.ts';
import type { PageMessage, PersonKey } from './view.ts';

/** Reads messages of a log for a person who uses a command on them or replies to them. */
export function seenMessages(messages: MessageLog, format: Pick<PayloadFormat, 'plainText'>) {
  /** Throws {@link Refusal} if this person does not see the message. */
  const seenBy = ({ guild, person }: Here, id: string): PageMessage => {
    const found = messages.find(guild, person, id);
    if (!found) throw new Refusal(404, 'This message is no longer here.');
    return found;
  };

  const seenOf = (message: PageMessage) => ({
    text: format.plainText(message),
    ours: message.author === 'bot',
    more: message.attachments.flatMap(({ alt }) =>
      alt === undefined ? [] : [{ in: 'alt' as const, text: alt }],
    ),
  });

  const targetOf = (message: PageMessage, { guild, person }: Here): TargetMessage => {
    const { guildId, channelId } = guildNamed(guild);
    const before = message.answers && messages.find(guild, person, message.answers.id);
    return {
      id: message.id,
      channelId,
      authorId: idOf(message.author),
      url: `https://discord.com/channels/${guildId}/${channelId}/${message.id}`,
      ...seenOf(message),
      ...(before && { answers: seenOf(before) }),
    };
  };

  const answering = (message: PageMessage): Pick<NewMessage, 'answers'> => {
    const [text = ''] = withNames(format.plainText(message)).trim().split('\n', 1);
    return { answers: { id: message.id, author: message.author, text } };
  };

  return { seenBy, targetOf, answering };
}

const idOf = (author: PersonKey | 'bot'): string => (author === 'bot' ? BOT.id : personNamed(author).id);

/** Replaces mentions by names. */
const withNames = (text: string): string =>
  text.replace(/<@(\d+)>/gu, (_mention, mentioned: string) => {
    const found = [BOT, ...PEOPLE].find((person) => person.id === mentioned);
    return `@${found?.name ?? 'unknown-user'}`;
  });
