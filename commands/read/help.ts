import { z } from 'zod';
import { defineCommand, type Command, type Desk, type HelpSection, isEditor } from '../../src/desk/ports.ts';
import type { Block, Button, Words } from '../../src/reply/reply.ts';
import { list, note, title } from '../../src/reply/blocks.ts';

/** Examples shown in one section; all sections together have to stay within what a message may hold. */
const EXAMPLES = 4;

const SECTIONS: Readonly<Record<HelpSection | 'edit', string>> = {
  ask: 'Ask',
  facts: 'Figures, dates, summaries',
  check: 'Quotations',
  archive: 'What is here',
  edit: 'For editors',
};

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
        note('Every answer is a quote, word for word, with its source. Click an example to try it.'),
        ...Object.entries(SECTIONS).flatMap(([key, name]): Block[] => {
          const inside = sections.get(key as keyof typeof SECTIONS) ?? [];
          return inside.length === 0 ? [] : [title(name), list(inside.map(lineOf), examplesOf(inside, desk))];
        }),
        note('A receipt such as article-id.r1.s5 names the article, its revision and the sentence.'),
      ],
    };
  },
  section: 'archive',
  examples: () => ['/help'],
});

function lineOf({ data }: Command): Words {
  return 'description' in data
    ? [`/${data.name}: ${data.description}`]
    : [`${data.name}: right-click a message, then Apps`];
}

/** One example of each command that has any, but for /help itself. */
const examplesOf = (commands: readonly Command[], desk: Desk): Button[] =>
  commands
    .flatMap(({ data, examples }) => (data.name === 'help' ? [] : (examples?.(desk).slice(0, 1) ?? [])))
    .slice(0, EXAMPLES)
    .map((example) => ({ label: example, action: 'try', args: [example] }));
