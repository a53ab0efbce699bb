import { pino, type Level } from 'pino';
import type { Log } from '../desk/ports.ts';

export type LogOptions = Readonly<{
  level: Level | 'silent';
  /** Never shown, wherever they turn up. */
  secrets: readonly string[];
  /** Takes one line. */
  write(line: string): void;
}>;

/** Interaction tokens stand in the addresses of requests. */
const TOKEN_IN_ADDRESS = /(\/(?:interactions|webhooks)\/\d+\/)[^/\s"\\?]+/gu;
/** JSON leaves these as they are, and some of them steer a terminal or begin a line. */
const CONTROLS = /[\u007F-\u009F\u2028\u2029]/gu;

/** A log of JSON lines. Whatever is logged, no line holds a secret or a raw control character (T20, T26, I3). */
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
