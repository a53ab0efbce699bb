import type { IncomingMessage } from 'node:http';
import { asList, type Json } from './json.ts';

/** Gateway opcodes, from Discord's documentation (*Opcodes and status codes*). */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
  soundboard: 31,
} as const;
/** Packets that a bot may send after authentication. */
export const FROM_BOTS: ReadonlySet<number> = new Set([OP.presence, OP.voice, OP.members, OP.soundboard]);
/** Guild members, presences and message content are privileged; asking for them closes with 4014. */
export const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
/** Every existing intent, August 2026: bits 0 to 16, 20, 21, 24 and 25. */
const INTENTS = (1 << 17) - 1 + (1 << 20) + (1 << 21) + (1 << 24) + (1 << 25);

export type Packet = { op: number; d: unknown; s: number | null; t: string | null };
/** The close code and the bot's mistake. */
type Refusal = Readonly<{ code: number; why: string }>;

/** Parses a bot's packet; undefined when it is invalid. */
export function packetOf(data: Buffer): Packet | undefined {
  try {
    const packet = JSON.parse(data.toString('utf8')) as Packet | null;
    return Number.isInteger(packet?.op) && packet && 'd' in packet ? packet : undefined;
  } catch {
    return undefined;
  }
}

/** The HTTP status for a bad handshake; undefined when it is fine. */
export function refusedUpgrade({ url = '', method, headers }: IncomingMessage): number | undefined {
  if (method !== 'GET') return 405;
  if (headers.upgrade?.toLowerCase() !== 'websocket' || headers['sec-websocket-version'] !== '13') return 400;
  if (new URL(url, 'ws://discord.test').pathname !== '/') return 404;
  // The token belongs in IDENTIFY, not where proxies log it.
  return headers.authorization === undefined ? undefined : 400;
}

/** The mistake in the body of an IDENTIFY. */
export function checkIdentify(d: Json | null): Refusal | undefined {
  const { token, intents, properties, shard, large_threshold: large = 50 } = d ?? {};
  if (typeof token !== 'string' || !hasStrings(properties, ['os', 'browser', 'device']))
    return { code: 4002, why: 'IDENTIFY without token or properties' };
  if (!Number.isInteger(intents) || (Number(intents) & ~INTENTS) !== 0)
    return { code: 4013, why: `IDENTIFY with the intents ${String(intents)}` };
  if (shard !== undefined && !isShard(asList(shard)))
    return { code: 4010, why: `IDENTIFY as the shard ${JSON.stringify(shard)}` };
  if (Number(large) < 50 || Number(large) > 250)
    return { code: 4002, why: 'IDENTIFY with a large_threshold that is none' };
  return undefined;
}

/** The mistake in the body of a RESUME. */
export function checkResume(d: Json | null): Refusal | undefined {
  if (!hasStrings(d, ['token', 'session_id'])) return { code: 4002, why: 'RESUME without token or session' };
  if (!Number.isInteger(d?.['seq'])) return { code: 4002, why: 'RESUME without a sequence number' };
  return undefined;
}

function isShard([index, of, ...more]: readonly unknown[]): boolean {
  const whole = Number.isInteger(index) && Number.isInteger(of);
  return whole && more.length === 0 && Number(index) >= 0 && Number(index) < Number(of);
}

const hasStrings = (value: unknown, keys: readonly string[]): boolean =>
  keys.every((key) => typeof (value as Json | null | undefined)?.[key] === 'string');
