import { z } from 'zod';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { MANAGE_SERVER, OPTION, typedText } from '../../src/desk/options.ts';
import { endDigest, setDigest } from './digest/set.ts';
import { showDigest } from './digest/show.ts';
import { suggestZones } from './digest/zones.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const when = [
  {
    type: OPTION.integer,
    name: 'hour',
    description: 'At which hour, 0 to 23',
    required: true,
    min_value: 0,
    max_value: 23,
  },
] as const;
const how = [
  {
    type: OPTION.string,
    name: 'timezone',
    description: 'The time zone of this server, e.g. Europe/Berlin; it is kept for all of its digests',
    autocomplete: true,
  },
  {
    type: OPTION.boolean,
    name: 'gaps',
    description: 'Also questions without an answer; yes unless you say no',
  },
] as const;

const hourly = {
  hour: z.int().min(0).max(23),
  timezone: typedText.optional(),
  gaps: z.boolean().default(true),
};

export default defineCommand({
  data: {
    name: 'digest',
    description: 'For editors: new articles, corrections and open questions, daily or weekly in this channel',
    default_member_permissions: MANAGE_SERVER,
    options: [
      {
        type: OPTION.subcommand,
        name: 'daily',
        description: 'Each day at an hour',
        options: [...when, ...how],
      },
      {
        type: OPTION.subcommand,
        name: 'weekly',
        description: 'Once a week at an hour',
        options: [
          ...when,
          {
            type: OPTION.integer,
            name: 'day',
            description: 'On which day; Monday unless you say otherwise',
            choices: DAYS.map((name, at) => ({ name, value: at + 1 })),
          },
          ...how,
        ],
      },
      { type: OPTION.subcommand, name: 'off', description: 'No digest in this channel any more' },
      {
        type: OPTION.subcommand,
        name: 'show',
        description: 'When the next comes, and what it would say now, to you alone',
      },
    ],
  },
  input: z.discriminatedUnion('subcommand', [
    z.strictObject({ subcommand: z.literal('daily'), ...hourly }),
    z.strictObject({ subcommand: z.literal('weekly'), day: z.int().min(1).max(7).default(1), ...hourly }),
    z.strictObject({ subcommand: z.literal('off') }),
    z.strictObject({ subcommand: z.literal('show') }),
  ]),
  run(input, desk, asker) {
    const tools = editorTools(desk);
    switch (input.subcommand) {
      case 'daily':
        return setDigest({ every: 'day', day: 1, ...input }, tools, asker, desk.now());
      case 'weekly':
        return setDigest({ every: 'week', ...input }, tools, asker, desk.now());
      case 'off':
        return endDigest(tools, asker);
      case 'show':
        return showDigest(tools, asker, desk.now());
    }
  },
  suggest: (_option, typed) => suggestZones(typed),
  examples: () => ['/digest daily hour:8 timezone:Europe/Berlin'],
  editorsOnly: true,
});
