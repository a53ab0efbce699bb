import { pino, type Level } from 'pino';
import type { Log } from '../desk/ports.ts';

export type LogOptions = Readonly<{
  level: Level | 'silent';
  /** Strings that are removed from every line. */
  secrets: readonly string[];
  /** Takes one line. */
  write(line: string): void;
}>;

/** URLs of requests contain interaction tokens. */
const TOKEN_IN_ADDRESS = /(\/(?:interactions|webhooks)\/\d+\/)[^/\s"\\?]+/gu;
/** JSON does not escape these; some of them control a terminal or begin a new line. */
const CONTROLS = /[\u007F-\u009F\u2028\u2029]/gu;

/** A log of JSON lines. No line contains a secret or a raw control character, whatever is logged (T20, T26, I3). */
export function openLog({ level, secrets, write }: LogOptions): Log {
  const clean = (line: string): string =>
    secrets
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
      .replace(TOKEN_IN_ADDRESS, '$1[token]')
      .replace(CONTROLS, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => write(clean(line)) },
  );
}
