import { z } from 'zod';

/*
 * Discord's limits for commands, from its API documentation (Application commands), August 2026; what is sent as a message is
 * in limits.ts.
 */

/** A command's or option's name in any language, and what it says of itself; a command with all that belongs to it. Characters. */
const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MENU_NAME_MAX = 32;
const DESCRIPTION_MAX = 100;
const CHOICE_NAME_MAX = 100;
const COMMAND_CHARACTERS_MAX = 8000;

const commandName = z
  .string()
  .refine((name) => COMMAND_NAME.test(name) && name === name.toLowerCase(), 'is no name of a command');
const description = z.string().min(1).max(DESCRIPTION_MAX);
const languages = <Schema extends z.ZodType>(schema: Schema) => z.record(z.string(), schema).optional();
const option = z.looseObject({
  name: commandName,
  name_localizations: languages(commandName),
  description,
  description_localizations: languages(description),
  choices: z
    .array(
      z.looseObject({
        name: z.string().min(1).max(CHOICE_NAME_MAX),
        name_localizations: languages(z.string().min(1).max(CHOICE_NAME_MAX)),
      }),
    )
    .optional(),
  get options(): z.ZodType<readonly Option[] | undefined> {
    return z.array(option).max(OPTIONS_MAX).superRefine(eachOnce).optional();
  },
});
type Option = Readonly<{
  name: string;
  name_localizations?: Readonly<Record<string, string>> | undefined;
}>;
const OPTIONS_MAX = 25;

/** No two options of a command have one name, in whatever language. */
function eachOnce(options: readonly Option[], context: z.RefinementCtx): void {
  const tags = new Set(options.flatMap(({ name_localizations: names }) => Object.keys(names ?? {})));
  for (const tag of ['', ...tags]) {
    const names = options.map(({ name, name_localizations: all }) => all?.[tag] ?? name);
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', message: `has a name twice (${tag || 'in English'})` });
  }
}

/** What every command passes before it is registered, in every language; the rest of its fields is the compiler's to check. */
export const commandSchema = z
  .union([
    z.looseObject({
      type: z.literal([2, 3]),
      name: z.string().min(1).max(MENU_NAME_MAX),
      name_localizations: languages(z.string().min(1).max(MENU_NAME_MAX)),
    }),
    z.looseObject({ ...option.shape, type: z.literal(1).optional() }),
  ])
  .refine((command) => longest(command) <= COMMAND_CHARACTERS_MAX, 'has too many characters');

/** Characters of a command, each word in the language that needs most. */
function longest(value: object): number {
  const own = ['name', 'description'].reduce((sum, key) => {
    const word = (value as Record<string, unknown>)[key];
    const others = Object.values((value as Record<string, object>)[`${key}_localizations`] ?? {});
    const lengths = [word, ...others].map((each) => (typeof each === 'string' ? each.length : 0));
    return sum + Math.max(...lengths);
  }, 0);
  const { options = [], choices = [] } = value as { options?: object[]; choices?: object[] };
  return [...options, ...choices].reduce((sum, inside) => sum + longest(inside), own);
}
