import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Asker } from '../desk/command.ts';
import type { Desk } from '../desk/desk.ts';
import { runCommand } from '../desk/run-command.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Response } from '../reply/response.ts';
import { answerBatch } from './batch.ts';
import { readTyped } from './command-line.ts';
import { runPrompt } from './prompt.ts';
import { renderTerminal } from './render-terminal.ts';

/** Where the terminal reads and writes. */
export type Terminal = Readonly<{
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable;
  /** Colour is wanted (a terminal without `NO_COLOR`). */
  colour: boolean;
}>;

/** A desk over the house articles and further folders, with one sentence for each file that could not be used. */
export type OpenDesk = (
  folders: readonly string[],
  seeds: boolean,
) => Promise<{ desk: Desk; problems: readonly string[] }>;

/** In the terminal only house articles are read, by whoever sits in front of it. */
const ASKER: Asker = { userId: 'terminal', mayEdit: true, mayModerate: true };

const USAGE =
  'Usage: npm run ask -- [--json] [--articles DIR]... [--no-seeds] ["question" | /command option:value ...]';

/**
 * `ask`: one question or command, a prompt, or a batch of JSON lines. Returns the exit code: 1 when the question, a
 * line or a file could not be used.
 */
export async function ask(argv: readonly string[], openDesk: OpenDesk, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(argv);
  const { desk, problems } = await openDesk(values.articles, !values['no-seeds']);
  for (const problem of problems) terminal.errors.write(`${problem}\n`);
  const typed = positionals.join(' ');
  const failed = await answer(typed, values.json, desk, terminal);
  return failed || problems.length > 0 ? 1 : 0;
}

async function answer(typed: string, json: boolean, desk: Desk, terminal: Terminal): Promise<boolean> {
  if (typed === '' && json) return (await answerBatch(terminal.input, terminal.output, desk)) > 0;
  if (typed !== '') {
    const response = await respond(typed, desk);
    terminal.output.write(json ? `${JSON.stringify(response)}\n` : draw(response, terminal));
    return 'tone' in response && response.tone === 'error';
  }
  if (!terminal.input.isTTY) throw new AskerError(`There is no question. ${USAGE}`);
  await runPrompt(desk, terminal, async (line) => draw(await respond(line, desk), terminal));
  return false;
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        articles: { type: 'string', multiple: true, default: [] },
        'no-seeds': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new AskerError(
      `${error instanceof Error ? error.message.split('. ')[0] : 'Unknown option'}. ${USAGE}`,
    );
  }
}

async function respond(typed: string, desk: Desk): Promise<Response> {
  const { command, raw } = readTyped(typed, desk.commands);
  const response = await runCommand(command, raw, desk, ASKER);
  return 'work' in response ? response.work(() => Promise.resolve()) : response;
}

/** Narrower terminals are drawn as if they had this many columns. */
const MIN_WIDTH = 40;
const DEFAULT_WIDTH = 80;

function draw(response: Response, { colour, output }: Terminal): string {
  if (!('blocks' in response)) return 'This works on Discord and on the rehearsal page only.\n';
  return renderTerminal(response, { colour, width: Math.max(MIN_WIDTH, output.columns ?? DEFAULT_WIDTH) });
}
