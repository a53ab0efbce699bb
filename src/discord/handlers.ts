import type { Action } from '../desk/action.ts';
import type { Asker, Command, Desk } from '../desk/ports.ts';
import type { MentionHandler } from '../desk/mention.ts';
import { failureReply } from '../desk/dispatch.ts';
import { worded } from '../desk/worded.ts';
import type { Response } from '../reply/response.ts';
import { COMMAND, type CommandData } from './received.ts';

/** The commands and actions that answer, and a desk for each asker. */
export type Handlers = Readonly<{
  commands: readonly Command[];
  actions: readonly Action[];
  mention: MentionHandler;
  /** Rejects with a StoreError when the asker's archive cannot be read. */
  deskFor(asker: Asker): Promise<Desk>;
  log: Desk['log'];
}>;

/** Runs something on an asker's desk. If the desk cannot be opened, the reply says so in one plain sentence. */
export async function atDesk(
  { deskFor, log }: Handlers,
  asker: Asker,
  what: string,
  run: (desk: Desk) => Promise<Response>,
): Promise<Response> {
  try {
    return await run(await deskFor(asker));
  } catch (error) {
    return worded(failureReply(error, what, { log }), asker);
  }
}

/** Finds the command that Discord names; undefined for one that is no longer there. */
export type CommandFinder = (named: Pick<CommandData, 'type' | 'name'>) => Command | undefined;

export function commandFinder({ commands }: Pick<Handlers, 'commands'>): CommandFinder {
  const byKind = new Map(
    commands.map((each) => [`${each.data.type ?? COMMAND.slash} ${each.data.name}`, each]),
  );
  return ({ type, name }) => byKind.get(`${type} ${name}`);
}
