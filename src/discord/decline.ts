import { DefaultRestOptions, DefaultUserAgent } from 'discord.js';
import { Agent, request } from 'undici';
import { StrainError } from './faults.ts';

/** Connections to Discord at a time; more requests wait for one. */
const CONNECTIONS = 64;
/** Discord blocks addresses that are refused thousands of times: after one refusal nothing is declined for so long. Milliseconds. */
const REST = 5000;
/** Statuses that Discord counts (*Invalid Request Limit*). */
const COUNTED: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * Makes a function that posts ready bytes, on connections of its own and with nothing around it: discord.js' REST takes several times as
 * long for each, and these are sent when there is no time. Each ends within `timeout` milliseconds.
 */
export function openDecliner(api: string, timeout: number): (route: string, body: string) => Promise<void> {
  const dispatcher = new Agent({
    connections: CONNECTIONS,
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  const base = `${api}/v${DefaultRestOptions.version}`;
  let restsUntil = 0;
  return async (route, body) => {
    if (performance.now() < restsUntil) throw new StrainError('Discord refuses what is declined.');
    const { statusCode, body: answer } = await request(base + route, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': DefaultUserAgent },
      body,
    });
    await answer.dump();
    if (COUNTED.has(statusCode)) restsUntil = performance.now() + REST;
  };
}
