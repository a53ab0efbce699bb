import { displayName, IntakeError } from '../intake-error.ts';

/** Explanations of the error codes of Node.js and undici. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'nothing is known under this name: check the address',
  EAI_AGAIN: 'its name cannot be looked up now: try again later',
  ECONNREFUSED: 'it does not answer: try again later',
  ECONNRESET: 'it broke off: try again later',
  EHOSTUNREACH: 'there is no way to it: check the address',
  ENETUNREACH: 'there is no way to it: check the network of this machine',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time: try again later',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time: try again later',
  UND_ERR_BODY_TIMEOUT: 'it stopped in the middle: try again later',
  UND_ERR_SOCKET: 'it broke off: try again later',
  TimeoutError: 'it took longer than 30 seconds: try again later',
  CERT_HAS_EXPIRED: 'its certificate has expired: paste the text instead',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted: paste the text instead',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted: paste the text instead',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted: paste the text instead',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another site: check the address',
};

/** Depth to which causes are searched: undici wraps the errors of sockets, look-ups and decoders. */
const MAX_CAUSES = 5;

/** Turns an error of a fetch into a refusal; a refusal thrown during the look-up is returned as it is. */
export function networkError(error: unknown, host: string): IntakeError {
  let reason = 'it cannot be read: try again later or paste the text';
  let cause = error;
  for (let depth = 0; depth < MAX_CAUSES && cause instanceof Error; depth += 1) {
    if (cause instanceof IntakeError) return cause;
    reason = REASONS['code' in cause ? String(cause.code) : ''] ?? REASONS[cause.name] ?? reason;
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return new IntakeError('network', `${displayName(host)} could not be reached, ${reason}.`, {
    cause: error,
  });
}
