import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { z } from 'zod';
import type { Response } from '../reply/response.ts';
import type { Desk } from './desk.ts';

/** Who asks, where, and what they may do. Built by the edge (Discord, page, terminal), never by a command. */
export type Asker = Readonly<{
  userId: string;
  /** Absent in the terminal, where only house articles are read. */
  guildId?: string;
  /** Where it is asked: the channel's id, and in a thread its parent's too. */
  channels?: readonly string[];
  /** Ids of the asker's roles; one of them may be an editors' role of the desk. */
  roles?: readonly string[];
  /** Is an editor whatever the roles say: Manage Server, or whoever sits at the terminal. */
  mayEdit: boolean;
  /** May remove messages of others: Manage Messages. */
  mayModerate: boolean;
  /** May write where it is asked. */
  maySpeak: boolean;
}>;

/** One line of an autocomplete list: what is shown and what is filled in, each at most 100 characters. */
export type Choice = Readonly<{ name: string; value: string }>;

/** What a command file holds: registration data, the input's schema, and the function that answers. */
export type CommandOf<Input> = Readonly<{
  /** The Discord registration JSON; also the source of help and of option names everywhere else. */
  data: RESTPostAPIApplicationCommandsJSONBody;
  /**
   * Checks raw option values by name; a subcommand arrives as `subcommand` (and `group`), a channel or role as its id, an
   * attachment as {@link attachedFile}.
   */
  input: z.ZodType<Input>;
  run(input: Input, desk: Desk, asker: Asker): Response | Promise<Response>;
  /** Choices for an autocomplete option; `typed` may be empty. At most 25 are shown. */
  suggest?(
    option: string,
    typed: string,
    desk: Desk,
    asker: Asker,
  ): readonly Choice[] | Promise<readonly Choice[]>;
  /** Ways to use it, made from the archive's own names and headlines, for help; the first is the best. */
  examples?(desk: Desk): readonly string[];
  /** Only editors may run it; checked when it runs and at every click. */
  editorsOnly?: true;
}>;

/** A command of any input. */
export type Command = CommandOf<unknown>;

/** Ties `run` to the schema's output while the list holds commands of any input. */
export function defineCommand<Schema extends z.ZodType>(
  command: Omit<CommandOf<z.output<Schema>>, 'input'> & { input: Schema },
): Command {
  return command;
}
