import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** The Discord error codes that the bot handles (*Opcodes and status codes*). */
export const CODE = {
  unknownChannel: 10003,
  /** Also returned for servers that the bot is not in. */
  unknownGuild: 10004,
  /** Also returned for people who are not in that server. */
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownWebhook: 10015,
  /** The interaction is older than three seconds, or unknown. */
  unknownInteraction: 10062,
  /** The interaction was already answered. */
  acknowledged: 40060,
  missingAccess: 50001,
  editsOther: 50005,
  missingPermissions: 50013,
  /** This person accepts no direct messages. */
  directsClosed: 50007,
  /** An archived thread must be reopened before anything in it can change. */
  threadArchived: 50083,
  /** Only people who may manage threads can write or edit in a locked thread. */
  threadLocked: 160_005,
  /** Replying to a message requires Read Message History. */
  noHistory: 160_002,
  /** The interaction's token is older than fifteen minutes. */
  invalidWebhookToken: 50027,
} as const;

/** Whether Discord refused with one of these codes. */
export const isRefusal = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));

/** Whether the bot lacks a permission in that channel. */
export const isForbidden = (error: unknown): boolean =>
  isRefusal(error, CODE.missingAccess, CODE.missingPermissions);

/** Whether an interaction's token is older than fifteen minutes. */
export const isExpired = (error: unknown): boolean =>
  isRefusal(error, CODE.unknownWebhook, CODE.invalidWebhookToken);

/** Whether Discord received the request and refused it, for any reason. */
export const isRefused = (error: unknown): boolean =>
  [DiscordAPIError, HTTPError, RateLimitError].some((kind) => error instanceof kind);

/** Whether Discord does not accept the bot's token. */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 401;

/** Milliseconds that Discord asks us to wait; undefined unless it is a rate limit. */
export const waitAskedFor = (error: unknown): number | undefined =>
  error instanceof RateLimitError ? Math.max(error.retryAfter, error.sublimitTimeout) : undefined;

/** Thrown instead of sending an optional request while Discord refuses too many. */
export class StrainError extends Error {
  override name = 'StrainError';
}

/** Whether a retry may help: a failure of Discord's servers or the network, not a refusal. */
export const isPassing = (error: unknown): boolean =>
  ![DiscordAPIError, RateLimitError, StrainError].some((kind) => error instanceof kind);

/** An error as log fields. Only these fields, because a request's URL and body contain the interaction's token and the question (T20). */
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
