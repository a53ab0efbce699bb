import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command was called incorrectly. The message is one sentence about how to call it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Options by name with their defaults; `undefined` for an optional text, `[]` for a repeatable option. */
type Defaults = Readonly<Record<string, number | boolean | string | readonly string[] | undefined>>;

type ValueOf<Default> = Default extends number
  ? number
  : Default extends boolean
    ? boolean
    : Default extends readonly string[]
      ? readonly string[]
      : Default extends string
        ? string
        : string | undefined;

type Options<Given extends Defaults> = Readonly<{ [Name in keyof Given]: ValueOf<Given[Name]> }> &
  Readonly<{ positionals: readonly string[] }>;

/**
 * Parses `--name VALUE` options and positional arguments. Throws {@link UsageError} for unknown options and for text where a number is
 * expected.
 */
export function commandOptions<Given extends Defaults>(
  args: readonly string[],
  defaults: Given,
): Options<Given> {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      { type: typeof value === 'boolean' ? 'boolean' : 'string', multiple: Array.isArray(value) },
    ]),
  );
  const { values, positionals } = parsed(args, options);
  const read = Object.entries(defaults).map(([name, value]) => {
    const given = values[name];
    if (given === undefined) return [name, value];
    return [name, typeof value === 'number' ? numberIn(name, given) : given];
  });
  return { ...Object.fromEntries(read), positionals } as Options<Given>;
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function numberIn(name: string, given: unknown): number {
  const value = Number(given);
  if (Number.isNaN(value)) throw new UsageError(`--${name} takes a number, and “${String(given)}” is none.`);
  return value;
}
