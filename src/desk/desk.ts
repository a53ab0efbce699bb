import type { GuildArchive } from '../archive/guild-archive.ts';
import type { SearchEngine } from '../answer/ask.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Asker, Command } from './command.ts';

/** What the log must offer; pino does. Fields first, then a plain message. */
export type Log = Readonly<
  Record<
    'debug' | 'info' | 'warn' | 'error',
    (fields: Readonly<Record<string, unknown>>, message: string) => void
  >
>;

/** A question that got no answer, or an answer that did not help; kept for the desk, the asker only as a hash. */
export type Notes = Readonly<{
  gap(
    note: Readonly<{ question: string; unknown: readonly string[]; nearest: readonly string[] }>,
    asker: Asker,
  ): void | Promise<void>;
  feedback(
    note: Readonly<{ receipts: readonly string[]; reason: string }>,
    asker: Asker,
  ): void | Promise<void>;
}>;

/** Everything a command needs, made for one asker and handed in: nothing is imported or global. */
export type Desk = Readonly<{
  /** The articles this asker may read, indexed. */
  index: SearchIndex;
  ask: SearchEngine;
  /** The commands there are, for help. */
  commands: readonly Command[];
  notes: Notes;
  /** Roles whose members may add, correct and retract. */
  editorRoles: readonly string[];
  /** The server's own articles and what the desk keeps; absent where only house articles are read. */
  archive?: GuildArchive;
  /** Draws an SVG as PNG. */
  png(svg: string): Promise<Uint8Array>;
  now(): Date;
  log: Log;
}>;

/** Whether this asker may add, correct and retract here. Asked when a command runs and again at every click. */
export const isEditor = (desk: Desk, asker: Asker): boolean =>
  asker.mayEdit || desk.editorRoles.some((role) => asker.roles?.includes(role) ?? false);
