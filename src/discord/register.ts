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
  /** Where the commands are registered; everywhere when absent. */
  guildId?: string | undefined;
  patience: Patience;
}>;

const registered = z.array(z.record(z.string(), z.unknown()));
type Registered = Readonly<Record<string, unknown>>;

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

const inOneServer = ({ contexts: _where, integration_types: _how, ...data }: Command['data']) => data;

/**
 * Every field of a command or option that can be sent. Only these are compared: whatever else Discord gives back is its
 * own, also a field that it has from tomorrow on, and no reason to register anew at each start. Keys of a table of
 * localisations are languages and compared all.
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
/** Discord fills these in with values of its own when they are not sent; they are compared when they are. */
const FILLED_IN = ['contexts', 'integration_types'];
const LOCALISED = /_localizations$/u;
/** Lists without an order, which Discord may give back in another. */
const UNORDERED: ReadonlySet<string> = new Set(['contexts', 'integration_types', 'channel_types']);

/** What Discord may fill in where nothing was sent, or leave out where it was; they mean the same. */
const isDefault = (key: string, value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  // A slash command; options have a type of their own, of which 1 is never left out.
  (key === 'type' && value === 1);

/** Registered commands without what Discord filled in where nothing was sent. */
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

/** The part of a command that tells it from another. */
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
