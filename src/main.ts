#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from 'dotenv';
import manifest from '../package.json' with { type: 'json' };
import { actions } from '../commands/actions/index.ts';
import { commands } from '../commands/index.ts';
import { answerMention } from '../commands/mention.ts';
import { createEngine, type SearchEngine } from './answer/ask.ts';
import { readFolder } from './archive/folder.ts';
import { documentOf } from './article/document.ts';
import { ArticleError } from './article/parse.ts';
import { StoreError } from './archive/db.ts';
import { add, ADD_USAGE, type OpenAdding } from './cli/add.ts';
import { ask, ASK_USAGE, type OpenDesk } from './cli/ask.ts';
import * as storeVerbs from './cli/store-verbs.ts';
import type { Terminal } from './cli/terminal.ts';
import { helpText, verbHelp, type Verb } from './cli/verbs.ts';
import { guildMeant, guildToAddTo, type GuildHints } from './cli/which-guild.ts';
import type { Desk } from './desk/desk.ts';
import type { Posted } from './desk/posted.ts';
import type { MessageText } from './discord/plain-text.ts';
import type { Fetchers } from './newsroom/read-source.ts';
import type { RunningNewsroom } from './newsroom/start.ts';
import { openPng } from './picture/png.ts';
import { PLACES } from './rehearsal/places.ts';
import { revisionIn } from './desk/revision.ts';
import { AskerError } from './reply/error-reply.ts';
import { MODEL } from './search/model.ts';
import { createSearchIndex, type SearchIndex } from './search/search-index.ts';
import { parseSynonyms } from './search/synonyms.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

/**
 * Memory that one UTF-16 unit of indexed text takes, all of the index included; `npm run load:adding` prints it: 9 at 100,000
 * sentences, 7 at 270,000. With room for what questions need. Bytes.
 */
const BYTES_PER_UNIT = 12;
/** How long a closed connection may keep the program. Milliseconds. */
const LINGER_MS = 1000;
const SYNONYMS = join(import.meta.dirname, '..', 'seeds', 'synonyms.txt');

/** How answers are made over any index. */
async function engineMaker(settings: Settings): Promise<(index: SearchIndex) => SearchEngine> {
  const synonyms = parseSynonyms(await readFile(SYNONYMS, 'utf8'));
  const thresholds = { found: settings.FOUND_CONFIDENCE, unsure: settings.UNSURE_CONFIDENCE };
  return (index) => createEngine(index, synonyms, MODEL, thresholds);
}

/** A desk over folders of articles: the house articles, unless told otherwise, and those given or else those added. */
const openDesk: OpenDesk = async ({ folders, seeds, guild }) => {
  const settings = readSettings(process.env);
  const index = createSearchIndex();
  const problems: string[] = [];
  for (const folder of [...(seeds ? [settings.ARTICLES_DIR] : []), ...folders]) {
    const found = await readFolder(folder);
    problems.push(...found.problems);
    for (const article of found.articles) index.add(documentOf(article));
  }
  if (folders.length === 0 || guild !== undefined) {
    const { readAdded } = await import('./newsroom/offline.ts');
    const choose = (known: GuildHints['known']) => guildMeant(guildHints(settings, guild, known));
    for (const article of await readAdded(placeOf(settings), choose, new Date()))
      index.add(documentOf(article));
  }
  const engineOver = await engineMaker(settings);
  const desk: Desk = {
    index,
    ask: engineOver(index),
    commands,
    notes: { gap: () => {}, feedback: () => {} },
    editorRoles: [],
    answerChannels: [],
    png: openPng(),
    revision: revisionIn(index),
    retracted: () => Promise.resolve([]),
    took: () => {},
    now: () => new Date(),
    log: terminalLog,
  };
  return { desk, problems };
};

const quiet = (): void => {};
const terminalLog: Desk['log'] = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};

const terminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  colour: process.stdout.isTTY && !process.env['NO_COLOR'],
};

/** Where the settings say that the store is. */
const placeOf = ({ DATA_DIR, DATABASE_URL }: Settings): { dataDir: string; databaseUrl?: string } => ({
  dataDir: DATA_DIR,
  ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
});

