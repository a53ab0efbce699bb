import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { addAll, type Ending, type AddSource } from './add-all.ts';
import { articleFields, type ArticleFields } from '../article/fields.ts';
import { cautionWords } from '../desk/reading-words.ts';
import { notAdded } from '../desk/not-added.ts';
import { displayName } from '../intake/intake-error.ts';
import { StoreError } from '../store/db/db.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { checkedVisibility, type Visibility } from '../store/articles/stored.ts';
import { plural } from '../reply/count.ts';
import { AskerError } from '../reply/error-reply.ts';
import { importLines } from './import-lines.ts';
import { duration, progressBar } from './progress.ts';
import { sourcesNamed, type Named, type Readers } from './sources.ts';
import type { Terminal } from './terminal.ts';
import { inEnglish } from '../words/message.ts';
import { untilBack, type UntilBack } from './until-back.ts';
import { runText } from '../reply/say.ts';

/** What is needed to add to a server. */
export type Adding = Readers &
  Readonly<{
    archive: Pick<GuildArchive, 'add' | 'guildId'>;
    /** Folders for the progress of a long import, and for the report on refused articles. */
    stateDir: string;
    reportDir: string;
    /** Aborts on a request to stop, such as Ctrl+C. */
    signal: AbortSignal;
    close(): Promise<void>;
  }>;

/** Opens the archive of the named server, or of the default one. Throws AskerError and StoreError. */
export type OpenAdding = (guild: string | undefined) => Promise<Adding>;

export const ADD_USAGE = `pullquote add PATH|URL|FILE.jsonl... [--server ID] [--headline TEXT] [--byline TEXT] [--publisher TEXT]
                 [--date YYYY-MM-DD] [--url URL] [--language TAG] [--channel ID]... [--embargo TIME]`;

const field = { type: 'string' } as const;
const OPTIONS = {
  server: field,
  guild: field,
  headline: field,
  byline: field,
  publisher: field,
  date: field,
  url: field,
  language: field,
  channel: { type: 'string', multiple: true },
  embargo: field,
} as const;

/** Schema of the article fields that can be given as options. */
const fieldsSchema = articleFields.omit({ id: true, text: true }).partial();

/** Maximum number of skipped files to name. */
const MOST_SHOWN = 5;

type Counts = Record<Ending['outcome'], number>;

