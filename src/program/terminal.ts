import type { Terminal } from '../terminal/terminal.ts';
import type { Log } from '../desk/ports.ts';

/** The terminal in which the program was started. */
export const terminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  colour: process.stdout.isTTY && !process.env['NO_COLOR'],
};

const quiet = (): void => {};

/** The log of commands in the terminal: only warnings and errors. */
export const terminalLog: Log = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};
