import type { GuildSettings } from '../../../src/store/desk/guild-settings.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { readChannels } from '../../../src/desk/forms/visibility-input.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import { mentionsOf } from './lists.ts';
import { list } from '../../../src/reply/blocks.ts';

type Input = Readonly<{ deskChannel: string | null | undefined; newArticles: string | undefined }>;

/** Shows the server's settings, or changes the given ones. Throws AskerError for unreadable channels. */
export async function setSettings(
  { deskChannel, newArticles }: Input,
  { archive, settings }: EditorTools,
): Promise<Reply> {
  const changes: Partial<GuildSettings> = {
    ...(deskChannel !== undefined && { deskChannel }),
    ...(newArticles !== undefined && { newArticleChannels: [...readChannels(newArticles)] }),
  };
  const now = Object.keys(changes).length === 0 ? settings : await archive.settings.set(changes);
  const { deskChannel: told, newArticleChannels: channels } = now;
  return {
    tone: 'info',
    private: true,
    blocks: [
      list([
        [
          told === null
            ? say('desk.told-nowhere')
            : say('desk.told', { channel: { mention: 'channel', id: told } }),
        ],
        [
          channels.length === 0
            ? say('desk.new-everywhere')
            : say('desk.new', { channels: mentionsOf('channel', channels) }),
        ],
      ]),
    ],
  };
}
