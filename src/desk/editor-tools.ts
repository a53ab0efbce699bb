import type { ReaderStatus } from '../reader/reader.ts';
import type { Feed } from '../store/desk/feed-rows.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { GuildSettings } from '../store/desk/guild-settings.ts';
import type { Damage, StoredArticle, Visibility } from '../store/articles/stored.ts';
import type { EngineState } from './engine-state.ts';
import type { Notice } from '../words/message.ts';

/** Where the text of an article comes from. */
export type TextSource =
  | Readonly<{ from: 'text'; text: string }>
  | Readonly<{ from: 'page'; url: string }>
  /** The article's own text, to change only what is printed with it. */
  | Readonly<{ from: 'kept' }>
  /** A file that came with a command; name and type are the sender's word. */
  | Readonly<{ from: 'file'; name: string; url: string; type?: string | undefined }>;

/**
 * What is printed with an article; what is given here takes the place of what was read from the source, and `null` takes it
 * away.
 */
export type Fields = Readonly<
  { headline?: string | undefined } & Partial<
    Record<'byline' | 'publisher' | 'publishedAt' | 'url' | 'language', string | null | undefined>
  >
>;

/** What to read and what to do with it. */
export type Order = Readonly<{
  source: TextSource;
  fields: Fields;
  aim:
    | Readonly<{ do: 'add'; visibility: Visibility }>
    /** A new text for the article with this id. */
    | Readonly<{ do: 'correct' | 'restore'; id: string }>;
}>;

/** What became of an order. `id` is the article it ended at. */
export type OrderOutcome = Readonly<{
  outcome:
    | 'added'
    | 'corrected'
    | 'restored'
    /** This very text is the article's already. */
    | 'same'
    /** Another text of the same address is here as `id`. */
    | 'url-taken'
    /** It was retracted; only a restore brings it back. */
    | 'retracted'
    /** It is not retracted, so there is nothing to restore. */
    | 'live'
    | 'unknown';
  id: string;
}>;

/** What the desk's own commands work with, whatever its visibility; made for editors alone. */
export type EditorTools = Readonly<{
  archive: GuildArchive;
  settings: GuildSettings;
  /** The server's live articles by id, at their newest revision. */
  stored: ReadonlyMap<string, StoredArticle>;
  /** Articles that are not quoted because their text lost its fingerprint. */
  damaged: ReadonlyMap<string, Damage>;
  /**
   * Reads a source off the main thread and carries out the order, also when the program is restarted meanwhile.
   * Throws an AskerError or IntakeError that names the reason and the remedy.
   */
  carryOut(order: Order, by: string): Promise<OrderOutcome>;
  /** Reads a feed now, off the main thread, and stores its new items; `onRead` hears how many pages were asked for so far. */
  checkFeed(feed: Feed, onRead?: (pages: number) => void): Promise<FeedReport>;
  vitals(): Vitals;
  /** How the search engine is; absent where articles are searched in this process. */
  engine?(): Promise<EngineState>;
}>;

/** What reading a feed once came to. */
export type FeedReport = Readonly<{
  /** Headlines of the articles that were added. */
  added: readonly string[];
  /** Why items were put aside, one sentence each. */
  putAside: readonly Notice[];
  title?: string;
  /** Why the feed could not be read; what else was told before it stays as it was. */
  problem?: Notice;
}>;

/** How the program is. */
export type Vitals = Readonly<{
  version: string;
  /** Articles and sentences in this server's index, house articles included. */
  articles: number;
  sentences: number;
  /** About as many bytes as this server's index takes. */
  indexBytes: number;
  /** Bytes that the indexes of all servers together may take. */
  mostIndexBytes: number;
  /** Whether the neural reader reads, and how many of this server's articles are found by their words alone so far. */
  reader: ReaderStatus & Readonly<{ articlesWithoutVectors: number }>;
  /** How long answers took to make, milliseconds, over at most the last 1,000 in all servers; absent before the first. */
  latency?: Readonly<{ p50: number; p99: number; count: number }>;
}>;