/** What tells which server's archive is meant in the terminal. */
const guildHints = (
  { DISCORD_GUILD_ID: set, DISCORD_TOKEN }: Settings,
  given: string | undefined,
  known: GuildHints['known'],
): GuildHints => ({
  given,
  set,
  known,
  rehearsal: PLACES.map(({ guildId }) => guildId),
  connects: DISCORD_TOKEN !== undefined,
});

const openAdding: OpenAdding = async (guild) => {
  const { openToAdd } = await import('./newsroom/offline.ts');
  const settings = readSettings(process.env);
  const { articles } = await readFolder(settings.ARTICLES_DIR);
  const house = new Set(articles.map(({ id }) => id));
  const stopping = new AbortController();
  // The second one ends the program at once.
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
  const options = { ...placeOf(settings), reserved: (id: string) => house.has(id) };
  const desk = await openToAdd(options, (known) => guildToAddTo(guildHints(settings, guild, known)));
  return { ...desk, signal: stopping.signal };
};

/** A verb for the whole store. */
const wholeStore =
  (run: typeof storeVerbs.backup): Verb['run'] =>
  async (argv) => {
    const { storeKeeper } = await import('./newsroom/offline.ts');
    return run(argv, storeKeeper(placeOf(readSettings(process.env))), terminal);
  };

/** Every server's archive, over the store that the settings name. */
async function openNewsroom(
  settings: Settings,
  log: Desk['log'],
  fetchers?: Fetchers,
): Promise<RunningNewsroom> {
  // Loaded here: questions in the terminal do without a store.
  const { startNewsroom } = await import('./newsroom/start.ts');
  const { articles, problems } = await readFolder(settings.ARTICLES_DIR);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return startNewsroom({
    store: placeOf(settings),
    house: articles.map(documentOf),
    engineOver: await engineMaker(settings),
    ...(fetchers && { fetchers }),
    limit: (settings.INDEX_MEMORY_MB * 1_000_000) / BYTES_PER_UNIT,
    bytesPerUnit: BYTES_PER_UNIT,
    version: manifest.version,
    common: { commands, png: openPng(), now: () => new Date(), log },
  });
}

/** Starts the bot, or without a token the rehearsal page, until the program is told to leave. */
function start(): Promise<number> {
  const settings = readSettings(process.env);
  const { DISCORD_TOKEN: token } = settings;
  return token === undefined ? startPage(settings) : startBot(settings, token);
}

async function startBot(settings: Settings, token: string): Promise<number> {
  const { DISCORD_API: api, DISCORD_GUILD_ID: guildId, DATABASE_URL, LOG_LEVEL: level } = settings;
  const [{ startGateway }, { openLog }] = await Promise.all([
    import('./discord/gateway.ts'),
    import('./discord/log.ts'),
  ]);
  const secrets = [token, ...(DATABASE_URL === undefined ? [] : [DATABASE_URL])];
  const log = openLog({ level, secrets, write: (line) => process.stdout.write(line) });
  // One answer that fails must not end all others; libraries let rejections of their own escape.
  process.on('unhandledRejection', (error) => log.error({ cause: String(error) }, 'something failed unseen'));
  const newsroom = await openNewsroom(settings, log);
  const { guilds } = newsroom;
  const gateway = startGateway({
    api,
    token,
    guildId,
    commands,
    actions,
    mention: answerMention,
    deskFor: newsroom.deskFor,
    log,
    onGuilds: {
      // What was tried out on the page is not that of servers which the bot left.
      present: (ids) => void guilds.present([...ids, ...PLACES.map((place) => place.guildId)]),
      joined: (id) => void guilds.joined(id),
      left: (id) => void guilds.left(id),
    },
    onPosted: postKeeper(newsroom, log),
  });
  newsroom.attach(gateway.outlet);
  try {
    await Promise.race([toldToLeave(), gateway.ended]);
  } finally {
    await gateway.stop();
    await newsroom.close();
    // A connection that is being closed may linger; whatever was under way is done by now.
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
  log.info({}, 'left Discord; all that was under way is done');
  return 0;
}

/** Keeps what public messages quote. */
const postKeeper =
  (newsroom: RunningNewsroom, log: Desk['log']) =>
  ({ guildId, ...post }: Posted): void =>
    void newsroom
      .posted(guildId, post)
      .catch((error: unknown) => log.warn({ cause: String(error) }, 'a message could not be remembered'));

const toldToLeave = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve);
  });

