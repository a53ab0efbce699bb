import { z } from 'zod';
import type { Log } from '../desk/ports.ts';
import type { interactionHandler } from './interactions.ts';
import type { mentionHandler } from './mentions.ts';
import { firstTimeOnly } from './once.ts';
import { glanceSchema, guildSchema, interactionSchema, readySchema, writtenSchema } from './received.ts';
import type { commandRegistration } from './registration.ts';
import type { Servers } from './servers.ts';

export type GuildListener = Readonly<{
  present(guildIds: readonly string[], applicationId: string): void;
  joined(guildId: string): void;
  left(guildId: string): void;
}>;

export type EventOptions = Readonly<{
  /** The only server in which commands are registered; absent: they are everywhere. */
  guildId?: string | undefined;
  servers: Servers;
  /** Notified of servers: all that the bot is in at start-up, and each that it joins or is removed from. */
  onGuilds: GuildListener;
  handleInteraction: ReturnType<typeof interactionHandler>;
  handleMention: ReturnType<typeof mentionHandler>;
  register: ReturnType<typeof commandRegistration>;
  /** Keeps track of work for an event. */
  track(event: string, work: Promise<unknown>): void;
  log: Log;
}>;

/** Handles the gateway's events. */
export function eventHandler(options: EventOptions) {
  const { guildId, servers, onGuilds, handleInteraction, handleMention, register, track, log } = options;
  const isFirst = firstTimeOnly();
  const self = { botId: '', applicationId: '', guildIds: [] as readonly string[] };
  let dropped = 0;

  /** Parses an event. Events that do not match Discord's documentation are dropped and counted (F9). */
  function received<T>(schema: z.ZodType<T>, event: string, data: unknown): T | undefined {
    const read = schema.safeParse(data);
    if (read.success) return read.data;
    dropped += 1;
    log.warn({ event, dropped, problem: z.prettifyError(read.error).slice(0, 300) }, 'an event was dropped');
    return undefined;
  }

  const events: Readonly<Record<string, (data: unknown) => void>> = {
    READY(data) {
      const ready = received(readySchema, 'READY', data);
      if (!ready) return;
      self.botId = ready.user.id;
      self.applicationId = ready.application.id;
      log.info({ servers: ready.guilds.length }, 'connected to Discord');
      self.guildIds = ready.guilds.map(({ id }) => id);
      onGuilds.present(self.guildIds, self.applicationId);
      track('READY', register(self));
    },
    RESUMED: () => log.info({}, 'the gateway connection goes on where it was lost'),
    GUILD_CREATE(data) {
      const guild = received(guildSchema, 'GUILD_CREATE', data);
      if (!guild) return;
      servers.joined(guild, self.botId);
      onGuilds.joined(guild.id);
      // So that someone who sets DISCORD_GUILD_ID before inviting the bot need not restart it.
      if (guild.id === guildId && self.applicationId !== '') track('GUILD_CREATE', register(self));
    },
    // Its language, name or roles changed: what the bot tells there without being asked follows at once.
    GUILD_UPDATE(data) {
      const guild = received(guildSchema, 'GUILD_UPDATE', data);
      if (guild) servers.joined(guild, self.botId);
    },
    GUILD_DELETE(data) {
      const guild = received(guildSchema, 'GUILD_DELETE', data);
      if (!guild || guild.unavailable) return;
      servers.left(guild.id);
      onGuilds.left(guild.id);
    },
    INTERACTION_CREATE(data) {
      const glance = received(glanceSchema, 'INTERACTION_CREATE', data);
      if (!glance || !isFirst(glance.id)) return;
      const read = () => received(interactionSchema, 'INTERACTION_CREATE', data);
      track('INTERACTION_CREATE', handleInteraction(glance, read, self.botId));
    },
    MESSAGE_CREATE(data) {
      // Every message of every channel arrives here, so most are dismissed before they are parsed.
      if (!isForUs(data, self.botId, servers)) return;
      const written = received(writtenSchema, 'MESSAGE_CREATE', data);
      if (written && isFirst(written.id)) track('MESSAGE_CREATE', handleMention(written, self.botId));
    },
  };

  return {
    handle: (name: string, data: unknown): void => events[name]?.(data),
    /** Number of events that could not be parsed since the start. */
    dropped: (): number => dropped,
  };
}

/** Whether a message may be for the bot: it mentions the bot or its role, or is a direct message. */
function isForUs(data: unknown, botId: string, servers: Servers): boolean {
  const { guild_id: inGuild, mentions, mention_roles } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof inGuild !== 'string') return true;
  const role = servers.roleIn(inGuild);
  return (
    idsIn(mentions).includes(botId) ||
    (role !== undefined && Array.isArray(mention_roles) && mention_roles.includes(role))
  );
}

/** The ids in a list of users; empty for anything else. */
const idsIn = (people: unknown): unknown[] =>
  Array.isArray(people) ? people.map((each) => (each as { id?: unknown } | null)?.id) : [];
