import { commands } from '../../commands/index.ts';
import { readFolder } from '../store/articles/folder.ts';
import { documentOf } from '../article/document.ts';
import { askInTerminal, ASK_USAGE, type OpenDesk } from '../terminal/ask.ts';
import type { Verb } from '../terminal/verbs.ts';
import { guildToAsk } from '../terminal/which-guild.ts';
import type { Desk } from '../desk/ports.ts';
import { revisionIn } from '../desk/find/revision.ts';
import { readAdded } from '../newsroom/read-store.ts';
import { openPng } from '../reply/picture/png.ts';
import { UNHURRIED } from '../answer/pace.ts';
import { createSearchIndex } from '../search/index/search-index.ts';
import { plural } from '../reply/count.ts';
import type { StoredVectors } from '../store/articles/vectors.ts';
import { readSettings } from '../settings.ts';
import { engineMaker } from './engine.ts';
import { vectorsOf } from './folder-vectors.ts';
import { readerFor } from './reader.ts';
import { guildHints, storeOptionsOf } from './place.ts';
import { terminal, terminalLog } from './terminal.ts';

/** In a terminal a better answer is worth a wait, which Discord does not grant. Milliseconds. */
const A_MINUTE = { begin: 60_000, end: 60_000 };

export const ask: Verb = {
  usage: ASK_USAGE,
  does: 'Answers in the terminal: one question or command, a prompt, or a batch of JSON lines.',
  run: (argv) => askInTerminal(argv, openDesk, terminal),
};

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Opens a desk over the house articles, if wanted, and over the given folders or else the added articles. */
const openDesk: OpenDesk = async ({ folders, seeds, guild }) => {
  const settings = readSettings(process.env);
  const index = createSearchIndex();
  const stored = new Map<string, StoredVectors | undefined>();
  const problems: string[] = [];
  for (const folder of [...(seeds ? [settings.ARTICLES_DIR] : []), ...folders]) {
    const found = await readFolder(folder);
    problems.push(...found.problems);
    for (const article of found.articles) index.add(documentOf(article));
  }
  if (folders.length === 0 || guild !== undefined) {
    const added = await readAdded(
      storeOptionsOf(settings),
      (known) => guildToAsk(guildHints(settings, guild, known)),
      new Date(),
    );
    for (const { article, vectors } of added) {
      index.add(documentOf(article));
      stored.set(article.id, vectors);
    }
  }
  const log = { ...terminalLog, warn: (_fields: object, message: string) => tell(message) };
  const reader = readerFor(settings, log, { embed: A_MINUTE, read: A_MINUTE, again: A_MINUTE });
  const vectors = await vectorsOf(index.documents(), {
    reader,
    stored,
    dataDir: settings.DATA_DIR,
    onLeftOut: (count) =>
      tell(
        `${plural(count, 'article')} could be found by words alone so far: ask again to make more vectors.`,
      ),
  });
  const engineOver = await engineMaker(settings, reader, UNHURRIED);
  const desk: Desk = {
    index,
    ask: engineOver(index, vectors),
    commands,
    notes: { gap: () => {}, feedback: () => {} },
    editorRoles: [],
    answerChannels: [],
    png: openPng(),
    revision: revisionIn(index),
    retracted: () => Promise.resolve([]),
    again: () => Promise.resolve(undefined),
    answersHere: () => Promise.resolve([]),
    past: () => Promise.resolve(undefined),
    took: () => {},
    now: () => new Date(),
    log: terminalLog,
  };
  return { desk, problems, close: () => reader.close() };
};
