/** How many errors that caused one another are told. */
const DEPTH = 4;

/**
 * An error for the log: its name, message and stack, what kind of fault it is, and what caused it, in turn. The log takes
 * secrets out; an error of Discord's goes through `loggable` instead, since its fields hold tokens.
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
