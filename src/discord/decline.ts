import { DefaultRestOptions, DefaultUserAgent } from 'discord.js';
import { Agent, request } from 'undici';
import { StrainError } from './faults.ts';

/** Connections to Discord at a time; further requests wait. */
const CONNECTIONS = 64;
/** Discord blocks addresses that it refused thousands of times, so after one refusal nothing is declined for this long. Milliseconds. */
const PAUSE = 5000;
/** Statuses that count towards Discord's limit of invalid requests. */
const COUNTED: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * Returns a function that posts a ready-made JSON body over connections of its own. It skips discord.js, which takes several times as
 * long for each request: these requests are sent when the bot is overloaded. Each ends within `timeout` milliseconds. Throws a {@link
 * StrainError} while Discord refuses.
 */
export function openDecliner(api: string, timeout: number): (route: string, body: string) => Promise<void> {
  const dispatcher = new Agent({
    connections: CONNECTIONS,
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  const base = `${api}/v${DefaultRestOptions.version}`;
  let pausedUntil = 0;
  return async (route, body) => {
    if (performance.now() < pausedUntil) throw new StrainError('Discord refuses what is declined.');
    const { statusCode, body: answer } = await request(base + route, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': DefaultUserAgent },
      body,
    });
    await answer.dump();
    if (COUNTED.has(statusCode)) pausedUntil = performance.now() + PAUSE;
  };
}
