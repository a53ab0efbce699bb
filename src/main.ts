#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { config } from 'dotenv';
import { commands } from '../commands/index.ts';
import { createEngine } from './answer/ask.ts';
import { readFolder } from './archive/folder.ts';
import { ArticleError } from './article/parse.ts';
import { documentOf } from './article/document.ts';
import { answerBatch } from './cli/batch.ts';
import { readTyped } from './cli/command-line.ts';
import { renderTerminal } from './cli/render-terminal.ts';
import type { Desk } from './desk/desk.ts';
import { runCommand } from './desk/run-command.ts';
import { AskerError } from './reply/error-reply.ts';
import { rankByScore } from './search/rank.ts';
import { createSearchIndex } from './search/search-index.ts';
import { parseSynonyms } from './search/synonyms.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

async function buildDesk(settings: Settings, folders: readonly string[]): Promise<Desk> {
  const index = createSearchIndex();
  for (const folder of folders) {
    const { articles, problems } = await readFolder(folder);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    for (const article of articles) index.add(documentOf(article));
  }
  const synonyms = parseSynonyms(
    await readFile(join(import.meta.dirname, '..', 'seeds', 'synonyms.txt'), 'utf8'),
  );
  const thresholds = { found: settings.FOUND_CONFIDENCE, unsure: settings.UNSURE_CONFIDENCE };
  const quiet = (): void => {};
  return {
    index,
    ask: createEngine(index, synonyms, rankByScore, thresholds),
    commands,
    notes: { gap: () => {}, feedback: () => {} },
    now: () => new Date(),
    log: {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    },
  };
}

async function ask(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      articles: { type: 'string', multiple: true, default: [] },
      'no-seeds': { type: 'boolean', default: false },
    },
  });
  const settings = readSettings(process.env);
  const folders = [...(values['no-seeds'] ? [] : [settings.ARTICLES_DIR]), ...values.articles];
  const desk = await buildDesk(settings, folders);
  if (values.json && positionals.length === 0) {
    const failed = await answerBatch(process.stdin, (line) => void process.stdout.write(line), desk);
    return failed > 0 ? 1 : 0;
  }
  const { command, raw } = readTyped(positionals.join(' '), commands);
  const reply = await runCommand(command, raw, desk, {
    userId: 'terminal',
    mayEdit: true,
    mayModerate: true,
  });
  if (!('blocks' in reply))
    throw new AskerError(`/${command.data.name} needs a form, which the terminal has not.`);
  const colour = process.stdout.isTTY;
  process.stdout.write(renderTerminal(reply, { colour, width: process.stdout.columns || 80 }));
  return reply.tone === 'error' ? 1 : 0;
}

config({ quiet: true });
try {
  const [verb = 'start', ...rest] = process.argv.slice(2);
  process.exitCode = verb === 'ask' ? await ask(rest) : 0;
} catch (error) {
  if (!(error instanceof AskerError || error instanceof ArticleError || error instanceof SettingsError))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
