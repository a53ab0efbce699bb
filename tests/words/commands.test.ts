import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandSchema } from '../../src/discord/command-limits.ts';
import { localised } from '../../src/discord/localised.ts';
import type { Key } from '../../src/words/catalogue.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { es } from '../../src/words/es.ts';
import { fr } from '../../src/words/fr.ts';
import { ja } from '../../src/words/ja.ts';

type Described = Readonly<{
  name: string;
  description?: string;
  options?: readonly Described[];
  choices?: readonly Described[];
}>;

const withInner = (item: Described): Described[] => [
  item,
  ...[...(item.options ?? []), ...(item.choices ?? [])].flatMap(withInner),
];
const all = commands.flatMap(({ data }) => withInner(data as Described));
const names = new Set(all.map(({ name }) => name));
const descriptions = new Set(all.flatMap(({ description }) => description ?? []));

/** Commands that a sentence mentions, possibly with a subcommand and an option: "/article restore article:". */
const mentioned = (text: string): string[] =>
  [...text.matchAll(/\/([a-z-]+)(?: ([a-z-]+)(?![\w:-]))?(?: ([a-z-]+):)?/gu)].flatMap(
    ([, command = '', below, option]) => {
      const found = commands.find(({ data }) => data.name === command)?.data as Described | undefined;
      if (!found) return [];
      const known = new Set(withInner(found).map(({ name }) => name));
      return [
        [`/${command}`, ...[below].filter((word) => word !== undefined && known.has(word))].join(' ') +
          (option !== undefined && known.has(option) ? ` ${option}:` : ''),
      ];
    },
  );

describe.each([de, fr, es, ja])('commands in $locale', ({ words, commands: told }) => {
  const named = (mention: string): string =>
    mention.replaceAll(/[a-z-]+/gu, (word) => told.names[word] ?? word);

  test('have a name for each command, option and choice, and no other', () => {
    expect(Object.keys(told.names).toSorted()).toEqual([...names].toSorted());
  });

  test('have a description for each, and no other', () => {
    expect(Object.keys(told.descriptions).toSorted()).toEqual([...descriptions].toSorted());
  });

  test('have the same names in sentences as in the client', () => {
    const wrong = (Object.keys(en.words) as Key[]).filter((key) =>
      mentioned(en.words[key]).some((mention) => !words[key].includes(named(mention))),
    );
    expect(wrong.map((key) => [key, mentioned(en.words[key]).map(named), words[key]])).toEqual([]);
    const wrongly = [...descriptions].filter((text) =>
      mentioned(text).some((mention) => !told.descriptions[text]?.includes(named(mention))),
    );
    expect(wrongly).toEqual([]);
  });
});

test('every command with all its languages keeps within Discord’s limits', () => {
  for (const { data } of commands) {
    const read = commandSchema.safeParse(localised(data));
    expect([data.name, read.success ? [] : read.error.issues]).toEqual([data.name, []]);
  }
});

test.each([
  ['a name with a capital', { name: 'ask', name_localizations: { de: 'Fragen' }, description: 'x' }],
  ['a name with a space', { name: 'ask', name_localizations: { fr: 'qui est' }, description: 'x' }],
  [
    'a long description',
    { name: 'ask', description: 'x', description_localizations: { de: 'x'.repeat(101) } },
  ],
  [
    'two options of one name in one language',
    {
      name: 'ask',
      description: 'x',
      options: [
        { name: 'from', description: 'x', name_localizations: { fr: 'du' } },
        { name: 'to', description: 'x', name_localizations: { fr: 'du' } },
      ],
    },
  ],
])('%s is not registered', (_what, command) => {
  expect(commandSchema.safeParse(command).success).toBe(false);
});
