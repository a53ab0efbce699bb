import { note } from '../reply/blocks.ts';
import type { Button, Reply } from '../reply/reply.ts';
import type { Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';

/** The server whose articles were read. */
export type ReadIn = Readonly<{ server: string; /** The asker may choose another. */ others: boolean }>;

/** The action that asks which server is meant. Its value is a server's id. */
export const WHICH = 'server';
const ANOTHER: Button = { label: say('outside.another'), action: WHICH, args: [] };
/** The action that shows a private reply to everyone. */
const SHARE = 'share';
/** Makes documents of what was kept of a reply, which is kept in the archive of the server that was read. */
const EXPORT = 'export';

/**
 * Makes a response that quotes articles of another server visible to the asker alone. Removes the button that would share it, and names
 * the server. Without `from`, only house articles were read.
 */
export function keptAlone(response: Response, from: ReadIn | undefined): Response {
  const alone = (reply: Reply): Reply => {
    const without = from ? [SHARE] : [SHARE, EXPORT];
    const buttons = (reply.buttons ?? []).filter(
      (button) => !('action' in button) || !without.includes(button.action),
    );
    const source = from
      ? say('outside.read-in', { server: { typed: from.server } })
      : say('outside.house-only');
    return {
      ...reply,
      private: true,
      blocks: [...reply.blocks, note(source)],
      buttons: from?.others ? [...buttons, ANOTHER] : buttons,
    };
  };
  if ('blocks' in response) return alone(response);
  if ('update' in response) return { update: alone(response.update) };
  if (!('work' in response)) return response;
  const { first, work } = response;
  return {
    first: { ...first, private: true },
    work: async (show) => alone(await work((progress) => show({ ...progress, private: true }))),
  };
}
