import { commands } from '../../commands/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { readFolder } from '../store/articles/folder.ts';
import type { Answer } from '../answer/answer.ts';
import type { SearchEngine } from '../answer/ask.ts';
import { documentOf } from '../article/document.ts';
import type { Log } from '../desk/ports.ts';
import type { Posted } from '../desk/posted.ts';
import type { Fetchers } from '../newsroom/read-source.ts';
import { startNewsroom, type RunningNewsroom } from '../newsroom/start.ts';
import { openPng } from '../reply/picture/png.ts';
import { linkEngine } from '../search/index/opensearch/engine.ts';
import type { Settings } from '../settings.ts';
import { engineMaker, readSynonyms } from './engine.ts';
import { readerFor } from './reader.ts';
import { BYTES_PER_UNIT, storeOptionsOf, unitsOf } from './place.ts';
import { causeOf } from '../desk/cause.ts';

/** Parts of a newsroom that differ between bot and page. */
export type NewsroomParts = Readonly<{
  fetchers?: Fetchers;
  /** Public base address of the pages of quotes, to which replies link. */
  receiptBase?: string;
  /** Called with each answer. */
  answered?(answer: Answer): void;
}>;

/** Wraps an engine to report each answer. */
function listened<Over extends unknown[]>(
  engineOver: (...over: Over) => SearchEngine,
  answered: (answer: Answer) => void,
): (...over: Over) => SearchEngine {
  return (...over) => {
    const ask = engineOver(...over);
    return (request) => {
      const answer = ask(request);
      void Promise.resolve(answer).then(answered, () => undefined);
      return answer;
    };
  };
}

/** Opens the store that the settings name, and a newsroom over it. Throws StoreError and ArticleError. */
export async function openStoreAndNewsroom(
  settings: Settings,
  log: Log,
  { fetchers, receiptBase = settings.PUBLIC_URL, answered = () => undefined }: NewsroomParts = {},
): Promise<RunningNewsroom> {
  const { articles, problems } = await readFolder(settings.ARTICLES_DIR);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const reader = readerFor(settings, log);
  try {
    return await startNewsroom({
      store: storeOptionsOf(settings),
      house: articles.map(documentOf),
      engineOver: listened(await engineMaker(settings, reader), answered),
      reader,
      ...(settings.SEARCH_URL !== undefined && {
        searchEngine: { ...linkEngine(settings.SEARCH_URL), synonyms: await readSynonyms() },
      }),
      ...(fetchers && { fetchers }),
      ...(receiptBase !== undefined && { receiptBase }),
      limit: unitsOf(settings),
      bytesPerUnit: BYTES_PER_UNIT,
      followPerHour: settings.FOLLOW_PER_HOUR,
      version: manifest.version,
      common: { commands, png: openPng(), now: () => new Date(), log },
    });
  } catch (error) {
    // Otherwise the reader's thread would keep the program alive although it cannot open its archive.
    await reader.close();
    throw error;
  }
}

/** Returns a function that records what messages quote. */
export const postKeeper =
  (newsroom: RunningNewsroom, log: Log) =>
  (posted: Posted): void =>
    void newsroom
      .posted(posted)
      .catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'a message could not be remembered'));

/** Resolves when the operator or the system stops the program. */
export const toldToLeave = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve);
  });
