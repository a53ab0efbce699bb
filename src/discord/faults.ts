import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Discord's error codes that mean something to the bot (*Opcodes and status codes*). */
export const CODE = {
  unknownChannel: 10003,
  /** Also of a server that the bot is not in. */
  unknownGuild: 10004,
  /** Also of a server that somebody is not in. */
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownWebhook: 10015,
  /** The interaction is older than three seconds, or unknown. */
  unknownInteraction: 10062,
  /** The interaction was answered before. */
  acknowledged: 40060,
  missingAccess: 50001,
  editsOther: 50005,
  missingPermissions: 50013,
  /** Somebody takes no direct messages. */
  directsClosed: 50007,
  /** Nothing in an archived thread can be changed before it is opened again. */
  threadArchived: 50083,
  /** Only who may manage threads can write or edit in a locked one. */
  threadLocked: 160_005,
  /** An answer to a message takes Read Message History. */
  noHistory: 160_002,
  /** The interaction's token is older than fifteen minutes. */
  invalidWebhookToken: 50027,
} as const;

/** Whether Discord refused with one of these codes. */
export const isRefusal = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));

/** Whether Discord refused because the bot may not do this in that channel. */
export const isForbidden = (error: unknown): boolean =>
  isRefusal(error, CODE.missingAccess, CODE.missingPermissions);

/** Whether an interaction's token is older than fifteen minutes. */
export const isExpired = (error: unknown): boolean =>
  isRefusal(error, CODE.unknownWebhook, CODE.invalidWebhookToken);

/** Whether Discord took a request and would not do it, whatever its reason. */
export const isRefused = (error: unknown): boolean =>
  [DiscordAPIError, HTTPError, RateLimitError].some((kind) => error instanceof kind);

/** Whether Discord does not accept the bot's token. */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 401;

/** Milliseconds that Discord asks to wait; undefined when that is not what went wrong. */
export const waitAskedFor = (error: unknown): number | undefined =>
  error instanceof RateLimitError ? Math.max(error.retryAfter, error.sublimitTimeout) : undefined;

/** Thrown instead of sending what is not essential while Discord refuses too much. */
export class StrainError extends Error {
  override name = 'StrainError';
}

/** Whether another try may help: Discord's own fault, or the network's. What Discord refuses, it refuses again. */
export const isPassing = (error: unknown): boolean =>
  ![DiscordAPIError, RateLimitError, StrainError].some((kind) => error instanceof kind);

/**
 * An error as the log may show it. Only these fields: the address of a request and its body hold the interaction's token
 * and what was asked (T20).
 */
export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const code = error instanceof DiscordAPIError ? { code: error.code } : {};
    return { name: 'Discord', status: error.status, method: error.method, ...code, message: error.message };
  }
  if (error instanceof RateLimitError) {
    const { global, scope, retryAfter } = error;
    return { name: 'rate limit', global, scope, retryAfter };
  }
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return { name: error.name, message: error.message, ...(typeof code === 'string' ? { code } : {}) };
}
