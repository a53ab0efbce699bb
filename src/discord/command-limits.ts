import { z } from 'zod';

/*
 * Discord's limits for commands, from its API documentation (Application commands), August 2026. For the limits of messages see
 * limits.ts.
 */

/** Names and descriptions in any language, and a whole command with its options. Characters. */
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

/** Rejects two options with the same name, in any language. */
function eachOnce(options: readonly Option[], context: z.RefinementCtx): void {
  const tags = new Set(options.flatMap(({ name_localizations: names }) => Object.keys(names ?? {})));
  for (const tag of ['', ...tags]) {
    const names = options.map(({ name, name_localizations: all }) => all?.[tag] ?? name);
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', message: `has a name twice (${tag || 'in English'})` });
  }
}

/** Every command must pass this before it is registered. The compiler checks the fields that are not listed here. */
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

/** Characters of a command, with each text in its longest language. */
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
