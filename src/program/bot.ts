import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import { startGateway } from '../discord/gateway.ts';
import { openLog } from '../discord/log.ts';
import type { Settings } from '../settings.ts';
import { measuring } from './metrics/measuring.ts';
import { openStoreAndNewsroom, postKeeper, toldToLeave } from './newsroom.ts';
import { openPublic } from './public.ts';
import { causeOf } from '../desk/cause.ts';

/** How long closing connections may keep the program alive. Milliseconds. */
const LINGER_MS = 1000;

/** Runs the bot on Discord until the program is stopped. Throws GatewayError if Discord rejects it. */
export async function runBot(settings: Settings, token: string): Promise<number> {
  const {
    DISCORD_API: api,
    DISCORD_GUILD_ID: guildId,
    DATABASE_URL,
    SEARCH_URL,
    LOG_LEVEL: level,
  } = settings;
  const secrets = [token, DATABASE_URL, SEARCH_URL, ...passwordsIn(SEARCH_URL)].filter(
    (secret) => secret !== undefined,
  );
  const measured = measuring(
    settings,
    openLog({ level, secrets, write: (line) => process.stdout.write(line) }),
  );
  const { log } = measured;
  // A failed answer must not end the program, and some libraries let rejections escape.
  process.on('unhandledRejection', (error) => log.error({ cause: causeOf(error) }, 'unhandled rejection'));
  const newsroom = await openStoreAndNewsroom(settings, log, { answered: measured.answered });
  const { guilds } = newsroom;
  const closeMetrics = await measured.serve(newsroom);
  const closePublic = await openPublic(settings, newsroom, log);
  const gateway = startGateway({
    api,
    token,
    guildId,
    commands,
    actions,
    mention: answerMention,
    deskFor: measured.deskFor(newsroom),
    log,
    onGuilds: {
      present: (ids, applicationId) => void guilds.present(ids, applicationId),
      joined: (id) => void guilds.joined(id),
      left: (id) => void guilds.left(id),
    },
    chosen: newsroom.chosen,
    onPosted: postKeeper(newsroom, log),
    onOverload: newsroom.onOverload,
  });
  newsroom.attach(gateway.outlet);
  try {
    await Promise.race([toldToLeave(), gateway.ended]);
  } finally {
    await gateway.stop();
    await closeMetrics();
    await closePublic();
    await newsroom.close();
    // All work is done by now, but a closing connection may keep the process alive.
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
  log.info({}, 'disconnected from Discord; all work is done');
  return 0;
}

/** The passwords in URLs that are separated by commas. */
const passwordsIn = (urls = ''): string[] =>
  urls.split(',').flatMap((url) => {
    const password = URL.parse(url.trim())?.password ?? '';
    return password === '' ? [] : [password, decodeURIComponent(password)];
  });
