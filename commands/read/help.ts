import { z } from 'zod';
import { defineCommand, type Command, type Desk, type HelpSection, isEditor } from '../../src/desk/ports.ts';
import type { Block, Button, Words } from '../../src/reply/reply.ts';
import { languageFor } from '../../src/desk/worded.ts';
import { say } from '../../src/reply/say.ts';
import type { Language } from '../../src/words/spoken.ts';
import { list, note, title } from '../../src/reply/blocks.ts';

/** Examples per section; all sections together must fit into one message. */
const EXAMPLES = 4;

const SECTIONS = ['ask', 'facts', 'check', 'archive', 'edit'] as const satisfies readonly (
  | HelpSection
  | 'edit'
)[];

export default defineCommand({
  data: { name: 'help', description: 'What there is, with examples from these articles' },
  input: z.strictObject({}),
  run(_input, desk, asker) {
    const language = languageFor(asker, true);
    const sections = Map.groupBy(
      desk.commands.filter(({ editorsOnly }) => !editorsOnly || isEditor(desk, asker)),
      ({ editorsOnly, section }) => (editorsOnly ? 'edit' : (section ?? 'ask')),
    );
    return {
      tone: 'info',
      private: true,
      blocks: [
        note(say('help.lead')),
        ...SECTIONS.flatMap((section): Block[] => {
          const inside = sections.get(section) ?? [];
          return inside.length === 0
            ? []
            : [
                title(say(`help.${section}`)),
                list(
                  inside.map((command) => lineOf(command, language)),
                  examplesOf(inside, desk),
                ),
              ];
        }),
        note(say('help.receipt')),
      ],
    };
  },
  section: 'archive',
  examples: () => ['/help'],
});

function lineOf({ data }: Command, { commands: { descriptions } }: Language): Words {
  const name = say('list.command', { command: { command: data.name } });
  const description = 'description' in data ? data.description : undefined;
  if (description === undefined) return [name, ': ', say('help.message')];
  return [name, ': ', descriptions[description] ?? description];
}

/** One example of each command that has any, except /help. */
const examplesOf = (commands: readonly Command[], desk: Desk): Button[] =>
  commands
    .flatMap(({ data, examples }) => (data.name === 'help' ? [] : (examples?.(desk).slice(0, 1) ?? [])))
    .slice(0, EXAMPLES)
    .map((example) => ({
      label: say('list.command', { command: { command: example.slice(1) } }),
      action: 'try',
      args: [example],
    }));
