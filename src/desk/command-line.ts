import type { Command } from './ports.ts';
import { OPTION } from './options.ts';
import { AskerError } from '../reply/error-reply.ts';

/** A typed command with its raw option values. */
export type Typed = Readonly<{ command: Command; raw: Readonly<Record<string, unknown>> }>;

/**
 * Reads `/valuation company:SenseTime hide:true`; anything else is a question for `/ask`. A value extends to the next `option:` of that
 * command. Text before the first option is the value of the first required option, or else of the first text option. Throws {@link
 * AskerError} that names similar commands.
 */
export function readTyped(typed: string, commands: readonly Command[]): Typed {
  const text = typed.trim();
  if (!text.startsWith('/')) return { command: commandNamed('ask', commands), raw: { question: text } };
  const [name = ''] = text.slice(1).split(/\s/u, 1);
  const command = commandNamed(name, commands);
  return { command, raw: readBelow(text.slice(1 + name.length), optionsOf(command.data), command) };
}

function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find(({ data }) => data.name === name.toLowerCase());
  if (command) return command;
  const close = commands
    .map(({ data }) => data.name)
    .filter((known) => known.startsWith(name.slice(0, 2).toLowerCase()));
  throw new AskerError(
    `There is no command /${name}${close.length > 0 ? `; did you mean ${close.map((known) => `/${known}`).join(' or ')}?` : '; /help lists them.'}`,
  );
}

type Option = Readonly<{
  name: string;
  type: number;
  required?: boolean | undefined;
  options?: readonly Option[];
}>;

const optionsOf = (data: object): readonly Option[] =>
  'options' in data ? ((data.options ?? []) as readonly Option[]) : [];

/** Reads a subcommand and its options (`/article show article:budget-vote`), or options alone. */
function readBelow(text: string, options: readonly Option[], command: Command): Record<string, unknown> {
  const below = options.filter(({ type }) => type === OPTION.subcommand || type === OPTION.group);
  if (below.length === 0) return readOptions(text, options, command);
  const word = text.trim().split(/\s/u, 1)[0]?.toLowerCase() ?? '';
  const chosen = below.find(({ name }) => name === word);
  if (!chosen) {
    const names = below.map(({ name }) => `/${command.data.name} ${name}`).join(', ');
    throw new AskerError(`/${command.data.name} needs to know what to do: ${names}.`);
  }
  const kind = chosen.type === OPTION.group ? 'group' : 'subcommand';
  const rest = text.trimStart().slice(word.length);
  return { [kind]: chosen.name, ...readBelow(rest, optionsOf(chosen), command) };
}

function readOptions(text: string, options: readonly Option[], command: Command): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  const marks = [...text.matchAll(/(?:^|\s)([\p{L}\p{N}_-]+):/gu)].filter((match) =>
    options.some(({ name }) => name === match[1]),
  );
  const lead = text.slice(0, marks[0]?.index ?? text.length).trim();
  const main = options.find(({ required }) => required) ?? options.find(({ type }) => type === 3);
  if (lead !== '' && main) raw[main.name] = lead;
  else if (lead !== '')
    throw new AskerError(`/${command.data.name} takes no “${lead}”; /help shows how it is used.`);
  for (const [index, mark] of marks.entries()) {
    const value = text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).trim();
    const option = options.find(({ name }) => name === mark[1]);
    if (option) raw[option.name] = typedValue(option.type, value);
  }
  return raw;
}

function typedValue(type: number, value: string): unknown {
  if (type === 5)
    return /^(?:true|yes|1)$/iu.test(value) ? true : /^(?:false|no|0)$/iu.test(value) ? false : value;
  return type === 4 && /^-?\d+$/u.test(value) ? Number(value) : value;
}
