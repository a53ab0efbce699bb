import type { Readable, Writable } from 'node:stream';

/** Where the terminal reads and writes. */
export type Terminal = Readonly<{
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable;
  /** Colour is wanted (a terminal without `NO_COLOR`). */
  colour: boolean;
}>;

/** Ends the program quietly when the reader of its output goes away (`… | head`). */
export function endWithReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}
