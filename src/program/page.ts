import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import { fetchUrl } from '../intake/net/fetch-url.ts';
import { modalData } from '../discord/modal.ts';
import { payloadOf } from '../discord/payload.ts';
import { plainText, type MessageText } from '../discord/plain-text.ts';
import type { Fetchers } from '../newsroom/read-source.ts';
import type { RunningNewsroom } from '../newsroom/start.ts';
import { startRehearsal } from '../rehearsal/server.ts';
import { openUploads } from '../rehearsal/uploads.ts';
import type { Settings } from '../settings.ts';
import { openStoreAndNewsroom, postKeeper, toldToLeave } from './newsroom.ts';
import { REHEARSAL_GUILDS } from './place.ts';
import { openPublic, pagesOf } from './public.ts';
import { measuring } from './metrics/measuring.ts';
import { terminalLog } from './terminal.ts';

/** Runs the rehearsal page until the program is stopped. Throws RehearsalError if its port is taken. */
export async function runPage(settings: Settings): Promise<number> {
  const uploads = openUploads();
  const measured = measuring(settings, terminalLog);
  const { log } = measured;
  const newsroom = Promise.withResolvers<RunningNewsroom>();
  // Opens the port first: on a second start, “it is running already” helps more than “the archive is in use”.
  const page = await startRehearsal({
    port: settings.PORT,
    host: settings.HOST,
    commands,
    actions,
    mention: answerMention,
    deskFor: async (asker) => measured.deskFor(await newsroom.promise)(asker),
    uploads,
    publicPages: async (path, query, accepted) => (await pages)(path, query, accepted),
    onPosted: (post) => void newsroom.promise.then((open) => postKeeper(open, log)(post)),
    format: {
      payloadOf,
      formOf: modalData,
      // The components come from payloadOf; the page has a looser type for them.
      plainText: ({ content = '', components = [] }) =>
        plainText({ content, components: components as NonNullable<MessageText['components']> }),
    },
    now: () => new Date(),
    log,
  });
  const pages = newsroom.promise.then((running) =>
    pagesOf(running, () => settings.PUBLIC_URL ?? page.url, settings.DISCORD_GUILD_ID ?? REHEARSAL_GUILDS[0]),
  );
  // Requests that came early fail with it, too.
  pages.catch(() => undefined);
  const fetchers: Fetchers = { page: fetchUrl, file: async (url) => uploads.fetch(url) };
  const opened = openStoreAndNewsroom(settings, log, { fetchers, answered: measured.answered });
  opened.then(newsroom.resolve, newsroom.reject);
  // Early requests reject with the same error; here it ends the program.
  newsroom.promise.catch(() => page.close());
  const running = await opened;
  running.attach(page.outlet);
  const closeMetrics = await measured.serve(running);
  const closePublic = await openPublic(settings, running, log);
  process.stdout.write(`Try it at ${page.url} (Ctrl+C ends it).\n`);
  process.stderr.write('To connect to Discord, put DISCORD_TOKEN into .env (README, “Discord”).\n');
  await toldToLeave();
  await page.close();
  await closeMetrics();
  await closePublic();
  await running.close();
  return 0;
}
