import type { APIApplicationCommandSubcommandOption } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, suggestCommon, typedText } from '../../src/desk/options.ts';
import { addFollow } from './follow/add.ts';
import { listFollows } from './follow/list.ts';
import { removeFollow, suggestFollows } from './follow/remove.ts';

const privately = {
  type: OPTION.boolean,
  name: 'privately',
  description: 'Tell you alone, in a direct message, instead of this channel',
} as const;

const adding = (
  name: 'topic' | 'company' | 'article',
  description: string,
  what: string,
): APIApplicationCommandSubcommandOption => ({
  type: OPTION.subcommand,
  name,
  description,
  options: [{ type: OPTION.string, name, description: what, required: true, autocomplete: true }, privately],
});

const added = { group: z.literal('add'), privately: z.boolean().default(false) };

export default defineCommand({
  data: {
    name: 'follow',
    description: 'Be told when articles say something about a topic or company, or when an article changes',
    options: [
      {
        type: OPTION.group,
        name: 'add',
        description: 'Follow something here, or privately',
        options: [
          adding('topic', 'What new and corrected articles say about a topic', 'A name or a few words'),
          adding('company', 'What new and corrected articles say about a company', 'Whose news?'),
          adding('article', 'Corrections and retractions of one article', 'Its headline or id'),
        ],
      },
      { type: OPTION.subcommand, name: 'list', description: 'What is followed here, and by you' },
      {
        type: OPTION.subcommand,
        name: 'remove',
        description: 'No longer follow something',
        options: [
          {
            type: OPTION.string,
            name: 'what',
            description: 'Which of them? /follow list shows them',
            required: true,
            autocomplete: true,
          },
        ],
      },
    ],
  },
  input: z.discriminatedUnion('subcommand', [
    z.strictObject({ subcommand: z.literal('topic'), topic: typedText, ...added }),
    z.strictObject({ subcommand: z.literal('company'), company: typedText, ...added }),
    z.strictObject({ subcommand: z.literal('article'), article: typedText, ...added }),
    z.strictObject({ subcommand: z.literal('list') }),
    z.strictObject({ subcommand: z.literal('remove'), what: typedText }),
  ]),
  run(input, desk, asker) {
    switch (input.subcommand) {
      case 'topic':
        return addFollow('topic', input.topic, input.privately, desk, asker);
      case 'company':
        return addFollow('company', input.company, input.privately, desk, asker);
      case 'article':
        return addFollow('article', input.article, input.privately, desk, asker);
      case 'list':
        return listFollows(desk, asker);
      case 'remove':
        return removeFollow(input.what, desk, asker);
    }
  },
  suggest: (option, typed, desk, asker) =>
    option === 'what' ? suggestFollows(typed, desk, asker) : suggestCommon(option, typed, desk),
  section: 'archive',
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/follow add company company:${name} privately:true`),
});
