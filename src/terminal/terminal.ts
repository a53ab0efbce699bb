import type { Readable, Writable } from 'node:stream';

/** Where the terminal reads and writes. */
export type Terminal = Readonly<{
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable;
  /** Colour is wanted (a terminal without `NO_COLOR`). */
  colour: boolean;
}>;
