import { LANGUAGES } from '../words/language.ts';
import { ENGLISH, type Language } from '../words/spoken.ts';

type Described = Readonly<{
  name: string;
  description?: string;
  options?: readonly Described[];
  choices?: readonly Readonly<{ name: string }>[];
}>;

/** All languages but English, in which the command files are written. */
const OTHERS = LANGUAGES.filter((language) => language !== ENGLISH);

/** A word in each language that has one for it, keyed by Discord's language tag. */
function inEach(wordIn: (language: Language) => string | undefined): Record<string, string> | undefined {
  const found = OTHERS.flatMap((language) => {
    const word = wordIn(language);
    return word === undefined ? [] : language.discord.map((tag) => [tag, word] as const);
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

const namesOf = (name: string): object => {
  const names = inEach(({ commands }) => commands.names[name]);
  return names === undefined ? {} : { name_localizations: names };
};

/** Adds names and descriptions in every language to a command, its options and choices. */
export function localised<Data extends object>(data: Data): Data {
  const { name, description, options, choices } = data as Described;
  const descriptions = description && inEach(({ commands }) => commands.descriptions[description]);
  return {
    ...namesOf(name),
    ...(descriptions && { description_localizations: descriptions }),
    // A command's own localisations win: a newsroom's own command need not be in the tables.
    ...data,
    ...(options && { options: options.map(localised) }),
    ...(choices && { choices: choices.map((choice) => ({ ...namesOf(choice.name), ...choice })) }),
  };
}
