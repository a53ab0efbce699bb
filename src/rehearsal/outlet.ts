import type { Reply } from '../reply/reply.ts';
import type { PayloadFormat } from './carry-out.ts';
import { GUILDS, PEOPLE } from './guilds.ts';
import type { MessageLog } from './message-log.ts';

/** The page's channels as an outlet of the newsroom. */
export type PageOutlet = Readonly<{
  edit(post: Readonly<{ channelId: string; messageId: string }>, reply: Reply): Promise<'edited' | 'gone'>;
  send(channelId: string, reply: Reply): Promise<string | undefined>;
  whisper(guildId: string, userId: string, reply: Reply): Promise<'sent' | 'left'>;
  isMember(guildId: string): Promise<boolean>;
}>;

export function outletOf(messages: MessageLog, format: PayloadFormat): PageOutlet {
  const bodyOf = (reply: Reply) => {
    const { message, files } = format.payloadOf(reply);
    return { components: message.components, files };
  };
  return {
    edit: async ({ messageId }, reply) => (messages.change(messageId, bodyOf(reply)) ? 'edited' : 'gone'),
    async send(channelId, reply) {
      const guild = GUILDS.find((each) => each.channelId === channelId);
      return guild && messages.add(guild.key, { author: 'bot', ...bodyOf(reply) }).id;
    },
    async whisper(guildId, userId, reply) {
      const guild = GUILDS.find((each) => each.guildId === guildId);
      const person = PEOPLE.find(({ id }) => id === userId);
      if (!guild || !person) return 'left';
      messages.add(guild.key, { author: 'bot', onlyFor: person.key, ...bodyOf(reply) });
      return 'sent';
    },
    isMember: async (guildId) => GUILDS.some((guild) => guild.guildId === guildId),
  };
}
