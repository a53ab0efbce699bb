import type { Refusal } from './fake-rules.ts';
import type { World } from './fake-world.ts';
import type { Json } from './json.ts';

export type Upload = { field: string; name: string; type: string; data: Uint8Array };
export type Request = { query: URLSearchParams; body: Json; uploads: readonly Upload[] };
/** `refusal` marks a body that Discord would refuse: the test fails unless it expects this. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string>; refusal?: true };
export type Handler = (world: World, params: readonly (string | undefined)[], request: Request) => Answer;

/** The response that refuses a body, in Discord's format. */
export function refuse({ status, code, message, errors }: Refusal): Answer {
  return { status, body: { code, message, ...(errors ? { errors } : {}) }, refusal: true };
}

/** The response for something that is missing or off limits, which is not the body's fault. */
export function failure(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

/** Also for files in an answer to an interaction where the bot may not attach any. */
export const MISSING_PERMISSIONS = failure(403, 50013, 'Missing Permissions');
