import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Restoration } from '../store/safety/restore.ts';
import type { Verification } from '../store/safety/verify.ts';
import { displayName, megabytes } from '../intake/intake-error.ts';
import { plural } from '../reply/count.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Terminal } from './terminal.ts';

/** What the verbs for a whole store are handed; each opens the store as it needs it and throws StoreError. */
export type StoreKeeper = Readonly<{
  /** Writes a backup beside a running bot. */
  backup(file: string): Promise<void>;
  /** Replaces the store by a backup. */
  restore(file: string): Promise<Restoration>;
  verify(): Promise<Verification>;
}>;

/** Exit code of a store with damage (sysexits.h: EX_DATAERR). */
const DAMAGED = 65;

export const BACKUP_USAGE = 'pullquote backup FILE';
export const RESTORE_USAGE = 'pullquote restore FILE';
export const VERIFY_USAGE = 'pullquote verify';

/** `backup FILE`. */
export async function backup(
  argv: readonly string[],
  keeper: StoreKeeper,
  { output }: Terminal,
): Promise<number> {
  const file = onlyFile(argv, BACKUP_USAGE);
  await keeper.backup(file);
  const { size } = await stat(file);
  output.write(`The archive of all servers is in ${displayName(file)} (${megabytes(size)}).\n`);
  return 0;
}

/** `restore FILE`. Returns the exit code: 65 when the backup itself holds damaged articles. */
export async function restore(
  argv: readonly string[],
  keeper: StoreKeeper,
  terminal: Terminal,
): Promise<number> {
  const file = onlyFile(argv, RESTORE_USAGE);
  const restoration = await keeper.restore(file);
  const { articles, retractions } = restoration;
  const again = retractions > 0 ? `; ${plural(retractions, 'article')} retracted since stayed retracted` : '';
  terminal.output.write(`${plural(articles, 'article')} restored from ${displayName(file)}${again}.\n`);
  return tellDamage(restoration, terminal);
}

/** `verify`. Returns the exit code: 65 when anything is damaged. */
export async function verify(
  argv: readonly string[],
  keeper: StoreKeeper,
  terminal: Terminal,
): Promise<number> {
  if (positionalsOf(argv, VERIFY_USAGE).length > 0) throw new AskerError(`Usage: ${VERIFY_USAGE}`);
  const verification = await keeper.verify();
  const { articles, revisions } = verification;
  terminal.output.write(`${plural(articles, 'article')}, ${plural(revisions, 'stored text')} checked.\n`);
  const code = tellDamage(verification, terminal);
  if (code === 0) terminal.output.write('Every fingerprint, table and index is sound.\n');
  return code;
}

function tellDamage({ damaged, problems }: Verification, { errors }: Terminal): number {
  for (const { guildId, message } of damaged) errors.write(`Server ${guildId}: ${message}\n`);
  for (const problem of problems) errors.write(`${problem}\n`);
  return damaged.length + problems.length > 0 ? DAMAGED : 0;
}

function onlyFile(argv: readonly string[], usage: string): string {
  const [file, ...more] = positionalsOf(argv, usage);
  if (file === undefined || more.length > 0) throw new AskerError(`Name one file. Usage: ${usage}`);
  return file;
}

function positionalsOf(argv: readonly string[], usage: string): string[] {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals;
  } catch (error) {
    throw new AskerError(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`, { cause: error });
  }
}
