import { z } from 'zod';
import { defineCommand, type Command, isEditor, type Desk } from '../../src/desk/ports.ts';
import type { Words } from '../../src/reply/reply.ts';
import { list, note, title } from '../../src/reply/blocks.ts';

export default defineCommand({
  data: { name: 'help', description: 'What there is, with examples from these articles' },
  input: z.strictObject({}),
  run: (_input, desk, asker) => ({
    tone: 'info',
    private: true,
    blocks: [
      title('Every answer is a quote, word for word, with its source.'),
      list(
        desk.commands
          .filter(({ editorsOnly }) => !editorsOnly || isEditor(desk, asker))
          .map((command) => lineOf(command, desk)),
      ),
      note('A receipt such as article-id.r1.s5 names the article, its revision and the sentence.'),
    ],
  }),
  examples: () => ['/help'],
});

function lineOf(command: Command, desk: Desk): Words {
  const { data } = command;
  const description = 'description' in data ? data.description : 'right-click a message, then Apps';
  const [example] = command.examples?.(desk) ?? [];
  return [
    `${'description' in data ? '/' : ''}${data.name}: ${description}`,
    ...(example ? [` — ${example}`] : []),
  ];
}
