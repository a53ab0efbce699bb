import { parseArgs } from 'node:util';
import type { Asker, Desk } from '../desk/ports.ts';
import { runCommand } from '../desk/dispatch.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Response } from '../reply/response.ts';
import { answerBatch } from './batch.ts';
import { readTyped } from '../desk/command-line.ts';
import { runPrompt } from './prompt.ts';
import { renderTerminal } from './render-terminal.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens a desk over the house articles (`seeds`) and the articles of `folders`; without a folder, over those of a server, `guild` or
 * the default one. Returns one sentence for each unusable file.
 */
export type OpenDesk = (
  what: Readonly<{ folders: readonly string[]; seeds: boolean; guild: string | undefined }>,
) => Promise<{ desk: Desk; problems: readonly string[]; close?: () => Promise<void> }>;

/** The user of the terminal. The user is in no channel, and so sees only articles that everybody may read. */
const ASKER: Asker = { userId: 'terminal', mayEdit: true, mayModerate: true, maySpeak: true };

export const ASK_USAGE =
  'pullquote ask [--json] [--articles DIR]... [--no-seeds] [--guild ID] ["question" | /command option:value ...]';
const USAGE = `Usage: ${ASK_USAGE}`;

/**
 * `ask`: one question or command, a prompt, or a batch of JSON lines. Returns the exit code: 1 when the question, a
 * line or a file could not be used.
 */
export async function askInTerminal(
  argv: readonly string[],
  openDesk: OpenDesk,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = readArguments(argv);
  const { desk, problems, close } = await openDesk({
    folders: values.articles,
    seeds: !values['no-seeds'],
    guild: values.guild,
  });
  for (const problem of problems) terminal.errors.write(`${problem}\n`);
  const typed = positionals.join(' ');
  let failed: boolean;
  try {
    failed = await answer(typed, values.json, desk, terminal);
  } finally {
    await close?.();
  }
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
        guild: { type: 'string' },
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

/** Least width to draw for. Columns. */
const MIN_WIDTH = 40;
const DEFAULT_WIDTH = 80;

function draw(response: Response, { colour, output }: Terminal): string {
  if (!('blocks' in response)) return 'This works on Discord and on the rehearsal page only.\n';
  return renderTerminal(response, { colour, width: Math.max(MIN_WIDTH, output.columns ?? DEFAULT_WIDTH) });
}
