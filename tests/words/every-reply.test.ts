import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readTyped } from '../../src/desk/command-line.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { startBot, type Bot } from '../discord/bot.ts';
import { fakeDiscord, PERMISSION, type Exchange, type FakeDiscord } from '../discord/fake-discord.ts';
import { flatten } from '../discord/fake-rules.ts';
import { asList, asText, type Json } from '../discord/json.ts';
import { PATIENCE } from '../discord/patience.ts';
import { seedArticle } from '../support/desk.ts';
import { editor } from '../support/newsroom.ts';

let discord: FakeDiscord;
let bot: Bot;
beforeAll(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [(await seedArticle()).text] });
  bot = await startBot(discord);
  await discord.ready();
}, 240_000);
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

/** Input besides the commands' own examples: misses, errors and the desk. */
const MORE = [
  '/ask question:Did Volkswagen recall zebras?',
  '/ask question:Who led the round? from:2019-01-01 to:2018-01-01',
  '/ask question:Who led it? article:nothing like it',
  '/quote phrase:round led by',
  '/quote phrase:never written',
  '/figures topic:zebras',
  '/timeline topic:zebras',
  '/who-is name:Nobody Atall',
  '/valuation company:Nobody',
  '/founded company:SenseTimee',
  '/check text:“just closed a $700 million round, led by the Chinese giant Alibaba”',
  '/check text:“In July 2017, it also had closed a $410 million rounds.” and “never written by anyone”',
  '/check text:…',
  '/source text:closed a round in July',
  '/source text:zebras were recalled by nobody at all',
  '/cite receipt:none',
  '/cite receipt:sensetime-alibaba-round.r1.s5 format:html',
  '/card receipt:sensetime-alibaba-round.r9.s5',
  '/articles from:2030-01-01',
  '/articles',
  '/article show article:nothing',
  '/article retract article:nothing',
  '/feed list',
  '/feed check feed:nothing',
  '/desk editors',
  '/desk channels',
  '/desk settings',
  '/follow list',
  '/follow add topic topic:SenseTime',
  '/follow add topic topic:the',
  '/follow remove what:nothing',
  '/digest show',
  '/digest off',
  '/digest daily hour:8 timezone:Nowhere',
  '/digest daily hour:8 timezone:Europe/Berlin',
  '/gaps',
  '/status',
  '/help',
];
const BUTTONS = ['context', 'copy', 'card', 'feedback', 'more'];
const EDITOR = { permissions: PERMISSION.manageGuild | PERMISSION.viewChannel };

/** English words that no other language here has: if one remains, a sentence was not translated. */
const ENGLISH =
  /\b(?:the|this|that|with|there|which|and|from|you|its|is|are|were|not found|sentences?|answers?)\b/iu;

/** Everything that a message or form says, line by line. */
function linesOf(exchange: Exchange): string[] {
  if (exchange.type() === 9) {
    const form = exchange.modal() as unknown as Json;
    const fields = asList(form['components']).flatMap((each) => [
      asText(each['label']),
      asText((each['component'] as Json | undefined)?.['placeholder']),
    ]);
    return [asText(form['title']), ...fields];
  }
  const parts = asList(exchange.message().components).flatMap(flatten);
  return parts.flatMap((part) => [...asText(part['content']).split('\n'), asText(part['label'])]);
}

/** A line without quotes, typed text and names. */
const ownWords = (line: string): string =>
  /^> |\?$|？$|^<blockquote>/u.test(line)
    ? ''
    : line
        .replaceAll(/“[^”]*”|„[^“]*“|«[^»]*»|「[^」]*」|\*\*[^*]*\*\*|~~[^~]*~~/gu, '')
        .replaceAll(/[\w-]+\.r\d+\.s[\d-]+|https?:\S+|<[@#][^>]*>/gu, '');

/** Whether a line is a sentence of the article, possibly with a marked difference. */
const isNews = (line: string, text: string): boolean =>
  line.trim().length > 40 && (text.includes(line.trim()) || text.includes(line.trim().slice(-40)));

test.each(LANGUAGES.slice(1).map((language) => [language.tag, language] as const))(
  'every command answers in %s: no English sentence of the bot’s own is left',
  async (tag, language) => {
    const { headline, text } = await seedArticle();
    const [server] = discord.guilds;
    if (!server) throw new Error('There is no server.');
    server.locale = tag;
    const where = { ...EDITOR, locale: language.discord[0] ?? tag };
    const desk = await bot.newsroom.deskFor(editor({ guildId: server.id }));
    const typed = [...commands.flatMap((command) => command.examples?.(desk) ?? []), ...MORE];
    const left: string[] = [];
    const look = (what: string, exchange: Exchange): void => {
      const lines = linesOf(exchange).map((line) => ownWords(line.replaceAll(headline, '')));
      for (const line of lines.filter((each) => ENGLISH.test(each) && !isNews(each, text)))
        left.push(`${what}: ${line}`);
    };
    for (const example of typed) {
      const { command, raw } = readTyped(example, commands);
      const { group, subcommand, ...values } = raw as Record<string, string>;
      const name = [command.data.name, group, subcommand].filter(Boolean).join(' ');
      const exchange = await discord.slash(name, values, where);
      look(example, exchange);
      if (exchange.type() !== 4 || !example.startsWith('/ask')) continue;
      for (const component of asList(exchange.message().components).flatMap(flatten)) {
        const id = asText(component['custom_id']);
        if (BUTTONS.some((action) => id.startsWith(`1:${action}:`)))
          look(`${example} ${id}`, await discord.button(exchange.message(), id, where));
      }
    }
    expect(left).toEqual([]);
  },
  240_000,
);
