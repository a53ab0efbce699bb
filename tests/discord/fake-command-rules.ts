import * as spec from 'discord-api-spec/zod';
import { againstSpec, invalid, type Refusal } from './fake-rules.ts';
import { asText, type Json } from './json.ts';

const MAX_COMMANDS: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
const MAX_CHARACTERS = 8000;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Option = Json & { type: number; name: string; options?: Option[]; choices?: Json[] };

/** Rules for an application's list of commands in one scope (global, or one guild). */
export function checkCommands(commands: readonly Json[]): Refusal | undefined {
  for (const [type, most] of Object.entries(MAX_COMMANDS)) {
    if (commands.filter((command) => typeOf(command) === Number(type)).length > most)
      return { status: 400, code: 30032, message: 'Maximum number of application commands reached' };
  }
  const names = commands.map((command) => `${typeOf(command)} ${asText(command['name'])}`);
  if (new Set(names).size < names.length) return invalid({ name: 'is used by two commands' });
  return commands.map(checkCommand).find(Boolean);
}

/** Rules for one command, whose name is in the messages. */
export function checkCommand(command: Json): Refusal | undefined {
  // The specification has permissions as a number, but Discord documents and sends a string of digits.
  const permissions = command['default_member_permissions'];
  const checked =
    typeof permissions === 'string'
      ? { ...command, default_member_permissions: Number(permissions) }
      : command;
  const refusal = againstSpec(spec.ApplicationCommandUpdateRequestSchema, checked);
  if (refusal) return refusal;
  const name = asText(command['name']);
  const errors: Record<string, string> = {};
  if (typeof permissions === 'number') errors['default_member_permissions'] = 'must be a string';
  if (typeOf(command) === 1) {
    if (!goodNames(command)) errors['name'] = `“${name}” is not a command name`;
    if (!command['description']) errors['description'] = 'is required';
    Object.assign(errors, checkOptions((command['options'] ?? []) as Option[], name));
  } else if (command['description'] || command['options']) {
    errors['description'] = 'and options are for slash commands';
  }
  if (charactersOf(command) > MAX_CHARACTERS) errors[name] = `has more than ${MAX_CHARACTERS} characters`;
  return Object.keys(errors).length > 0 ? invalid(errors) : undefined;
}

function checkOptions(options: readonly Option[], path: string): Record<string, string> {
  const errors: Record<string, string> = {};
  const names = options.map(({ name }) => name);
  if (new Set(names).size < names.length) errors[path] = 'has an option twice';
  const firstOptional = options.findIndex(({ required }) => !required);
  if (options.some(({ required }, at) => required && firstOptional !== -1 && at > firstOptional))
    errors[path] = 'has a required option after one that is not';
  const nested = options.filter(({ type }) => type <= 2);
  if (nested.length > 0 && nested.length < options.length) errors[path] = 'mixes subcommands and options';
  for (const option of options) {
    const at = `${path} ${option.name}`;
    if (!goodNames(option)) errors[at] = 'is not an option name';
    if (option.type === 2 && option.options?.some(({ type }) => type !== 1))
      errors[at] = 'is a group of something else than subcommands';
    if (option.type === 1 && option.options?.some(({ type }) => type <= 2))
      errors[at] = 'is a subcommand in a subcommand';
    if (option['autocomplete'] && option.choices?.length) errors[at] = 'has choices and autocomplete';
    Object.assign(errors, checkOptions(option.options ?? [], at));
  }
  return errors;
}

const goodName = (name: string) => NAME.test(name) && name === name.toLowerCase();
/** In every language. */
const goodNames = ({ name, name_localizations: names }: Json) =>
  [name, ...Object.values((names ?? {}) as Json)].every((each) => goodName(asText(each)));
const typeOf = (command: Json) => Number(command['type'] ?? 1);

/** Characters in names, descriptions and string values, counted like Discord. */
function charactersOf(value: Json): number {
  const own = ['name', 'description', 'value'].reduce((sum, key) => sum + asText(value[key]).length, 0);
  const inside = [...((value['options'] as Json[]) ?? []), ...((value['choices'] as Json[]) ?? [])];
  return inside.reduce((sum, item) => sum + charactersOf(item), own);
}

/** Rules for autocomplete choices: at most 25, of the option's type (3 text, 4 integer, 10 number). */
export function checkChoices(body: Json, optionType: number): Refusal | undefined {
  const refusal = againstSpec(spec.ApplicationCommandAutocompleteCallbackRequestSchema, body);
  const choices = ((body['data'] as Json)?.['choices'] ?? []) as Json[];
  if (choices.length > 25) return invalid({ choices: `has ${choices.length} choices, at most 25` });
  const wanted = optionType === 3 ? 'string' : 'number';
  for (const { name, value } of choices) {
    if (typeof value !== wanted) return invalid({ choices: `“${asText(name)}” has a value of another type` });
    if (!name || asText(name).length > 100 || String(value).length > 100)
      return invalid({ choices: `“${asText(name)}” is empty or too long` });
  }
  return refusal;
}

/** Rules for a modal: at most five fields, each with its own custom_id. */
export function checkModal(body: Json): Refusal | undefined {
  const refusal = againstSpec(spec.ModalInteractionCallbackRequestSchema, body);
  if (refusal) return refusal;
  const components = (body['data'] as { components: Json[] }).components;
  const ids = components
    .flatMap((component) => [component['component'] ?? [], component['components'] ?? []].flat() as Json[])
    .map((field) => field['custom_id']);
  if (components.length > 5) return invalid({ components: `has ${components.length} fields, at most 5` });
  return new Set(ids).size < ids.length ? invalid({ components: 'has a custom_id twice' }) : undefined;
}
