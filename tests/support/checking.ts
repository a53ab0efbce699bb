import { runCommand } from '../../src/desk/dispatch.ts';
import type { Command, Desk } from '../../src/desk/ports.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { runText } from '../../src/reply/say.ts';
import { deskOver, member, seedArticle } from './desk.ts';

/** Runs a member's command that must reply at once. */
export async function reply(command: Command, raw: unknown, desk: Desk): Promise<Reply> {
  const response = await runCommand(command, raw, desk, member);
  if (!('blocks' in response)) throw new Error('not a reply');
  return response;
}

/** The words of a reply, one line per block. */
export const wordsOf = ({ blocks }: Reply): string =>
  blocks.flatMap((block) => ('words' in block ? [block.words.map(runText).join('')] : [])).join('\n');

export const quotesIn = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.type === 'quote' ? [block] : []));

/** Buttons that need the archive. */
export const checkButtonsOf = ({ blocks, buttons = [] }: Reply) =>
  [...buttons, ...blocks.flatMap((block) => (block.type === 'quote' ? (block.buttons ?? []) : []))].flatMap(
    (button) => ('action' in button && button.action !== 'delete' ? [button] : []),
  );

/** A message as input of the message commands. */
export const message = (text: string, ours = false) => ({
  id: '1',
  channelId: '2',
  authorId: '3',
  url: 'https://discord.com/channels/1/2/3',
  text,
  ours,
});

/** A desk over the seed article. */
export const seed = async () => deskOver([await seedArticle()]);
