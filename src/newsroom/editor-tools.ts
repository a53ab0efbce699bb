import type { EditorTools, Vitals } from '../desk/editor-tools.ts';
import type { Reader } from '../reader/reader.ts';
import type { GuildSettings } from '../store/desk/guild-settings.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { freshnessKeeper } from './freshness.ts';
import type { GuildIndex } from './guild-index.ts';

/** Parts of the editors' tools that are the same in all servers. */
export type EditorToolsOptions = Readonly<{
  carryOut(guildId: string): EditorTools['carryOut'];
  checkFeed(guildId: string): EditorTools['checkFeed'];
  /** The state of the search engine. */
  engine?: EditorTools['engine'];
  reader: Reader;
  /** Maximum of indexed text in all servers together, in UTF-16 units. */
  limit: number;
  /** Version of the program. */
  version: string;
  /** Memory per UTF-16 unit of indexed text, in bytes. */
  bytesPerUnit: number;
}>;

/** Parts that the tools share with the rest of the newsroom. */
type Beside = Readonly<{
  freshness: Pick<ReturnType<typeof freshnessKeeper>, 'forget'>;
  latency: Readonly<{ read(): Vitals['latency'] }>;
  /** Waits until the index shows all changes so far. */
  shownSoon(): Promise<void>;
}>;

/** Returns the function that creates the tools of a server's editors. */
export const editorToolsOf =
  (options: EditorToolsOptions, { freshness, latency, shownSoon }: Beside) =>
  (archive: GuildArchive, settings: GuildSettings, guildIndex: GuildIndex): EditorTools => ({
    archive,
    settings,
    stored: guildIndex.stored,
    damaged: guildIndex.damaged,
    carryOut: async (order, by) => {
      const outcome = await options.carryOut(archive.guildId)(order, by);
      await shownSoon();
      return outcome;
    },
    checkFeed: async (feed, onRead) => {
      freshness.forget(archive.guildId);
      return options.checkFeed(archive.guildId)(feed, onRead);
    },
    vitals: () => vitalsOf(guildIndex, options, latency.read()),
    ...(options.engine && { engine: options.engine }),
  });

function vitalsOf(
  guildIndex: GuildIndex,
  { version, limit, bytesPerUnit, reader }: EditorToolsOptions,
  latency: Vitals['latency'],
): Vitals {
  const { articles, sentences } = guildIndex.index.within();
  return {
    version,
    articles,
    sentences,
    indexBytes: guildIndex.size() * bytesPerUnit,
    mostIndexBytes: limit * bytesPerUnit,
    reader: { ...reader.status(), articlesWithoutVectors: guildIndex.withoutVectors() },
    ...(latency && { latency }),
  };
}
