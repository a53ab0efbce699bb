import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Restoration, RestoreOptions } from '../store/safety/restore.ts';
import type { Verification } from '../store/safety/verify.ts';
import { displayName, megabytes } from '../intake/intake-error.ts';
import { plural } from '../reply/count.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Terminal } from './terminal.ts';
import { inEnglish } from '../words/message.ts';

/** Operations of the verbs for a whole store; each opens the store as necessary and throws StoreError. */
export type StoreKeeper = Readonly<{
  /** Writes a backup beside a running bot. */
  backup(file: string): Promise<void>;
  /** Replaces the store by a backup. `onFewer` may object. */
  restore(file: string, onFewer: NonNullable<RestoreOptions['onFewer']>): Promise<Restoration>;
  verify(): Promise<Verification>;
}>;

/** Exit code of a store with damage (sysexits.h: EX_DATAERR). */
const DAMAGED = 65;

export const BACKUP_USAGE = 'pullquote backup FILE';
export const RESTORE_USAGE = 'pullquote restore FILE [--yes]';
export const VERIFY_USAGE = 'pullquote verify';

/** `backup FILE`. */
export async function backupInTerminal(
  argv: readonly string[],
  keeper: StoreKeeper,
  { output }: Terminal,
): Promise<number> {
  const file = onlyFile(positionalsOf(argv, BACKUP_USAGE), BACKUP_USAGE);
  await keeper.backup(file);
  const { size } = await stat(file);
  output.write(`The archive of all servers is in ${displayName(file)} (${megabytes(size)}).\n`);
  return 0;
}

/**
 * `restore FILE [--yes]`. Asks for confirmation, unless `--yes` is given, if the backup has fewer articles than the archive. Returns
 * the exit code: 65 if the backup itself has damaged articles.
 */
export async function restoreInTerminal(
  argv: readonly string[],
  keeper: StoreKeeper,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parsed(argv, RESTORE_USAGE, {
    yes: { type: 'boolean', short: 'y', default: false },
  });
  const file = onlyFile(positionals, RESTORE_USAGE);
  const restoration = await keeper.restore(file, async (counts) => {
    if (values['yes'] !== true) await askAgain(counts, file, terminal);
  });
  const { articles, retractions, kept } = restoration;
  const again = retractions > 0 ? `; ${plural(retractions, 'article')} retracted since stayed retracted` : '';
  terminal.output.write(`${plural(articles, 'article')} restored from ${displayName(file)}${again}.\n`);
  if (articles === 0) terminal.output.write('The archive is empty now: the backup holds no article.\n');
  if (kept !== undefined)
    terminal.output.write(
      `What was replaced is kept in ${kept} until the next retraction; “pullquote restore ${kept}” brings it back.\n`,
    );
  return tellDamage(restoration, terminal);
}

async function askAgain(
  counts: Readonly<{ archive: number; backup: number }>,
  file: string,
  { input, output }: Terminal,
): Promise<void> {
  const words = `The archive has ${plural(counts.archive, 'article')}, and ${displayName(file)} only ${counts.backup.toLocaleString('en-US')}`;
  if (input.isTTY !== true || output.isTTY !== true)
    throw new AskerError(`${words}: nothing was changed. To replace it all the same, add --yes.`);
  const prompt = createInterface({ input, output });
  try {
    // The end of the input counts as no.
    const ended = once(prompt, 'close').then(() => 'no');
    const answer = await Promise.race([prompt.question(`${words}. Replace it all the same? (y/N) `), ended]);
    if (!/^y(?:es)?$/iu.test(answer.trim())) throw new AskerError('Nothing was changed.');
  } finally {
    prompt.close();
  }
}

/** `verify`. Returns the exit code: 65 if anything is damaged. */
export async function verifyInTerminal(
  argv: readonly string[],
  keeper: StoreKeeper,
  terminal: Terminal,
): Promise<number> {
  if (positionalsOf(argv, VERIFY_USAGE).length > 0) throw new AskerError(`Usage: ${VERIFY_USAGE}`);
  const verification = await keeper.verify();
  const { articles, revisions } = verification;
  const code = tellDamage(verification, terminal);
  if (revisions === 0) {
    if (code === 0) terminal.output.write('The archive is empty: it holds no text of an article.\n');
    return code;
  }
  terminal.output.write(`${plural(articles, 'article')}, ${plural(revisions, 'stored text')} checked.\n`);
  if (code === 0) terminal.output.write('Every fingerprint, table and index is sound.\n');
  return code;
}

function tellDamage({ damaged, problems }: Verification, { errors }: Terminal): number {
  for (const { guildId, told } of damaged) errors.write(`Server ${guildId}: ${inEnglish(told)}\n`);
  for (const problem of problems) errors.write(`${problem}\n`);
  return damaged.length + problems.length > 0 ? DAMAGED : 0;
}

function onlyFile([file, ...more]: readonly string[], usage: string): string {
  if (file === undefined || more.length > 0) throw new AskerError(`Name one file. Usage: ${usage}`);
  return file;
}

const positionalsOf = (argv: readonly string[], usage: string): string[] =>
  parsed(argv, usage, {}).positionals;

function parsed(argv: readonly string[], usage: string, options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new AskerError(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`, { cause: error });
  }
}
