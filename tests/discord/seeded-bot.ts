import { afterEach, beforeEach } from 'vitest';
import { seedArticle } from '../support/desk.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type FakeDiscord, type StoredMessage } from './fake-discord.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { PATIENCE } from './patience.ts';

/** For each test the bot, with the seed article, on a Discord of its own. */
export function seededBotForEach(): { discord: FakeDiscord; bot: Bot } {
  const at = {} as { discord: FakeDiscord; bot: Bot };
  beforeEach(async () => {
    at.discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [(await seedArticle()).text] });
    at.bot = await startBot(at.discord);
    await at.discord.ready();
  });
  afterEach(async () => {
    await at.bot.stop();
    await at.discord.close();
  });
  return at;
}

/** All that a message shows, as one text. */
export const textOf = (message: StoredMessage): string => textsOf(message as unknown as Json).join('\n');
