/**
 * Why something from outside was refused. For logs and counts; people read the message.
 * `timeout`, `memory` and `crash` are the ones that a second try may cure.
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

/** What else is known about a refusal: its cause, and for `http-status` the answer's status and Retry-After header. */
type RefusalOptions = Readonly<{ cause?: unknown; status?: number; retryAfter?: string | null }>;

/** A refusal. The message is one plain sentence that names the thing, the reason and the remedy. */
export class IntakeError extends Error {
  override name = 'IntakeError';
  readonly code: RefusalCode;
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;

  constructor(code: RefusalCode, message: string, { cause, status, retryAfter }: RefusalOptions = {}) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter ?? undefined;
  }
}

/** The memory for the index is used up (F17). */
export const indexFull = (): IntakeError =>
  new IntakeError(
    'full',
    'There is no memory left to index more text: raise INDEX_MEMORY_MB and start the bot again, or retract what is not needed.',
  );

/** Longest name shown in a refusal. UTF-16 units. */
const NAME_MAX = 100;

/** A name from outside (file, host) as it may stand in a sentence: one line, no control characters, not too long. */
export function displayName(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length <= NAME_MAX ? line : `${line.slice(0, NAME_MAX).toWellFormed()}…`;
}

/** A number of bytes as people read it: `10 MB`. Decimal units, as Discord and the operating systems show them. */
export function megabytes(bytes: number): string {
  const mb = bytes / 1_000_000;
  return `${mb >= 10 || Number.isInteger(mb) ? Math.round(mb) : mb.toFixed(1)} MB`;
}
