import path from 'node:path';
import { readFolder } from '../store/articles/folder.ts';
import { addInTerminal, ADD_USAGE, type OpenAdding } from '../terminal/add.ts';
import type { Verb } from '../terminal/verbs.ts';
import { guildToAddTo } from '../terminal/which-guild.ts';
import { openToAdd } from '../newsroom/offline.ts';
import { readSettings } from '../settings.ts';
import { guildHints, storeOptionsOf } from './place.ts';
import { terminal } from './terminal.ts';

export const add: Verb = {
  usage: ADD_USAGE,
  does: 'Adds files, folders and pages to a server’s archive.',
  run: (argv) => addInTerminal(argv, openAdding, terminal, () => performance.now()),
};

const openAdding: OpenAdding = async (guild) => {
  const settings = readSettings(process.env);
  const { articles } = await readFolder(settings.ARTICLES_DIR);
  const house = new Set(articles.map(({ id }) => id));
  const stopping = new AbortController();
  // Only the first signal is handled; a second one ends the program immediately.
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
  const options = { ...storeOptionsOf(settings), reserved: (id: string) => house.has(id) };
  const desk = await openToAdd(options, (known) => guildToAddTo(guildHints(settings, guild, known)));
  const stateDir = path.join(settings.DATA_DIR, 'imports');
  return { ...desk, stateDir, reportDir: process.cwd(), signal: stopping.signal };
};
