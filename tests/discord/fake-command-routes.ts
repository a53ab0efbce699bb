import { snowflake } from './fake-objects.ts';
import { checkCommands } from './fake-command-rules.ts';
import { failure, refuse, type Answer, type Handler } from './fake-answer.ts';
import type { World } from './fake-world.ts';
import { asList, type Json } from './json.ts';

const GLOBAL = 'global';
const scope = (guild: string | undefined) => guild ?? GLOBAL;
const registered = (world: World, guild: string | undefined) => world.commands.get(scope(guild)) ?? [];

/** Localisations are returned only on request. New fields of Discord are in every command and option. */
export const listCommands: Handler = (world, [guild], { query }) => ({
  status: 200,
  body: registered(world, guild).map((command) =>
    asListed(command, world.newFields, query.get('with_localizations') === 'true'),
  ),
});

function asListed(command: Json, newFields: Json, localized: boolean): Json {
  const told = Object.entries(command).filter(([key]) => localized || !key.endsWith('_localizations'));
  const options = asList(command['options']).map((option) => asListed(option, newFields, localized));
  return { ...newFields, ...Object.fromEntries(told), ...(options.length > 0 ? { options } : {}) };
}

export const putCommands: Handler = (world, [guild], { body }) => {
  const wanted = body as unknown as Json[];
  const before = registered(world, guild);
  return store(
    world,
    guild,
    wanted.map((command) =>
      withId(
        world,
        guild,
        command,
        before.find((old) => same(old, command)),
      ),
    ),
    200,
  );
};

export const createCommand: Handler = (world, [guild], { body }) => {
  const before = registered(world, guild);
  const old = before.find((command) => same(command, body));
  const made = withId(world, guild, body, old);
  return store(world, guild, [...before.filter((command) => command !== old), made], old ? 200 : 201, made);
};

export const changeCommand: Handler = (world, [guild, id], { body }) => {
  const before = registered(world, guild);
  const old = before.find((command) => command['id'] === id);
  if (!old) return failure(404, 10063, 'Unknown application command');
  const changed = withId(world, guild, { ...asSent(old), ...body }, old);
  return store(
    world,
    guild,
    before.map((command) => (command === old ? changed : command)),
    200,
    changed,
  );
};

export const removeCommand: Handler = (world, [guild, id]) => {
  const before = registered(world, guild);
  if (!before.some((command) => command['id'] === id))
    return failure(404, 10063, 'Unknown application command');
  world.commands.set(
    scope(guild),
    before.filter((command) => command['id'] !== id),
  );
  return { status: 204 };
};

function store(
  world: World,
  guild: string | undefined,
  commands: Json[],
  status: number,
  answer: unknown = commands,
): Answer {
  const refusal = checkCommands(commands.map(asSent));
  if (refusal) return refuse(refusal);
  world.commands.set(scope(guild), commands);
  return { status, body: answer };
}

/** A registered command as Discord returns it: with its id and all defaults. */
function withId(world: World, guild: string | undefined, command: Json, old: Json | undefined): Json {
  const base = {
    id: old?.['id'] ?? snowflake(),
    application_id: world.applicationId,
    version: snowflake(),
    default_member_permissions: null,
    type: 1,
    nsfw: false,
    description: '',
    name_localizations: null,
    description_localizations: null,
    contexts: null,
    integration_types: [0],
    ...(guild === undefined ? { dm_permission: true } : { guild_id: guild }),
  };
  return { ...base, ...command };
}

const FROM_DISCORD = new Set(['id', 'application_id', 'version', 'guild_id', 'nsfw', 'dm_permission']);

/** The part of a registered command that the sender wrote. */
function asSent(command: Json): Json {
  return Object.fromEntries(
    Object.entries(command).filter(([key, value]) => !FROM_DISCORD.has(key) && value !== ''),
  );
}

const same = (a: Json, b: Json) => a['name'] === b['name'] && (a['type'] ?? 1) === (b['type'] ?? 1);
