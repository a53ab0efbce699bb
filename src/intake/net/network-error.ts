import { displayName, IntakeError } from '../intake-error.ts';
import { type CatalogueMessage, message } from '../../words/message.ts';

/** Explanations of the error codes of Node.js and undici. */
const REASONS: Readonly<Record<string, CatalogueMessage>> = {
  ENOTFOUND: message('net.unknown'),
  EAI_AGAIN: message('net.look-up'),
  ECONNREFUSED: message('net.silent'),
  ECONNRESET: message('net.broke-off'),
  EHOSTUNREACH: message('net.no-way'),
  ENETUNREACH: message('net.no-network'),
  UND_ERR_CONNECT_TIMEOUT: message('net.late'),
  UND_ERR_HEADERS_TIMEOUT: message('net.late'),
  UND_ERR_BODY_TIMEOUT: message('net.stopped'),
  UND_ERR_SOCKET: message('net.broke-off'),
  TimeoutError: message('net.slow'),
  CERT_HAS_EXPIRED: message('net.expired'),
  DEPTH_ZERO_SELF_SIGNED_CERT: message('net.untrusted'),
  SELF_SIGNED_CERT_IN_CHAIN: message('net.untrusted'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: message('net.untrusted'),
  ERR_TLS_CERT_ALTNAME_INVALID: message('net.other-site'),
};

/** Depth to which causes are searched: undici wraps the errors of sockets, look-ups and decoders. */
const MAX_CAUSES = 5;

/** Turns an error of a fetch into a refusal; a refusal thrown during the look-up is returned as it is. */
export function networkError(error: unknown, host: string): IntakeError {
  let reason = message('net.other');
  let cause = error;
  for (let depth = 0; depth < MAX_CAUSES && cause instanceof Error; depth += 1) {
    if (cause instanceof IntakeError) return cause;
    reason = REASONS['code' in cause ? String(cause.code) : ''] ?? REASONS[cause.name] ?? reason;
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  const told = message('fetch.unreachable', { host: displayName(host), reason });
  return new IntakeError('network', told, { cause: error });
}
