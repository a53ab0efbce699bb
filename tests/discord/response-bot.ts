import { afterEach, beforeEach } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { defineCommand, type Command } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { attachedFile, OPTION } from '../../src/desk/options.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type Exchange, type FakeDiscord } from './fake-discord.ts';
import { eventually, PATIENCE } from './patience.ts';

/** A reply with one line. */
export const says = (text: string, more: Partial<Reply> = {}): Reply => ({
  tone: 'info',
  private: true,
  blocks: [{ type: 'text', words: [text] }],
  ...more,
});

/** What a test sees and does. */
export type At = {
  discord: FakeDiscord;
  bot: Bot;
  /** Long work waits for it. */
  goOn: PromiseWithResolvers<void>;
  /** The input of commands that ran. */
  given: unknown[];
};

const hide = { type: OPTION.boolean, name: 'hide', description: 'For you alone' } as const;
const slow = (at: At) =>
  defineCommand({
    data: { name: 'slow', description: 'Takes its time', options: [hide] },
    input: z.object({ hide: z.boolean().default(false) }),
    run: (input) => ({
      first: says('Begun', { private: input.hide }),
      async work(show) {
        await show(says('Half'));
        await at.goOn.promise;
        return says('Done');
      },
    }),
  });
const failing = defineCommand({
  data: { name: 'failing', description: 'Does not work' },
  input: z.object({}),
  run: () => ({
    first: says('Begun'),
    work: () => Promise.reject(new AskerError('The page does not answer: try again later.')),
  }),
});
const files = (at: At) =>
  defineCommand({
    data: {
      name: 'files',
      description: 'Takes and gives a file',
      options: [
        {
          type: OPTION.group,
          name: 'in',
          description: 'A group',
          options: [
            {
              type: OPTION.subcommand,
              name: 'out',
              description: 'A subcommand',
              options: [
                { type: OPTION.attachment, name: 'file', description: 'A file', required: true },
                { type: OPTION.channel, name: 'channel', description: 'A channel' },
                { type: OPTION.role, name: 'role', description: 'A role' },
                { type: OPTION.integer, name: 'count', description: 'A number' },
              ],
            },
          ],
        },
      ],
    },
    input: z.object({ file: attachedFile }).loose(),
    run(input) {
      at.given.push(input);
      return says('Here', { files: [{ name: 'a b.csv', data: new TextEncoder().encode('1;2') }] });
    },
  });
const target = (at: At) =>
  defineCommand({
    data: { name: 'Look at it', type: 3 },
    input: targetMessage,
    run(input) {
      at.given.push(input);
      return says(input === null ? 'It is gone' : 'Seen');
    },
  });
export const change = defineCommand({
  data: { name: 'change', description: 'Gives a button that changes its message', options: [hide] },
  input: z.object({ hide: z.boolean().default(false) }),
  run: (input) =>
    says('Before', { private: input.hide, buttons: [{ label: 'Change', action: 'change', args: [] }] }),
});
const broken = defineCommand({
  data: { name: 'broken', description: 'Throws' },
  input: z.object({}),
  run: () => Promise.reject(new Error('secret inside')),
});
const changing = defineAction({
  name: 'change',
  args: z.tuple([]),
  run: () => ({ update: says('After', { private: false }) }),
});

/** For each test a bot with a command of each kind, on a Discord of its own. */
export function botForEach(): At {
  const at = {} as At;
  beforeEach(async () => {
    at.goOn = Promise.withResolvers();
    at.given = [];
    at.discord = await fakeDiscord({ responseWindow: PATIENCE });
    const own: readonly Command[] = [slow(at), failing, files(at), target(at), change, broken];
    at.bot = await startBot(at.discord, { commands: own, actions: [changing] });
    await at.discord.ready();
  });
  afterEach(async () => {
    await at.bot.stop();
    await at.discord.close();
  });
  return at;
}

export const shown = (exchange: Exchange, text: string): Promise<unknown> =>
  eventually(() => exchange.record.response && new RegExp(text, 'u').test(exchange.text()));

/** How many requests of a method there were to such a path. */
export const count = ({ requests }: FakeDiscord, method: string, path: RegExp): number =>
  requests.filter((request) => request.method === method && path.test(request.path)).length;

/** Paths of edits of a first response, and of first responses. */
export const EDIT = /^\/webhooks\/.*\/messages\/@original$/u;
export const FIRST = /callback$/u;
