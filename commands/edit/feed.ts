import { z } from 'zod';
import { suggestEntries } from '../../src/desk/find/article-named.ts';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { MANAGE_SERVER, OPTION, typedText } from '../../src/desk/options.ts';
import { addFeed } from './feed/add.ts';
import { checkFeed } from './feed/check.ts';
import { listFeeds } from './feed/list.ts';
import { removeFeed } from './feed/remove.ts';
import { inEnglish, message } from '../../src/words/message.ts';

const which = {
  type: OPTION.string,
  name: 'feed',
  description: 'Which feed? /feed list shows their names',
  required: true,
  autocomplete: true,
} as const;

export default defineCommand({
  data: {
    name: 'feed',
    description: 'For editors: take articles from RSS, Atom or JSON feeds as they appear',
    default_member_permissions: MANAGE_SERVER,
    options: [
      {
        type: OPTION.subcommand,
        name: 'add',
        description: 'Read a feed now and every 15 minutes from now on',
        options: [
          {
            type: OPTION.string,
            name: 'url',
            description: 'The address of the feed itself, e.g. https://example.org/rss.xml',
            required: true,
          },
        ],
      },
      {
        type: OPTION.subcommand,
        name: 'list',
        description: 'All feeds, how they are, and what was put aside',
      },
      {
        type: OPTION.subcommand,
        name: 'remove',
        description: 'Stop reading a feed; its articles stay',
        options: [which],
      },
      { type: OPTION.subcommand, name: 'check', description: 'Read a feed now', options: [which] },
    ],
  },
  input: z.discriminatedUnion('subcommand', [
    z.strictObject({
      subcommand: z.literal('add'),
      url: z.url({ protocol: /^https?$/u, error: inEnglish(message('fault.feed-address')) }).max(2000),
    }),
    z.strictObject({ subcommand: z.literal('list') }),
    z.strictObject({ subcommand: z.literal('remove'), feed: typedText }),
    z.strictObject({ subcommand: z.literal('check'), feed: typedText }),
  ]),
  run(input, desk, asker) {
    const tools = editorTools(desk);
    switch (input.subcommand) {
      case 'add':
        return addFeed(input.url, tools, asker);
      case 'list':
        return listFeeds(tools);
      case 'remove':
        return removeFeed(input.feed, tools);
      case 'check':
        return checkFeed(input.feed, tools);
    }
  },
  async suggest(_option, typed, desk) {
    const feeds = await editorTools(desk).archive.feeds.list();
    return suggestEntries(
      feeds.map(({ id, title }) => ({ id, headline: title === undefined ? id : `${id} · ${title}` })),
      typed,
    );
  },
  examples: () => ['/feed add url:https://example.org/rss.xml'],
  editorsOnly: true,
});
