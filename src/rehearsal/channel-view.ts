import type { Asker, Command, Desk } from '../desk/ports.ts';
import { byDate } from '../desk/find/scope.ts';
import { BOT, namedIn, PEOPLE, GUILDS } from './guilds.ts';
import type { Here } from './requests.ts';
import type { MessageLog } from './message-log.ts';
import type { PageCommand, ChannelView } from './view.ts';

/** Number of examples to show, and the commands whose examples come first because they differ the most. */
const EXAMPLES = 4;
const FIRST_TRIES = ['valuation', 'who-invested', 'timeline', 'summary'];

/** Everything that the page shows to a person in a guild. */
export function channelViewOf(
  { guild, person }: Here,
  commands: readonly Command[],
  desk: Desk,
  asker: Asker,
  messages: MessageLog,
): ChannelView {
  const usable = commands.filter(({ editorsOnly }) => !editorsOnly || asker.mayEdit);
  const [newest] = byDate(desk.index.documents());
  return {
    bot: BOT,
    people: PEOPLE,
    guilds: GUILDS.map(({ key, name, initials, channel }) => ({ key, name, initials, channel })),
    named: namedIn(guild),
    archive: {
      articles: desk.index.documents().length,
      ...(newest ? { headline: newest.article.headline } : {}),
    },
    commands: usable.map(({ data }) => data as PageCommand),
    examples: examplesOf(usable, desk),
    messages: messages.seen(guild, person),
    change: messages.lastChange(),
  };
}

/** Examples of the {@link FIRST_TRIES}, and in place of those that have none, of other commands in their order. */
function examplesOf(commands: readonly Command[], desk: Desk): string[] {
  const rank = ({ data: { name } }: Command): number =>
    FIRST_TRIES.includes(name) ? FIRST_TRIES.indexOf(name) : FIRST_TRIES.length;
  return commands
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ examples }) => examples?.(desk).slice(0, 1) ?? [])
    .slice(0, EXAMPLES);
}
