import { isDeepStrictEqual } from 'node:util';
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../desk/ports.ts';
import type { Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';

export type Registration = Readonly<{
  rest: Rest;
  commands: readonly Command[];
  applicationId: string;
  /** Where the commands are registered; everywhere when absent. */
  guildId?: string | undefined;
  patience: Patience;
}>;

const registered = z.array(z.record(z.string(), z.unknown()));

/**
 * Makes Discord's list of commands the bot's own, in one request and only when something differs: Discord counts what is
 * created, and shows an updated command late. Answers whether anything had to be changed.
 */
export async function registerCommands(registration: Registration): Promise<'unchanged' | 'updated'> {
  const { rest, commands, applicationId, guildId, patience } = registration;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = commands.map(({ data }) => ({ ...(guildId === undefined ? IN_SERVERS : {}), ...data }));
  const there = registered.parse(await withTries(() => rest.commands(route), patience));
  if (isDeepStrictEqual(byName(there), byName(wanted))) return 'unchanged';
  await withTries(() => rest.putCommands(route, wanted), patience);
  return 'updated';
}

/** Servers that are looked through at a start; whoever tried the bot out in one has few. */
const LOOKED_THROUGH = 10;

/**
 * Removes commands that were registered in a server for trying out: beside those registered everywhere, each would be
 * offered twice there. Answers in how many servers there were any.
 */
export async function removeTrials(
  { rest, applicationId, patience }: Omit<Registration, 'commands' | 'guildId'>,
  guildIds: readonly string[],
): Promise<number> {
  let found = 0;
  for (const guildId of guildIds.slice(0, LOOKED_THROUGH)) {
    const route = Routes.applicationGuildCommands(applicationId, guildId);
    const there = registered.parse(await withTries(() => rest.commands(route), patience));
    if (there.length === 0) continue;
    await withTries(() => rest.putCommands(route, []), patience);
    found += 1;
  }
  return found;
}

/** Installed to servers, used in servers; a command may say otherwise. Only global commands can be told. */
const IN_SERVERS = { contexts: [0], integration_types: [0] };

/** What Discord adds of its own. */
const ADDED: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'handler',
]);
/** What Discord may fill in where nothing was sent, or leave out where it was; they mean the same. */
const isDefault = (key: string, value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  // A slash command; options have a type of their own, of which 1 is never left out.
  (key === 'type' && value === 1);

function byName(commands: readonly object[]): Map<string, unknown> {
  return new Map(
    commands.map((command) => {
      const { type = 1, name } = command as { type?: number; name?: string };
      return [`${type} ${name}`, essence(command)];
    }),
  );
}

/** The part of a command that tells it from another. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inside]) => !ADDED.has(key) && !isDefault(key, inside))
      .map(([key, inside]) => [key, essence(inside)]),
  );
}
