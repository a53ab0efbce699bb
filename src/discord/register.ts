import { isDeepStrictEqual } from 'node:util';
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../desk/ports.ts';
import { commandSchema } from './command-limits.ts';
import { localised } from './localised.ts';
import type { Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';

export type Registration = Readonly<{
  rest: Rest;
  commands: readonly Command[];
  applicationId: string;
  /** The server where the commands are registered; everywhere when absent. */
  guildId?: string | undefined;
  patience: Patience;
}>;

const registered = z.array(z.record(z.string(), z.unknown()));
type Registered = Readonly<Record<string, unknown>>;

/**
 * Registers the bot's commands in one request, and only when something differs: Discord limits how many commands may be created, and
 * shows an updated one late. Returns whether anything had to change.
 */
export async function registerCommands(registration: Registration): Promise<'unchanged' | 'updated'> {
  const { rest, commands, applicationId, guildId, patience } = registration;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = commands.map(({ data }) => {
    const command = localised(guildId === undefined ? { ...IN_SERVERS, ...data } : inOneServer(data));
    commandSchema.parse(command);
    return command;
  });
  const there = registered.parse(await withTries(() => rest.commands(route), patience));
  if (isDeepStrictEqual(byName(asked(there, wanted)), byName(wanted))) return 'unchanged';
  await withTries(() => rest.putCommands(route, wanted), patience);
  return 'updated';
}

/** Number of servers that are checked at start-up. Whoever tried out the bot in one server has few. */
const LOOKED_THROUGH = 10;

/**
 * Removes commands that were registered in one server for trying out; otherwise Discord would list each twice, since they are registered
 * everywhere too. Returns the number of servers that had any.
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

/** By default a command is installed to servers and used in servers. Only commands registered everywhere have these fields. */
const IN_SERVERS = { contexts: [0], integration_types: [0] };

const inOneServer = ({ contexts: _where, integration_types: _how, ...data }: Command['data']) => data;

/**
 * Every field of a command or option that the bot can send. Only these are compared, so that fields that Discord adds do not cause a
 * registration at each start. The keys of a localisation table are languages, and all of them are compared.
 */
const SENT: ReadonlySet<string> = new Set([
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'type',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'file_types',
  'default_member_permissions',
  'nsfw',
  'contexts',
  'integration_types',
]);
/** Discord fills these in when they are not sent, so they are compared only when they are. */
const FILLED_IN = ['contexts', 'integration_types'];
const LOCALISED = /_localizations$/u;
/** Lists without an order, which Discord may return in another. */
const UNORDERED: ReadonlySet<string> = new Set(['contexts', 'integration_types', 'channel_types']);

/** Values that mean the same as no value: Discord may fill them in, or leave them out. */
const isDefault = (key: string, value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  // The type of a slash command. Options have types of their own, of which 1 is never left out.
  (key === 'type' && value === 1);

/** Registered commands without the fields that Discord filled in. */
function asked(there: readonly Registered[], wanted: readonly Registered[]): Registered[] {
  const sent = new Map(wanted.map((command) => [keyOf(command), command]));
  return there.map((command) => {
    const own = sent.get(keyOf(command));
    const filledIn = own ? FILLED_IN.filter((field) => !(field in own)) : [];
    return Object.fromEntries(Object.entries(command).filter(([field]) => !filledIn.includes(field)));
  });
}

const keyOf = ({ type = 1, name }: Registered): string => `${String(type)} ${String(name)}`;

const byName = (commands: readonly Registered[]): Map<string, unknown> =>
  new Map(commands.map((command) => [keyOf(command), essence(command)]));

/** The fields of a command that are compared. */
function essence(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => essence(item));
    return UNORDERED.has(key) ? items.toSorted((a, b) => Number(a) - Number(b)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inside]) => (SENT.has(name) || LOCALISED.test(key)) && !isDefault(name, inside))
      .map(([name, inside]) => [name, essence(inside, name)]),
  );
}
