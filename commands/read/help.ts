import { z } from 'zod';
import { defineCommand, type Command, type Desk, type HelpSection, isEditor } from '../../src/desk/ports.ts';
import type { Block, Button, Words } from '../../src/reply/reply.ts';
import { say } from '../../src/reply/say.ts';
import { list, note, title } from '../../src/reply/blocks.ts';

/** Examples shown in one section; all sections together have to stay within what a message may hold. */
const EXAMPLES = 4;

const SECTIONS = ['ask', 'facts', 'check', 'archive', 'edit'] as const satisfies readonly (
  | HelpSection
  | 'edit'
)[];

export default defineCommand({
  data: { name: 'help', description: 'What there is, with examples from these articles' },
  input: z.strictObject({}),
  run(_input, desk, asker) {
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
            : [title(say(`help.${section}`)), list(inside.map(lineOf), examplesOf(inside, desk))];
        }),
        note(say('help.receipt')),
      ],
    };
  },
  section: 'archive',
  examples: () => ['/help'],
});

function lineOf({ data }: Command): Words {
  return 'description' in data
    ? [`/${data.name}: ${data.description}`]
    : [`${data.name}: `, say('help.message')];
}

/** One example of each command that has any, but for /help itself. */
const examplesOf = (commands: readonly Command[], desk: Desk): Button[] =>
  commands
    .flatMap(({ data, examples }) => (data.name === 'help' ? [] : (examples?.(desk).slice(0, 1) ?? [])))
    .slice(0, EXAMPLES)
    .map((example) => ({ label: example, action: 'try', args: [example] }));
