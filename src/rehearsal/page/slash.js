/** @import { PageCommand, Option } from '../view.ts' */

/**
 * A slash command that can be chosen: a command, or a subcommand with its command and group.
 * @typedef {Readonly<{
 *   name: string;
 *   subcommand?: string;
 *   group?: string;
 *   path: string;
 *   description: string;
 *   options: readonly Option[];
 * }>} Slash
 */

/** Discord's numbers for option types. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  number: 10,
  attachment: 11,
};

/**
 * Lists all slash commands and subcommands, in the order of the list.
 * @param {readonly PageCommand[]} commands
 * @returns {readonly Slash[]}
 */
export function slashCommands(commands) {
  return commands
    .filter(({ type = 1 }) => type === 1)
    .flatMap(({ name, description = '', options = [] }) =>
      unfold({ name, path: name, description, options }),
    );
}

/** @type {(slash: Slash) => Slash[]} */
function unfold(slash) {
  const nested = slash.options.filter(({ type }) => type <= OPTION.group);
  if (nested.length === 0) return [slash];
  return nested.flatMap(({ type, name, description, options = [] }) => {
    const inner = { ...slash, path: `${slash.path} ${name}`, description, options };
    return type === OPTION.group ? unfold({ ...inner, group: name }) : [{ ...inner, subcommand: name }];
  });
}

/**
 * Parses `/ask question:Who invested? hide:true` into the command and the text of each option. Text before the first option belongs to
 * the first required option, or else the first one. Undefined unless the name of a command is followed by a space.
 * @param {string} typed
 * @param {readonly Slash[]} commands
 * @returns {{ command: Slash; values: Record<string, string> } | undefined}
 */
export function readTyped(typed, commands) {
  const command = commands
    .filter(({ path }) => `${typed.trimEnd()} `.startsWith(`/${path} `) && typed.length > path.length + 1)
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!command) return undefined;
  const { options, path } = command;
  const text = typed.slice(path.length + 1);
  const marks = [...text.matchAll(/(?:^|\s)([\p{L}\p{N}_-]+):/gu)].filter((mark) =>
    options.some(({ name }) => name === mark[1]),
  );
  /** @type {Record<string, string>} */
  const values = {};
  const lead = text.slice(0, marks[0]?.index ?? text.length).trim();
  const main = options.find(({ required }) => required) ?? options[0];
  if (lead !== '' && main) values[main.name] = lead;
  for (const [index, mark] of marks.entries()) {
    values[mark[1] ?? ''] = text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim();
  }
  return { command, values };
}

/**
 * Finds commands by the text after the slash: names that start with it, then names and descriptions that contain it.
 * @param {string} typed
 * @param {readonly Slash[]} commands
 */
export function findSlash(typed, commands) {
  const wanted = typed.toLowerCase();
  const starting = commands.filter(({ path }) => path.startsWith(wanted));
  const holding = commands.filter(
    (command) =>
      !starting.includes(command) && `${command.path} ${command.description}`.toLowerCase().includes(wanted),
  );
  return wanted === '' ? commands : [...starting, ...holding];
}
