import type { SearchEngine } from '../answer/ask.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Command } from './command.ts';

/** What the log must offer; pino does. Fields first, then a plain message. */
export type Log = Readonly<
  Record<
    'debug' | 'info' | 'warn' | 'error',
    (fields: Readonly<Record<string, unknown>>, message: string) => void
  >
>;

/** Everything a command needs, made for one asker and handed in: nothing is imported or global. */
export type Desk = Readonly<{
  /** The articles this asker may read, indexed. */
  index: SearchIndex;
  ask: SearchEngine;
  /** The commands there are, for help. */
  commands: readonly Command[];
  now(): Date;
  log: Log;
}>;
