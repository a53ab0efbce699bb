import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ArticleFields } from '../article/fields.ts';
import { notAdded } from '../desk/not-added.ts';
import { articleOfLine, jsonLinesOf, type JsonLine } from '../intake/json-lines.ts';
import { plural } from '../reply/count.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Arrival } from '../store/articles/add-article.ts';
import type { Draft, Visibility } from '../store/articles/stored.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { inEnglish } from '../words/message.ts';
import { duration, longProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Options for importing a file of articles, one JSON object per line. */
export type ImportOptions = Readonly<{
  archive: Pick<GuildArchive, 'add' | 'guildId'>;
  /** Folder for the progress of the import. */
  stateDir: string;
  /** Folder for the report on refused lines. */
  reportDir: string;
  /** Fields that override those of the lines. */
  fields: Partial<ArticleFields>;
  visibility: Visibility;
  signal: AbortSignal;
}>;

/** Maximum number of articles, and of characters of their texts, in one transaction. */
const BATCH = { articles: 500, characters: 4_000_000 };

const stateSchema = z.object({
  /** Size and modification time, by which a changed file is recognised. */
  size: z.number(),
  changed: z.number(),
  /** First byte and number of the first line that is not imported yet. */
  next: z.number(),
  line: z.number(),
  added: z.number(),
  same: z.number(),
  refused: z.number(),
  /** Length of the report on the lines imported so far. Bytes. */
  report: z.number(),
});
type State = z.infer<typeof stateSchema>;

/**
 * Imports a file of any size with constant memory. After a kill at any moment, the next run continues where it was. Lines without a
 * usable article are counted and written to a report. Returns the exit code: 1 if a line was refused.
 */
export async function importLines(
  file: string,
  options: ImportOptions,
  { output, errors }: Terminal,
  now: () => number,
): Promise<number> {
  const { archive, fields, visibility, signal, reportDir } = options;
  const found = statOf(file);
  const report = path.join(reportDir, `${path.basename(file)}.refused.jsonl`);
  const kept = keeper(file, options);
  const begun = now();
  let state = kept.read(found) ?? freshState(found);
  const before = state.added;
  if (state.line > 1) output.write(`${file}: going on from line ${state.line.toLocaleString('en-US')}.\n`);
  truncate(report, state.report);
  const progress = longProgress(output, now);
  try {
    for await (const batch of batchesOf(file, state, fields)) {
      if (signal.aborted) break;
      const refusals = batch.refused;
      const arrivals = batch.taken.map(({ arrival }) => ({
        draft: arrival.draft,
        visibility: { ...arrival.visibility, ...visibility },
      }));
      const outcomes = await archive.add(arrivals, { by: 'terminal' });
      for (const [n, added] of outcomes.entries()) {
        const refusal = notAdded(added);
        const { line, headline } = batch.taken[n] as Taken;
        if (refusal !== undefined) refusals.push({ line, headline, reason: inEnglish(refusal) });
      }
      state = {
        ...state,
        next: batch.next,
        line: batch.lastLine + 1,
        added: state.added + outcomes.filter(({ outcome }) => outcome === 'added').length,
        same: state.same + outcomes.filter(({ outcome }) => outcome === 'same').length,
        refused: state.refused + refusals.length,
        report: append(report, refusals),
      };
      kept.write(state);
      progress.tell(state.added + state.same, state.next / Math.max(1, state.size));
    }
  } finally {
    progress.end();
  }
  const seconds = (now() - begun) / 1000;
  output.write(`${summary(state, archive.guildId, state.added - before, seconds)}\n`);
  if (state.refused > 0) errors.write(`${report} tells which lines were refused, and why.\n`);
  if (signal.aborted) {
    errors.write(`Stopped after line ${state.line - 1}: the same command goes on from here.\n`);
    return 1;
  }
  kept.remove();
  return state.refused > 0 ? 1 : 0;
}

type Taken = Readonly<{ line: number; headline: string; arrival: Arrival }>;
type Refusal = Readonly<{ line: number; headline?: string; reason: string }>;
type Batch = { taken: Taken[]; refused: Refusal[]; next: number; lastLine: number };

async function* batchesOf(
  file: string,
  { next, line }: State,
  known: Partial<ArticleFields>,
): AsyncGenerator<Batch> {
  const empty = (): Batch => ({ taken: [], refused: [], next, lastLine: line });
  let batch = empty();
  let characters = 0;
  for await (const each of jsonLinesOf(file, next, line)) {
    characters += take(batch, each, known);
    const count = batch.taken.length + batch.refused.length;
    if (count < BATCH.articles && characters < BATCH.characters) continue;
    yield batch;
    batch = empty();
    characters = 0;
  }
  if (batch.taken.length + batch.refused.length > 0) yield batch;
}

/** Adds a line to a batch, and returns the number of characters of its text. */
function take(batch: Batch, line: JsonLine, known: Partial<ArticleFields>): number {
  batch.next = line.next;
  batch.lastLine = line.n;
  const read = articleOfLine(line, known);
  if ('refused' in read) {
    const { refused: reason, headline } = read;
    batch.refused.push({ line: line.n, ...(headline !== undefined && { headline }), reason });
    return 0;
  }
  const arrival = { draft: read.fields as Draft, visibility: read.visibility };
  batch.taken.push({ line: line.n, headline: read.fields.headline, arrival });
  return read.fields.text.length;
}

function summary({ added, same, refused }: State, guildId: string, now: number, seconds: number): string {
  const rate =
    now >= 100 && seconds > 0 ? `, ${Math.round(now / seconds).toLocaleString('en-US')} a second` : '';
  const parts = [`${plural(added, 'article')} added to server ${guildId} in ${duration(seconds)}${rate}`];
  if (same > 0) parts.push(`${same.toLocaleString('en-US')} already there`);
  if (refused > 0) parts.push(`${refused.toLocaleString('en-US')} refused`);
  return `${parts.join('; ')}.`;
}

/** Appends to the report, and returns its length. Bytes. */
function append(report: string, refusals: readonly Refusal[]): number {
  const lines = refusals.toSorted((a, b) => a.line - b.line).map((each) => `${JSON.stringify(each)}\n`);
  if (lines.length > 0) fs.appendFileSync(report, lines.join(''));
  return sizeOf(report);
}

const sizeOf = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Removes from the report what a killed run wrote after it last stored its progress. */
function truncate(report: string, length: number): void {
  if (!fs.existsSync(report)) return;
  if (length === 0) fs.rmSync(report);
  else fs.truncateSync(report, length);
}

function statOf(file: string): fs.Stats {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return found;
  throw new AskerError(`${file} ${found ? 'is not a file' : 'does not exist'}: check the path.`);
}

const freshState = ({ size, mtimeMs }: fs.Stats): State => ({
  size,
  changed: mtimeMs,
  next: 0,
  line: 1,
  added: 0,
  same: 0,
  refused: 0,
  report: 0,
});

/** Stores the progress of importing a file into a server. */
function keeper(file: string, { stateDir, archive }: ImportOptions) {
  const key = createHash('sha256')
    .update(`${archive.guildId}\0${path.resolve(file)}`)
    .digest('hex')
    .slice(0, 16);
  const kept = path.join(stateDir, `import-${key}.json`);
  return {
    /** Undefined if the import is new, or the file has changed since. */
    read({ size, mtimeMs }: fs.Stats): State | undefined {
      if (!fs.existsSync(kept)) return undefined;
      try {
        const state = stateSchema.parse(JSON.parse(fs.readFileSync(kept, 'utf8')));
        return state.size === size && state.changed === mtimeMs ? state : undefined;
      } catch {
        // Starting over is safe, because existing articles are recognised.
        return undefined;
      }
    },
    write(state: State): void {
      fs.mkdirSync(stateDir, { recursive: true });
      fs.writeFileSync(`${kept}.new`, JSON.stringify(state));
      fs.renameSync(`${kept}.new`, kept);
    },
    remove: () => fs.rmSync(kept, { force: true }),
  };
}
