import { z } from 'zod';
import { articleInput, articleOptions } from '../../src/desk/forms/article-input.ts';
import { ownArticles, retractedArticles, suggestEntries } from '../../src/desk/find/article-named.ts';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { MANAGE_SERVER, OPTION, typedText } from '../../src/desk/options.ts';
import { suggestVisibility, visibilityOptions } from '../../src/desk/forms/visibility-input.ts';
import { runAdd } from './article/add.ts';
import { runCorrect } from './article/correct.ts';
import { runRestore } from './article/restore.ts';
import { runRetract } from './article/retract.ts';
import { runShow } from './article/show.ts';

const which = {
  type: OPTION.string,
  name: 'article',
  description: 'Which article? Its headline or id',
  required: true,
  autocomplete: true,
} as const;
const article = typedText;
const visibilityInput = { channels: typedText.optional(), embargo: typedText.optional() };

export default defineCommand({
  data: {
    name: 'article',
    description: 'For editors: add, correct, retract, restore and look at articles',
    default_member_permissions: MANAGE_SERVER,
    options: [
      {
        type: OPTION.subcommand,
        name: 'add',
        description: 'Add an article: a file, a page, or a form to paste it into when you give neither',
        options: [...articleOptions, ...visibilityOptions],
      },
      {
        type: OPTION.subcommand,
        name: 'correct',
        description: 'Change an article: a new file or page, single details, or a form with its text',
        options: [which, ...articleOptions, ...visibilityOptions],
      },
      {
        type: OPTION.subcommand,
        name: 'retract',
        description: 'Take an article out of everything and leave a note with the reason',
        options: [which],
      },
      {
        type: OPTION.subcommand,
        name: 'restore',
        description: 'Bring a retracted article back: a file, a page, or a form to paste its text into',
        options: [which, ...articleOptions],
      },
      {
        type: OPTION.subcommand,
        name: 'show',
        description: 'What is known of an article: revisions, who added it from where, who may see it',
        options: [which],
      },
    ],
  },
  input: z.discriminatedUnion('subcommand', [
    z.strictObject({ subcommand: z.literal('add'), ...articleInput, ...visibilityInput }),
    z.strictObject({ subcommand: z.literal('correct'), article, ...articleInput, ...visibilityInput }),
    z.strictObject({ subcommand: z.literal('retract'), article }),
    z.strictObject({ subcommand: z.literal('restore'), article, ...articleInput }),
    z.strictObject({ subcommand: z.literal('show'), article }),
  ]),
  run(input, desk, asker) {
    switch (input.subcommand) {
      case 'add':
        return runAdd(input, desk, asker);
      case 'correct':
        return runCorrect(input, desk, asker);
      case 'retract':
        return runRetract(input, desk);
      case 'restore':
        return runRestore(input, desk, asker);
      case 'show':
        return runShow(input, desk);
    }
  },
  async suggest(option, typed, desk, asker) {
    if (option !== 'article') return suggestVisibility(option, asker);
    const tools = editorTools(desk);
    return suggestEntries([...ownArticles(tools), ...(await retractedArticles(tools))], typed);
  },
  examples: () => ['/article add'],
  editorsOnly: true,
});
