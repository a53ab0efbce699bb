import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { readTyped, type Typed } from '../../src/desk/command-line.ts';
import { AskerError, errorReply } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';

/** Runs an example of /help, for the person who clicked if the command can be private. */
export default defineAction({
  name: 'try',
  args: z.tuple([z.string().startsWith('/')]),
  standsFor([example], commands): Typed | undefined {
    try {
      const { command, raw } = readTyped(example, commands);
      const options = 'options' in command.data ? (command.data.options ?? []) : [];
      return { command, raw: options.some(({ name }) => name === 'hide') ? { ...raw, hide: true } : raw };
    } catch (error) {
      if (error instanceof AskerError) return undefined;
      throw error;
    }
  },
  run: () => errorReply(say('click.no-example')),
});
