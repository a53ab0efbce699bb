import { config } from 'dotenv';
import { StoreError } from '../store/db/db.ts';
import { ArticleError } from '../article/parse.ts';
import { endWithReader } from '../terminal/terminal.ts';
import { verbHelp } from '../terminal/verbs.ts';
import { AskerError } from '../reply/error-reply.ts';
import { SettingsError } from '../settings.ts';
import { VERBS } from './verbs.ts';

/** Runs `pullquote VERB …` and returns the exit code. Rejects only with errors of the program itself. */
export async function run(argv: readonly string[]): Promise<number> {
  endWithReader(process.stdout);
  config({ quiet: true });
  try {
    return await runVerb(argv);
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : 1;
  }
}

async function runVerb([given = 'start', ...argv]: readonly string[]): Promise<number> {
  const name = given === '--help' || given === '-h' ? 'help' : given;
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) throw new AskerError(`There is no “${name}”: choose one of ${Object.keys(VERBS).join(', ')}.`);
  const verb = await load();
  if (argv[0] !== '--help' && argv[0] !== '-h') return verb.run(argv);
  process.stdout.write(verbHelp(verb));
  return 0;
}

/** Whether an error's message is meant for whoever started the program. */
const isExpected = (error: unknown): error is Error =>
  error instanceof AskerError ||
  error instanceof ArticleError ||
  error instanceof SettingsError ||
  error instanceof StoreError ||
  // Compares names, so that the page and the gateway are loaded only when they are needed.
  (error instanceof Error && ['RehearsalError', 'GatewayError', 'EngineError'].includes(error.name));