/** `add`: adds files, folders and pages to one server's archive. Returns the exit code: 1 when something was not added. */
export async function addInTerminal(
  argv: readonly string[],
  open: OpenAdding,
  terminal: Terminal,
  now: () => number,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<number> {
  const { named, guild, fields, visibility } = readArguments(argv);
  const persist = untilBack(terminal, now, pause);
  const adding = persistent(await persist(() => open(guild)).catch(withRemedy), persist);
  try {
    const things = (): AsyncGenerator<Named> => sourcesNamed(named, adding);
    const found = await counted(things());
    if (found.sources > 1 && (fields.headline ?? fields.url) !== undefined) {
      throw new AskerError('--headline and --url are of one article: add it alone.');
    }
    tellPassedOver(found, terminal);
    let code = 0;
    for await (const thing of found.lines > 0 ? things() : []) {
      if (adding.signal.aborted) break;
      if (thing.kind !== 'lines') continue;
      code = Math.max(code, await importLines(thing.file, { ...adding, fields, visibility }, terminal, now));
    }
    if (found.lines > 0 && found.sources === 0) return code;
    const sources = { all: found.sources, each: sourcesIn(things()) };
    return Math.max(code, await addFound(sources, { adding, fields, visibility }, terminal, now));
  } finally {
    await adding.close();
  }
}

/** Retries adding until the database is back, which is safe: the same text added twice is one article. */
const persistent = (adding: Adding, persist: UntilBack): Adding => ({
  ...adding,
  archive: {
    guildId: adding.archive.guildId,
    add: (...arrivals) => persist(() => adding.archive.add(...arrivals), adding.signal),
  },
});

/** Numbers of what was found. A folder may have too many files to remember, so it is read again for adding. */
type Found = { sources: number; lines: number; passedOver: number; firstPassedOver: string[] };

async function counted(things: AsyncIterable<Named>): Promise<Found> {
  const found: Found = { sources: 0, lines: 0, passedOver: 0, firstPassedOver: [] };
  for await (const thing of things) {
    if (thing.kind === 'source') found.sources += 1;
    else if (thing.kind === 'lines') found.lines += 1;
    else if (found.passedOver++ < MOST_SHOWN) found.firstPassedOver.push(thing.file);
  }
  return found;
}

async function* sourcesIn(things: AsyncIterable<Named>): AsyncGenerator<AddSource> {
  for await (const thing of things) if (thing.kind === 'source') yield thing.source;
}

async function addFound(
  sources: Readonly<{ all: number; each: AsyncIterable<AddSource> }>,
  how: Readonly<{ adding: Adding; fields: Partial<ArticleFields>; visibility: Visibility }>,
  { output, errors }: Terminal,
  now: () => number,
): Promise<number> {
  const { adding, fields, visibility } = how;
  const { archive, signal } = adding;
  const counts: Counts = { added: 0, same: 0, 'url-taken': 0, retracted: 0, refused: 0 };
  const refusals: string[] = [];
  const begun = now();
  const progress = progressBar(output, sources.all, now);
  const onEnd = (source: AddSource, ending: Ending): void => {
    counts[ending.outcome] += 1;
    progress.step();
    const refusal = refusalOf(source, ending);
    if (refusal !== undefined) refusals.push(refusal);
    else if (!output.isTTY) output.write(`${lineOf(source, ending)}\n`);
  };
  try {
    await addAll({ archive, sources: sources.each, by: 'terminal', fields, visibility, onEnd, signal });
  } finally {
    progress.end();
    for (const refusal of refusals) errors.write(`${refusal}\n`);
    output.write(`${summary(counts, archive.guildId, (now() - begun) / 1000)}\n`);
  }
  const ended = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (ended < sources.all) {
    const left = plural(sources.all - ended, 'file or address', 'files and addresses');
    errors.write(`Stopped before ${left}: the same command goes on from here.\n`);
  }
  return counts.added + counts.same >= sources.all && sources.all > 0 ? 0 : 1;
}

/** The line for an added article, written when it is durable: `added council-vote (news/council vote.txt)`. */
function lineOf({ name }: AddSource, ending: Ending): string {
  const id = ending.outcome === 'added' ? ending.stored.article.id : 'id' in ending ? ending.id : '';
  const cautions = ending.outcome === 'added' ? cautionWords(ending.stored.reading) : [];
  return [
    `${ending.outcome === 'added' ? 'added' : 'already there:'} ${id} (${displayName(name)})`,
    ...cautions.map((caution) => `  ${runText(caution)}`),
  ].join('\n');
}

/** The reason why a source was not added, and the remedy. */
function refusalOf({ name }: AddSource, ending: Ending): string | undefined {
  const called = displayName(name);
  if (ending.outcome === 'refused') {
    const { message } = ending.error;
    return message.includes(called) ? message : `${called}: ${message}`;
  }
  const refusal = notAdded(ending);
  return refusal === undefined ? undefined : `${called}: ${inEnglish(refusal)}`;
}

function summary(counts: Counts, guildId: string, seconds: number): string {
  const { added, same } = counts;
  const rate = added >= 100 && seconds > 0 ? `, ${Math.round(added / seconds)} a second` : '';
  const refused = counts.refused + counts['url-taken'] + counts.retracted;
  return (
    [
      `${plural(added, 'article')} added to server ${guildId} in ${duration(seconds)}${rate}`,
      ...(same > 0 ? [`${same.toLocaleString('en-US')} already there`] : []),
      ...(refused > 0 ? [`${refused.toLocaleString('en-US')} refused`] : []),
    ].join('; ') + '.'
  );
}

function tellPassedOver({ sources, lines, passedOver, firstPassedOver }: Found, { errors }: Terminal): void {
  if (passedOver > 0) {
    const shown = firstPassedOver.map(displayName).join(', ');
    const more = passedOver > MOST_SHOWN ? ' and others' : '';
    errors.write(
      `${plural(passedOver, 'file')} passed over, since only .txt, .md, .html, .docx, .pdf and .jsonl are read: ${shown}${more}.\n`,
    );
  }
  if (sources + lines === 0)
    errors.write('There is no article in what was named: name a file, a folder or an address.\n');
}

/** Adds a remedy to the error of a locked store: SQLite allows only one writer, such as a running bot. */
function withRemedy(error: unknown): never {
  if (!(error instanceof StoreError) || error.fault !== 'locked') throw error;
  const words = 'While the bot runs, /article add in Discord adds to the same archive.';
  throw new StoreError('locked', `${error.message} ${words}`, error);
}

function readArguments(argv: readonly string[]) {
  const { values, positionals } = parsed(argv);
  if (positionals.length === 0) throw new AskerError(`There is nothing to add. Usage: ${ADD_USAGE}`);
  const {
    server,
    guild = server,
    channel: channels,
    embargo: embargoUntil,
    date: publishedAt,
    ...rest
  } = values;
  return {
    named: positionals,
    guild,
    fields: checked(() => fieldsSchema.parse(known({ ...rest, publishedAt }))) as Partial<ArticleFields>,
    visibility: checked(() => checkedVisibility(known({ channels, embargoUntil }))),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new AskerError(`${(error as Error).message.split('. ')[0]}. Usage: ${ADD_USAGE}`, { cause: error });
  }
}

const known = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const OPTION_NAMES: Readonly<Record<string, string>> = {
  publishedAt: 'date',
  channels: 'channel',
  embargoUntil: 'embargo',
};

function checked<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const names = new Set(
      error.issues.map(({ path: [name] }) => `--${OPTION_NAMES[String(name)] ?? String(name)}`),
    );
    throw new AskerError(`What ${[...names].join(', ')} says cannot be used. Usage: ${ADD_USAGE}`, {
      cause: error,
    });
  }
}
