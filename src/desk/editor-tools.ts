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
  /** The article's stored text, to change only its details. */
  | Readonly<{ from: 'kept' }>
  /** A file given to a command; the sender sets its name and type. */
  | Readonly<{ from: 'file'; name: string; url: string; type?: string | undefined }>;

/** An article's details. Each overrides what was read from the source; `null` removes the detail. */
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
    /** Replaces the text of the article with this id. */
    | Readonly<{ do: 'correct' | 'restore'; id: string }>;
}>;

/** The result of an order. `id` is the affected article. */
export type OrderOutcome = Readonly<{
  outcome:
    | 'added'
    | 'corrected'
    | 'restored'
    /** The article already has this text. */
    | 'same'
    /** Article `id` already has this URL with another text. */
    | 'url-taken'
    /** The article is retracted; only a restore brings it back. */
    | 'retracted'
    /** The article is not retracted, so there is nothing to restore. */
    | 'live'
    | 'unknown';
  id: string;
}>;

/** The tools of the editors' commands. They ignore visibility. */
export type EditorTools = Readonly<{
  archive: GuildArchive;
  settings: GuildSettings;
  /** The server's live articles by id, in their newest revision. */
  stored: ReadonlyMap<string, StoredArticle>;
  /** Articles that are not quoted because their text no longer matches its hash. */
  damaged: ReadonlyMap<string, Damage>;
  /**
   * Reads a source off the main thread and carries out the order; survives a restart of the program. Throws an AskerError or IntakeError
   * with the reason and the remedy.
   */
  carryOut(order: Order, by: string): Promise<OrderOutcome>;
  /** Reads a feed now, off the main thread, and stores its new items. `onRead` gets the number of pages fetched so far. */
  checkFeed(feed: Feed, onRead?: (pages: number) => void): Promise<FeedReport>;
  vitals(): Vitals;
  /** State of the search engine; absent when articles are searched in this process. */
  engine?(): Promise<EngineState>;
}>;

/** The result of reading a feed once. */
export type FeedReport = Readonly<{
  /** Headlines of the articles that were added. */
  added: readonly string[];
  /** Why items were put aside, one sentence each. */
  putAside: readonly Notice[];
  title?: string;
  /** Why the feed could not be read. Other fields then keep what was done before the failure. */
  problem?: Notice;
}>;

/** State of the program. */
export type Vitals = Readonly<{
  version: string;
  /** Articles and sentences in this server's index, house articles included. */
  articles: number;
  sentences: number;
  /** Approximate size of this server's index. Bytes. */
  indexBytes: number;
  /** Limit of all servers' indexes together. Bytes. */
  mostIndexBytes: number;
  /** State of the neural reader, and how many of this server's articles are searched without vectors so far. */
  reader: ReaderStatus & Readonly<{ articlesWithoutVectors: number }>;
  /** Time to make an answer, in milliseconds, over at most the last 1,000 answers of all servers; absent before the first. */
  latency?: Readonly<{ p50: number; p99: number; count: number }>;
}>;
