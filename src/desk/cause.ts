/** Number of nested causes that are logged. */
const DEPTH = 4;

/**
 * An error as log fields: name, message, stack, code and causes. The log removes secrets. Errors of Discord go through `loggable`
 * instead, because their fields contain tokens.
 */
export function causeOf(error: unknown, depth = DEPTH): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, fault } = error as { code?: unknown; fault?: unknown };
  return {
    name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(typeof fault === 'string' && { fault }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && depth > 1 && { cause: causeOf(cause, depth - 1) }),
  };
}
