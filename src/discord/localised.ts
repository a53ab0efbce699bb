import { LANGUAGES } from '../words/language.ts';
import { ENGLISH, type Language } from '../words/spoken.ts';

type Described = Readonly<{
  name: string;
  description?: string;
  options?: readonly Described[];
  choices?: readonly Readonly<{ name: string }>[];
}>;

/** All languages but English, which the commands' own files are in. */
const OTHERS = LANGUAGES.filter((language) => language !== ENGLISH);

/** What a word is in each language, by what Discord calls it; nothing of a language that has no word for it. */
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

/** A command, option or choice with its name and description in every language. */
export function localised<Data extends object>(data: Data): Data {
  const { name, description, options, choices } = data as Described;
  const descriptions = description && inEach(({ commands }) => commands.descriptions[description]);
  return {
    ...namesOf(name),
    ...(descriptions && { description_localizations: descriptions }),
    // What a command says of itself counts: a newsroom's own need not be in the tables.
    ...data,
    ...(options && { options: options.map(localised) }),
    ...(choices && { choices: choices.map((choice) => ({ ...namesOf(choice.name), ...choice })) }),
  };
}
