import type { Readable, Writable } from 'node:stream';

/** Input and output of a terminal. */
export type Terminal = Readonly<{
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable;
  /** Whether to use colour (a terminal without `NO_COLOR`). */
  colour: boolean;
}>;

/** Ends the program quietly when the reader of its output goes away (`… | head`). */
export function endWithReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}
