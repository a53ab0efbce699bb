import { type Notice, inEnglish, message } from '../words/message.ts';

/**
 * Why a file, page or feed was refused; for logs and metrics, while users see the message. After `timeout`, `memory` and
 * `crash`, a second attempt may succeed.
 */
export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'wrong-type'
  | 'unsupported'
  | 'damaged'
  | 'locked'
  | 'too-complex'
  | 'no-text'
  | 'timeout'
  | 'memory'
  | 'crash'
  | 'closed'
  | 'address'
  | 'http-status'
  | 'network'
  | 'full';

/** Details of a refusal: its cause, and for `http-status` the response's status and Retry-After header. */
type RefusalOptions = Readonly<{ cause?: unknown; status?: number; retryAfter?: string | null }>;

/** A refusal. What is told is one sentence that names the file, the reason and the remedy; the message has it in English. */
export class IntakeError extends Error {
  override name = 'IntakeError';
  readonly code: RefusalCode;
  readonly told: Notice;
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;

  constructor(code: RefusalCode, told: Notice, { cause, status, retryAfter }: RefusalOptions = {}) {
    super(inEnglish(told), { cause });
    this.code = code;
    this.told = told;
    this.status = status;
    this.retryAfter = retryAfter ?? undefined;
  }
}

/** The refusal of a text that exceeds the server's limit (F17). */
export const indexFull = (): IntakeError => new IntakeError('full', message('intake.no-room'));

/** Longest name shown in a refusal. UTF-16 units. */
const NAME_MAX = 100;

/** Makes a name from outside (file, host) safe to put into a sentence: one line, no control characters, limited length. */
export function displayName(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length <= NAME_MAX ? line : `${line.slice(0, NAME_MAX).toWellFormed()}…`;
}

/** Formats a number of bytes: `10 MB`. Decimal units, like Discord and operating systems. */
export function megabytes(bytes: number): string {
  const mb = bytes / 1_000_000;
  return `${mb >= 10 || Number.isInteger(mb) ? Math.round(mb) : mb.toFixed(1)} MB`;
}
