import { z } from 'zod';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { MANAGE_SERVER, OPTION, snowflake, typedText } from '../../src/desk/options.ts';
import { suggestVisibility } from '../../src/desk/forms/visibility-input.ts';
import { setChannels } from './desk/channels.ts';
import { setEditors } from './desk/editors.ts';
import { setSettings } from './desk/settings.ts';

const role = (name: string, description: string) => ({ type: OPTION.role, name, description }) as const;
const channel = (name: string, description: string) => ({ type: OPTION.channel, name, description }) as const;

export default defineCommand({
  data: {
    name: 'desk',
    description: 'For editors: who edits, where answers are given, and where the desk is told',
    default_member_permissions: MANAGE_SERVER,
    options: [
      {
        type: OPTION.subcommand,
        name: 'editors',
        description: 'The roles whose members are editors; needs Manage Server to change',
        options: [role('add', 'A role to add'), role('remove', 'A role to take away')],
      },
      {
        type: OPTION.subcommand,
        name: 'channels',
        description: 'The channels where questions are answered; none: everywhere',
        options: [channel('add', 'A channel to add'), channel('remove', 'A channel to take away')],
      },
      {
        type: OPTION.subcommand,
        name: 'settings',
        description: 'Where the desk is told of corrections, and where new articles may be quoted',
        options: [
          channel('desk-channel', 'Corrections, retractions and broken feeds are told here'),
          { type: OPTION.boolean, name: 'no-desk-channel', description: 'Tell nobody' },
          {
            type: OPTION.string,
            name: 'new-articles',
            description:
              'Where new articles may be quoted unless they say otherwise, e.g. #desk; or: everywhere',
            autocomplete: true,
          },
        ],
      },
    ],
  },
  input: z.discriminatedUnion('subcommand', [
    z.strictObject({
      subcommand: z.literal('editors'),
      add: snowflake.optional(),
      remove: snowflake.optional(),
    }),
    z.strictObject({
      subcommand: z.literal('channels'),
      add: snowflake.optional(),
      remove: snowflake.optional(),
    }),
    z.strictObject({
      subcommand: z.literal('settings'),
      'desk-channel': snowflake.optional(),
      'no-desk-channel': z.boolean().optional(),
      'new-articles': typedText.optional(),
    }),
  ]),
  run(input, desk, asker) {
    const tools = editorTools(desk);
    switch (input.subcommand) {
      case 'editors':
        return setEditors(input, tools, asker);
      case 'channels':
        return setChannels(input, tools);
      case 'settings':
        return setSettings(
          {
            deskChannel: input['no-desk-channel'] ? null : input['desk-channel'],
            newArticles: input['new-articles'],
          },
          tools,
        );
    }
  },
  suggest: (_option, _typed, _desk, asker) => suggestVisibility('channels', asker),
  examples: () => ['/desk editors'],
  editorsOnly: true,
});
