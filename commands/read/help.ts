import { z } from 'zod';
import { defineCommand, type Command, isEditor, type Desk } from '../../src/desk/ports.ts';
import type { Words } from '../../src/reply/reply.ts';

export default defineCommand({
  data: { name: 'help', description: 'What there is, with examples from these articles' },
  input: z.strictObject({}),
  run: (_input, desk, asker) => ({
    tone: 'info',
    private: true,
    blocks: [
      { type: 'title', words: ['Every answer is a quote, word for word, with its source.'] },
      {
        type: 'list',
        items: desk.commands
          .filter(({ editorsOnly }) => !editorsOnly || isEditor(desk, asker))
          .map((command) => lineOf(command, desk)),
      },
      {
        type: 'note',
        words: ['A receipt such as article-id.r1.s5 names the article, its revision and the sentence.'],
      },
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
