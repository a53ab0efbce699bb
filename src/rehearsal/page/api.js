/** @import { PageChange, PageChoice, PersonKey, GuildKey, ChannelView } from '../view.ts' */

/** Thrown when a request is refused or cannot be sent; the message is a sentence to show. */
export class PageError extends Error {
  /** @override */
  name = 'PageError';
}

/** Who is played and where; sent along with everything. @type {{ person: PersonKey; guild: GuildKey }} */
export const here = { person: 'member', guild: 'first' };

/**
 * Posts to the server. Throws {@link PageError}.
 * @param {string} what
 * @param {RequestInit} request
 */
async function send(what, request) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/api/${what}`, { method: 'POST', ...request });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new PageError('The rehearsal does not answer. Is it still running? Start it again with npm start.');
  }
  if (!response.ok) throw new PageError((await response.json()).error);
  return response;
}

/** @param {string} what @param {Record<string, unknown>} body @param {AbortSignal} [signal] */
const post = (what, body, signal) =>
  send(what, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...here, ...body }),
    ...(signal ? { signal } : {}),
  });

/** @returns {Promise<ChannelView>} */
export const fetchChannel = async () => (await post('channel', {})).json();

/**
 * Gets the choices for an option that is being typed.
 * @param {{ name: string; option: string; typed: string }} body
 * @param {AbortSignal} signal
 * @returns {Promise<readonly PageChoice[]>}
 */
export const fetchChoices = async (body, signal) => (await post('suggest', body, signal)).json();

/**
 * Uploads a file for an option of a command; returns the id to send as the option's value.
 * @param {File} file
 * @returns {Promise<string>}
 */
export async function upload(file) {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(file.name),
    'x-file-type': file.type,
  };
  return (await (await send('upload', { headers, body: file })).json()).id;
}

/**
 * Sends a request; `apply` gets each change of the response as it arrives.
 * @param {'command' | 'click' | 'submit' | 'say' | 'use' | 'dismiss'} what
 * @param {Record<string, unknown>} body
 * @param {(change: PageChange) => void} apply
 */
export async function act(what, body, apply) {
  const response = await post(what, body);
  let rest = '';
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) apply(JSON.parse(line));
  }
}
