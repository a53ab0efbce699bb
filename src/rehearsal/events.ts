import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { HEADERS, Refusal } from './guard.ts';
import type { MessageLog } from './message-log.ts';
import { watchQuery } from './requests.ts';

/** Interval of sending a line, so that both sides notice a lost connection. Milliseconds. */
const BEAT_MS = 20_000;

/**
 * Sends the changes of a channel to a tab as server-sent events, until it disconnects: what happens in other tabs, and what the bot
 * posts and edits unasked. Throws {@link Refusal} for an address without a channel.
 */
export function tellChanges(request: IncomingMessage, response: ServerResponse, messages: MessageLog): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://page');
  const query = watchQuery.safeParse(Object.fromEntries(searchParams));
  if (!query.success)
    throw new Refusal(400, `The address is not one of a channel. ${z.prettifyError(query.error)}`);
  const { guild, person, since } = query.data;
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write(':\n\n');
  const stop = messages.watch(guild, person, since, (change) => {
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  const beat = setInterval(() => response.write(':\n\n'), BEAT_MS);
  response.once('close', () => {
    clearInterval(beat);
    stop();
  });
}
