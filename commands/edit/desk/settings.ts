import type { GuildSettings } from '../../../src/store/desk/guild-settings.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { readChannels } from '../../../src/desk/forms/visibility-input.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { listWords } from './lists.ts';
import { list } from '../../../src/reply/blocks.ts';

type Input = Readonly<{ deskChannel: string | null | undefined; newArticles: string | undefined }>;

/** Shows the server's settings, or changes those given. Throws AskerError for channels that cannot be read. */
export async function setSettings(
  { deskChannel, newArticles }: Input,
  { archive, settings }: EditorTools,
): Promise<Reply> {
  const changes: Partial<GuildSettings> = {
    ...(deskChannel !== undefined && { deskChannel }),
    ...(newArticles !== undefined && { newArticleChannels: [...readChannels(newArticles)] }),
  };
  const now = Object.keys(changes).length === 0 ? settings : await archive.settings.set(changes);
  const desk = now.deskChannel === null ? [] : [now.deskChannel];
  return {
    tone: 'info',
    private: true,
    blocks: [
      list([
        [
          'Corrections, retractions and broken feeds are told ',
          ...listWords('channel', desk, 'in ', 'nowhere: set desk-channel'),
        ],
        ['New articles may be quoted ', ...listWords('channel', now.newArticleChannels, 'in ', 'everywhere')],
      ]),
    ],
  };
}
