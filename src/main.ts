#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from 'dotenv';
import { commands } from '../commands/index.ts';
import { createEngine } from './answer/ask.ts';
import { readFolder } from './archive/folder.ts';
import { documentOf } from './article/document.ts';
import { ArticleError } from './article/parse.ts';
import { ask, type OpenDesk, type Terminal } from './cli/ask.ts';
import type { Desk } from './desk/desk.ts';
import { renderPng } from './picture/png.ts';
import { AskerError } from './reply/error-reply.ts';
import { rankByScore } from './search/rank.ts';
import { createSearchIndex } from './search/search-index.ts';
import { parseSynonyms } from './search/synonyms.ts';
import { readSettings, SettingsError } from './settings.ts';

const SYNONYMS = join(import.meta.dirname, '..', 'seeds', 'synonyms.txt');

/** A desk over folders of articles: the house articles, unless told otherwise, and those given. */
const openDesk: OpenDesk = async (folders, seeds) => {
  const settings = readSettings(process.env);
  const index = createSearchIndex();
  const problems: string[] = [];
  for (const folder of [...(seeds ? [settings.ARTICLES_DIR] : []), ...folders]) {
    const found = await readFolder(folder);
    problems.push(...found.problems);
    for (const article of found.articles) index.add(documentOf(article));
  }
  const synonyms = parseSynonyms(await readFile(SYNONYMS, 'utf8'));
  const thresholds = { found: settings.FOUND_CONFIDENCE, unsure: settings.UNSURE_CONFIDENCE };
  const desk: Desk = {
    index,
    ask: createEngine(index, synonyms, rankByScore, thresholds),
    commands,
    notes: { gap: () => {}, feedback: () => {} },
    editorRoles: [],
    png: renderPng,
    now: () => new Date(),
    log: terminalLog,
  };
  return { desk, problems };
};

const quiet = (): void => {};
const terminalLog: Desk['log'] = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};

const terminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  colour: process.stdout.isTTY && !process.env['NO_COLOR'],
};

/** What `pullquote VERB` can do; each returns the exit code. */
const VERBS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  start: async (argv) => {
    process.stderr.write(
      'To connect to Discord, put DISCORD_TOKEN into .env (README, “Discord”). Until then, ask here.\n',
    );
    return ask(argv, openDesk, terminal);
  },
  ask: (argv) => ask(argv, openDesk, terminal),
};

async function main([verb = 'start', ...argv]: readonly string[]): Promise<number> {
  const run = VERBS[verb];
  if (!run) throw new AskerError(`There is no “${verb}”: choose one of ${Object.keys(VERBS).join(', ')}.`);
  return run(argv);
}

// A reader that goes away (`… | head`) ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
config({ quiet: true });
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected =
    error instanceof AskerError || error instanceof ArticleError || error instanceof SettingsError;
  if (!expected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
