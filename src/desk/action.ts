import type { z } from 'zod';
import type { Response } from '../reply/response.ts';
import type { Typed } from './command-line.ts';
import type { AttachedFile } from './options.ts';
import type { Asker, Command, Desk } from './ports.ts';

/** The message that has the button, and what a form contained. */
export type ClickedMessage = Readonly<{
  /** Absent for a form that was not opened from a message. */
  messageId?: string;
  /** Only the asker sees the message. */
  private: boolean;
  /** The message as plain text, without markup. */
  text: string;
  /** Values of a form by field name; empty for a button. */
  fields: Readonly<Record<string, string>>;
  /** Files uploaded in a form, by field name. */
  files?: Readonly<Record<string, AttachedFile>>;
  /** Files of the message itself. */
  attachments?: readonly AttachedFile[];
}>;

/**
 * What a button or form does. Its whole state is in its arguments, which travel in the `custom_id`, so it works after a restart and in
 * another process. Permission and visibility are checked again on each use.
 */
export type ActionOf<Args> = Readonly<{
  /** At most 12 characters, so that arguments have room in 100. */
  name: string;
  args: z.ZodType<Args>;
  run(args: Args, desk: Desk, asker: Asker, origin: ClickedMessage): Response | Promise<Response>;
  /** The command that this action runs instead, with that command's checks; undefined when the command no longer exists. */
  standsFor?(args: Args, commands: readonly Command[]): Typed | undefined;
  editorsOnly?: true;
}>;

/** An action with arguments of any type. */
export type Action = ActionOf<unknown>;

/** Checks that `run` takes the schema's output. The list of actions forgets the type. */
export function defineAction<Schema extends z.ZodType>(
  action: Omit<ActionOf<z.output<Schema>>, 'args'> & { args: Schema },
): Action {
  return action;
}

/** Discord's limit. Characters. */
const CUSTOM_ID_MAX = 100;
/** Increment when the arguments of an action change their meaning; buttons of other versions have no effect. */
const VERSION = '1';

/** An action as a `custom_id`: `1:name:arg:arg`, each argument percent-encoded. Undefined when it does not fit in 100 characters. */
export function customId(action: string, args: readonly string[]): string | undefined {
  const id = [VERSION, action, ...args.map(encode)].join(':');
  return id.length <= CUSTOM_ID_MAX ? id : undefined;
}

/** Reads a `custom_id`; undefined for anything that {@link customId} would not have written. */
export function readCustomId(id: string): { action: string; args: string[] } | undefined {
  const [version, action, ...rest] = id.split(':');
  if (
    id.length > CUSTOM_ID_MAX ||
    version !== VERSION ||
    action === undefined ||
    !/^[a-z-]{1,12}$/u.test(action)
  )
    return undefined;
  try {
    const args = rest.map(decodeURIComponent);
    return customId(action, args) === id ? { action, args } : undefined;
  } catch {
    return undefined;
  }
}

const encode = (text: string): string => text.toWellFormed().replaceAll('%', '%25').replaceAll(':', '%3A');
