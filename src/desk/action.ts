import type { z } from 'zod';
import type { Response } from '../reply/response.ts';
import type { Typed } from './command-line.ts';
import type { AttachedFile } from './options.ts';
import type { Asker, Command, Desk } from './ports.ts';

/** The message a button stands on, and what a form brought along. */
export type ClickedMessage = Readonly<{
  /** Absent for a form that was not opened from a message. */
  messageId?: string;
  /** Only the asker sees the message. */
  private: boolean;
  /** The text of the message as plain text (markup taken off). */
  text: string;
  /** What was typed into a form or chosen there, by field name; empty for a button. */
  fields: Readonly<Record<string, string>>;
  /** Files that were put into a form, by field name. */
  files?: Readonly<Record<string, AttachedFile>>;
  /** Files of the message itself. */
  attachments?: readonly AttachedFile[];
}>;

/**
 * What a button or a form does. All its state is in its arguments, which travel in the `custom_id`, so that it works
 * after a restart and in another process; permission and visibility are checked again when it is used.
 */
export type ActionOf<Args> = Readonly<{
  /** At most 12 characters, so that arguments have room in 100. */
  name: string;
  args: z.ZodType<Args>;
  run(args: Args, desk: Desk, asker: Asker, origin: ClickedMessage): Response | Promise<Response>;
  /** The command that it stands for, which is run instead, with all that is checked then; undefined when it is no longer there. */
  standsFor?(args: Args, commands: readonly Command[]): Typed | undefined;
  editorsOnly?: true;
}>;

/** An action of any arguments. */
export type Action = ActionOf<unknown>;

/** Ties `run` to the schema's output while the list holds actions of any arguments. */
export function defineAction<Schema extends z.ZodType>(
  action: Omit<ActionOf<z.output<Schema>>, 'args'> & { args: Schema },
): Action {
  return action;
}

/** Discord's limit. Characters. */
const CUSTOM_ID_MAX = 100;
/** Counts up when the arguments of an action change their meaning; other versions have no effect. */
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
