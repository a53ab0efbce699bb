import { REST, RESTEvents, Routes } from 'discord.js';
import { z } from 'zod';
import { StrainError } from './faults.ts';
import { openDecliner } from './decline.ts';
import { requestSender } from './http.ts';
import type { Payload } from './payload.ts';

/** How to reach Discord's REST API. Times in milliseconds. */
export type RestOptions = Readonly<{
  /** The API's URL without version, such as `https://discord.com/api`. */
  api: string;
  token: string;
  /** Timeout of a first response; Discord waits three seconds in all. Default 2,000. */
  firstTimeout?: number;
  /** Timeout of any other request. Default 10,000. */
  timeout?: number;
  /** Responses of 401, 403 and 429 in ten minutes after which optional requests are no longer sent. Default 1,000. */
  strainAt?: number;
  /** Called once when that happens, with the milliseconds it lasts. */
  onStrain?(lasts: number): void;
}>;

/** What is needed to respond to an interaction: its id and token, and the application's id. */
export type Reference = Readonly<{ id: string; token: string; application_id: string }>;

/** Types of first responses. */
export const RESPOND = { message: 4, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** Discord blocks an address after 10,000 responses of 401, 403 and 429 in ten minutes; this leaves room. */
const STRAIN_AT = 1000;

const made = z.object({ resource: z.object({ message: z.object({ id: z.string() }) }) });
const sent = z.object({ id: z.string() });
const gatewayInfo = z.object({
  url: z.string(),
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});

/** The gateway's URL, and the sessions that may still begin today; `reset_after` in milliseconds. */
export type GatewayInfo = z.output<typeof gatewayInfo>;

/**
 * Discord's REST API as the bot uses it. Nothing is retried here and nothing waits for a rate limit: each call ends within its timeout
 * and throws discord.js's errors. Discord's global rate limit does not apply to interactions, so the library's own limit, which would
 * delay edits beyond 50 a second, is off.
 */
export function openRest({ api, token, firstTimeout = 2000, timeout = 10_000, ...strain }: RestOptions) {
  const failFast = {
    api,
    retries: 0,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: 1e9,
  };
  const strainAt = strain.strainAt ?? STRAIN_AT;
  // Separate connections, so that first responses do not wait for slow or numerous requests.
  const open = (most: number) =>
    new REST({
      ...failFast,
      makeRequest: requestSender(),
      timeout: most,
      invalidRequestWarningInterval: strainAt,
    });
  const first = open(firstTimeout);
  const decline = openDecliner(api, firstTimeout);
  const rest = open(timeout).setToken(token);
  let strainedUntil = 0;
  for (const each of [first, rest]) {
    each.on(RESTEvents.InvalidRequestWarning, ({ remainingTime }) => {
      if (performance.now() >= strainedUntil) strain.onStrain?.(remainingTime);
      strainedUntil = performance.now() + remainingTime;
    });
  }

  const unlessStrained: UnlessStrained = (send) =>
    performance.now() < strainedUntil
      ? Promise.reject(new StrainError('Discord refuses too much at the moment.'))
      : send();

  return {
    ...interactionCalls(rest, first),
    /** Sends a ready-made first response under overload. */
    decline: ({ id, token: key }: Pick<Reference, 'id' | 'token'>, body: string) =>
      decline(Routes.interactionCallback(id, key), body),
    ...channelCalls(rest, unlessStrained),
    /** True when somebody is in a server. Rejects when they are not. */
    isMember: async (guildId: string, userId: string) => {
      await rest.get(Routes.guildMember(guildId, userId));
      return true;
    },
    gatewayInfo: async (): Promise<GatewayInfo> => gatewayInfo.parse(await rest.get(Routes.gatewayBot())),
    guild: (guildId: string) => rest.get(Routes.guild(guildId)),
    message: (channelId: string, messageId: string) => rest.get(Routes.channelMessage(channelId, messageId)),
    channel: (channelId: string) => rest.get(Routes.channel(channelId)),
    commands: (route: `/${string}`) =>
      rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }),
    putCommands: (route: `/${string}`, body: unknown) => rest.put(route, { body }),
  };
}

export type Rest = ReturnType<typeof openRest>;

const uploads = (files: Payload['files']) =>
  files.map(({ name, data }) => ({ name, data: Buffer.from(data.buffer, data.byteOffset, data.length) }));

/** An edit that names no attachments would keep the old ones. */
const asEdit = (message: Payload['message']) => ({ attachments: [], ...message });

/** Responses to an interaction; the first one is sent with `first`, which waits for less. */
const interactionCalls = (rest: REST, first: REST) => ({
  /** Sends the first response. Returns the id of the message that it made, if any. */
  async respond({ id, token: key }: Reference, type: number, data?: unknown, files: Payload['files'] = []) {
    const answer = await first.post(Routes.interactionCallback(id, key), {
      auth: false,
      body: data === undefined ? { type } : { type, data },
      query: new URLSearchParams({ with_response: 'true' }),
      files: uploads(files),
    });
    return made.safeParse(answer).data?.resource.message.id;
  },
  /** The id of the message that the first response made, or that has the button. Discord refuses when there is none. */
  original: async ({ application_id, token: key }: Reference) =>
    sent.parse(await rest.get(Routes.webhookMessage(application_id, key), { auth: false })).id,
  /** Replaces the message that the first response made, or that has the button. */
  editOriginal: ({ application_id, token: key }: Reference, { message, files }: Payload) =>
    rest.patch(Routes.webhookMessage(application_id, key), {
      auth: false,
      body: asEdit(message),
      files: uploads(files),
    }),
  removeOriginal: ({ application_id, token: key }: Reference) =>
    rest.delete(Routes.webhookMessage(application_id, key), { auth: false }),
  /** Sends a further message, within 15 minutes of the interaction. */
  followUp: ({ application_id, token: key }: Reference, { message, files }: Payload) =>
    rest.post(Routes.webhook(application_id, key), { auth: false, body: message, files: uploads(files) }),
});

/** For what nobody waits for: rejects with a StrainError while Discord refuses too much. */
type UnlessStrained = <T>(send: () => Promise<T>) => Promise<T>;

/** Messages of the bot's own, in channels and to people. */
function channelCalls(rest: REST, unlessStrained: UnlessStrained) {
  const write = async (channelId: string, { message, files }: Payload, nonce: string, more: object = {}) => {
    const body = { ...message, ...more, nonce, enforce_nonce: true };
    return sent.parse(await rest.post(Routes.channelMessages(channelId), { body, files: uploads(files) })).id;
  };

  return {
    /** Posts a message in a channel and returns its id. Repeating a `nonce` within minutes makes no second message. */
    send: (channelId: string, payload: Payload, nonce: string, answers?: string) =>
      unlessStrained(() => {
        const reference = { message_reference: { message_id: answers, fail_if_not_exists: false } };
        return write(channelId, payload, nonce, answers === undefined ? {} : reference);
      }),
    /** Sends a direct message. Discord refuses when that person accepts none. */
    sendDirect: (userId: string, payload: Payload, nonce: string) =>
      unlessStrained(async () => {
        const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
        return write(sent.parse(channel).id, payload, nonce);
      }),
    edit: (channelId: string, messageId: string, { message, files }: Payload) =>
      unlessStrained(() =>
        rest.patch(Routes.channelMessage(channelId, messageId), {
          body: asEdit(message),
          files: uploads(files),
        }),
      ),
    /** Archives or reopens a thread. */
    archive: (channelId: string, archived: boolean) =>
      unlessStrained(() => rest.patch(Routes.channel(channelId), { body: { archived } })),
  };
}
