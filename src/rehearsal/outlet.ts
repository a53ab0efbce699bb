import type { Reply } from '../reply/reply.ts';
import type { Wire } from './carry-out.ts';
import { PLACES } from './places.ts';
import type { Room } from './room.ts';

/** The page's channels, as the newsroom reaches them; who looks sees a change with the next scene. */
export type PageOutlet = Readonly<{
  edit(post: Readonly<{ channelId: string; messageId: string }>, reply: Reply): Promise<boolean>;
  send(channelId: string, reply: Reply): Promise<boolean>;
}>;

export function outletOf(room: Room, wire: Wire): PageOutlet {
  const bodyOf = (reply: Reply) => {
    const { message, files } = wire.payloadOf(reply);
    return { components: message.components, files };
  };
  return {
    edit: async ({ messageId }, reply) => room.change(messageId, bodyOf(reply)) !== undefined,
    async send(channelId, reply) {
      const place = PLACES.find((each) => each.channelId === channelId);
      if (!place) return false;
      room.add(place.key, { author: 'bot', ...bodyOf(reply) });
      return true;
    },
  };
}
