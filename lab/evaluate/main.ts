import { ArticleError } from '../../src/article/parse.ts';
import { endWithReader } from '../../src/terminal/terminal.ts';
import { UsageError } from '../options.ts';
import { evalAnswers } from './answers-command.ts';
import { evalFacts } from './facts-command.ts';
import { evalFrames } from './frames-command.ts';
import { evalQuotes } from './quotes-command.ts';
import { evalSentences } from './sentences-command.ts';
import { evalShortenings } from './shortenings-command.ts';
import { evalSummary } from './summary-command.ts';

/** An evaluation: it takes arguments, prints a report line by line, and returns an exit code. */
type Evaluation = (args: readonly string[], out: (line: string) => void) => Promise<number>;

const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  answers: evalAnswers,
  facts: evalFacts,
  frames: evalFrames,
  quotes: evalQuotes,
  sentences: ([file = ''], out) => evalSentences(file, out),
  shortenings: evalShortenings,
  summary: evalSummary,
};

endWithReader(process.stdout);
const [name = '', ...args] = process.argv.slice(2);
const evaluation = Object.hasOwn(EVALUATIONS, name) ? EVALUATIONS[name] : undefined;
const out = (line: string): void => void process.stdout.write(`${line}\n`);
if (!evaluation) {
  process.stderr.write(`Say what to evaluate: ${Object.keys(EVALUATIONS).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  try {
    process.exitCode = await evaluation(args, out);
  } catch (error) {
    if (!(error instanceof ArticleError || error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
