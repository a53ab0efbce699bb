import type { Verb } from '../terminal/verbs.ts';
import { readSettings } from '../settings.ts';

export const start: Verb = {
  usage: 'pullquote start',
  does: 'Starts the bot, or without a Discord token the rehearsal page.',
  async run() {
    const settings = readSettings(process.env);
    const { DISCORD_TOKEN: token } = settings;
    if (token === undefined) return (await import('./page.ts')).runPage(settings);
    return (await import('./bot.ts')).runBot(settings, token);
  },
};