async function startPage(settings: Settings): Promise<number> {
  const { PORT } = settings;
  // Loaded here: the terminal needs neither and is to start fast.
  const [{ startRehearsal }, { openUploads }, { fetchUrl }, { payloadOf }, { modalData }, { plainText }] =
    await Promise.all([
      import('./rehearsal/server.ts'),
      import('./rehearsal/uploads.ts'),
      import('./archive/intake/net/fetch-url.ts'),
      import('./discord/payload.ts'),
      import('./discord/modal.ts'),
      import('./discord/plain-text.ts'),
    ]);
  const uploads = openUploads();
  const newsroom = Promise.withResolvers<RunningNewsroom>();
  // The port first: whoever starts the program twice is to be told that it runs already, not that its archive is in use.
  const page = await startRehearsal({
    port: PORT,
    commands,
    actions,
    mention: answerMention,
    deskFor: async (asker) => (await newsroom.promise).deskFor(asker),
    uploads,
    onPosted: (post) => void newsroom.promise.then((open) => postKeeper(open, terminalLog)(post)),
    wire: {
      payloadOf,
      formOf: modalData,
      // The components are those of payloadOf, seen through the page's looser type.
      plainText: ({ content = '', components = [] }) =>
        plainText({ content, components: components as NonNullable<MessageText['components']> }),
    },
    now: () => new Date(),
    log: terminalLog,
  });
  const fetchers: Fetchers = { page: fetchUrl, file: async (url) => uploads.fetch(url) };
  const opened = openNewsroom(settings, terminalLog, fetchers);
  opened.then(newsroom.resolve, newsroom.reject);
  // Requests that came early fail with it; here it ends the program.
  newsroom.promise.catch(() => page.close());
  const running = await opened;
  running.attach(page.outlet);
  process.stdout.write(`Try it at ${page.url} (Ctrl+C ends it).\n`);
  process.stderr.write('To connect to Discord, put DISCORD_TOKEN into .env (README, “Discord”).\n');
  await toldToLeave();
  await page.close();
  await running.close();
  return 0;
}

/** What `pullquote VERB` can do. */
const VERBS: Readonly<Record<string, Verb>> = {
  start: {
    usage: 'pullquote start',
    does: 'Starts the bot, or without a Discord token the rehearsal page.',
    run: start,
  },
  ask: {
    usage: ASK_USAGE,
    does: 'Answers in the terminal: one question or command, a prompt, or a batch of JSON lines.',
    run: (argv) => ask(argv, openDesk, terminal),
  },
  add: {
    usage: ADD_USAGE,
    does: 'Adds files, folders and pages to a server’s archive.',
    run: (argv) => add(argv, openAdding, terminal, () => performance.now()),
  },
  backup: {
    usage: storeVerbs.BACKUP_USAGE,
    does: 'Writes the archive of all servers to one file, also while the bot runs.',
    run: wholeStore(storeVerbs.backup),
  },
  restore: {
    usage: storeVerbs.RESTORE_USAGE,
    does: 'Replaces the archive by a backup; what was retracted since stays retracted.',
    run: wholeStore(storeVerbs.restore),
  },
  verify: {
    usage: storeVerbs.VERIFY_USAGE,
    does: 'Checks every stored text, table and index, and names what is damaged.',
    run: wholeStore(storeVerbs.verify),
  },
  help: { usage: 'pullquote help', does: 'Tells all this.', run: showHelp },
};

async function showHelp(): Promise<number> {
  process.stdout.write(helpText(VERBS));
  return 0;
}

async function main([given = 'start', ...argv]: readonly string[]): Promise<number> {
  const name = given === '--help' || given === '-h' ? 'help' : given;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) throw new AskerError(`There is no “${name}”: choose one of ${Object.keys(VERBS).join(', ')}.`);
  if (argv[0] !== '--help' && argv[0] !== '-h') return verb.run(argv);
  process.stdout.write(verbHelp(verb));
  return 0;
}

// A reader that goes away (`… | head`) ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
config({ quiet: true });
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected =
    error instanceof AskerError ||
    error instanceof ArticleError ||
    error instanceof SettingsError ||
    error instanceof StoreError ||
    // By name, so that the page and the gateway are loaded only when they are started.
    (error instanceof Error && ['RehearsalError', 'GatewayError'].includes(error.name));
  if (!expected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : 1;
}
