import { createInterface } from 'node:readline/promises';
import type { Desk } from '../desk/ports.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Terminal } from './terminal.ts';

/** Lines that end the prompt, as Ctrl+D does. */
const GOODBYE: ReadonlySet<string> = new Set(['exit', 'quit', '/exit', '/quit']);

/**
 * A prompt with history (arrow keys) and completion (Tab) of commands, options and the values that autocomplete
 * would offer. Ends at the end of the input, or with `exit`.
 */
export async function runPrompt(
  desk: Desk,
  terminal: Terminal,
  answer: (line: string) => Promise<string>,
): Promise<void> {
  const { articles, sentences } = countOf(desk);
  terminal.output.write(
    `${articles} ${articles === 1 ? 'article' : 'articles'}, ${sentences} sentences. Ask a question, or /help; Tab completes, Ctrl+D ends.\n`,
  );
  const prompt = createInterface({
    input: terminal.input,
    output: terminal.output,
    completer: async (line: string): Promise<[string[], string]> => complete(line, desk),
    historySize: 200,
    prompt: 'pullquote> ',
  });
  // A pipe may close during an answer, before all its lines are read.
  let open = true;
  prompt.once('close', () => (open = false));
  prompt.prompt();
  for await (const line of prompt) {
    if (GOODBYE.has(line.trim())) break;
    if (line.trim() !== '') terminal.output.write(`\n${await answerSafely(line, answer)}\n`);
    if (open) prompt.prompt();
  }
  prompt.close();
  terminal.output.write('\n');
}

async function answerSafely(line: string, answer: (line: string) => Promise<string>): Promise<string> {
  try {
    return await answer(line);
  } catch (error) {
    if (error instanceof AskerError) return `${error.message}\n`;
    throw error;
  }
}

function countOf(desk: Desk): { articles: number; sentences: number } {
  const documents = desk.index.documents();
  return {
    articles: documents.length,
    sentences: documents.reduce((sum, { sentences }) => sum + sentences.length, 0),
  };
}

/** Returns what Tab offers for a line: command names, then option names, then an option's choices. */
export async function complete(line: string, desk: Desk): Promise<[string[], string]> {
  if (!line.startsWith('/')) return [[], line];
  const [, name = '', rest] = /^\/([^\s]*)(\s[\s\S]*)?$/u.exec(line) ?? [];
  if (rest === undefined) {
    const fitting = desk.commands
      .map(({ data }) => `/${data.name} `)
      .filter((command) => command.startsWith(`/${name}`));
    return [fitting, line];
  }
  const command = desk.commands.find(({ data }) => data.name === name);
  const options = command && 'options' in command.data ? (command.data.options ?? []) : [];
  const [typing = ''] = /\S*$/u.exec(rest) ?? [];
  const [, option, value = ''] = /(?:^|\s)([\w-]+):([^:]*)$/u.exec(rest) ?? [];
  if (command && option !== undefined && options.some((known) => known.name === option)) {
    const choices =
      (await command.suggest?.(option, value, desk, {
        userId: 'terminal',
        mayEdit: true,
        mayModerate: true,
        maySpeak: true,
      })) ?? [];
    return [choices.map((choice) => choice.value), value];
  }
  return [options.map((known) => `${known.name}:`).filter((known) => known.startsWith(typing)), typing];
}
