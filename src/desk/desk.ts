import type { Document } from '../article/article.ts';
import type { Damage, Tombstone } from '../store/articles/stored.ts';
import type { SearchEngine } from '../answer/ask.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { Asker, Command } from './command.ts';
import type { Office } from './office.ts';

/** What the log must offer; pino does. Fields first, then a plain message. */
export type Log = Readonly<
  Record<
    'debug' | 'info' | 'warn' | 'error',
    (fields: Readonly<Record<string, unknown>>, message: string) => void
  >
>;

/** A question that got no answer, or an answer that did not help; kept for the desk, the asker only as a hash. */
export type Notes = Readonly<{
  /** Returns before it is kept: the answer does not wait for it. */
  gap(
    note: Readonly<{ question: string; unknown: readonly string[]; nearest: readonly string[] }>,
    asker: Asker,
  ): void;
  feedback(
    note: Readonly<{ receipts: readonly string[]; reason: string }>,
    asker: Asker,
  ): void | Promise<void>;
}>;

/** The revision that a receipt names, as far as the asker may see it; all that is not theirs to see is `unknown`. */
export type Cited =
  | Readonly<{ state: 'live'; document: Document; /** The article's newest revision. */ newest: number }>
  | Readonly<{ state: 'retracted'; tombstone: Tombstone }>
  | Readonly<{ state: 'damaged'; damage: Damage }>
  | Readonly<{ state: 'unknown' }>;

/** Everything a command needs, made for one asker and handed in: nothing is imported or global. */
export type Desk = Readonly<{
  /** The articles this asker may read, indexed. */
  index: SearchIndex;
  ask: SearchEngine;
  /** The commands there are, for help. */
  commands: readonly Command[];
  notes: Notes;
  /** Roles whose members may add, correct and retract. */
  editorRoles: readonly string[];
  /** Channels where questions are answered; none: everywhere. */
  answerChannels: readonly string[];
  /** Draws an SVG as PNG. */
  png(svg: string): Promise<Uint8Array>;
  /** Finds an article by its id at a revision, the newest when `n` is not given. */
  revision(articleId: string, n?: number): Promise<Cited>;
  /** Ids of articles that were retracted and whose tombstones the asker may see. */
  retracted(): Promise<readonly string[]>;
  /** What the desk's commands work with; absent for members, and where only house articles are read. */
  office?: Office;
  /** Present while not all articles are in the index yet: how many are, and how many there are. */
  opening?: Readonly<{ read: number; all: number }>;
  /** How fresh the articles are, where some come from feeds. */
  freshness?: Freshness;
  /** Hears how long an answer took to make. Milliseconds. */
  took(milliseconds: number): void;
  now(): Date;
  log: Log;
}>;

/** ISO 8601, UTC, or as the article gives it. */
export type Freshness = Readonly<{
  /** The newest publication date among the articles that the asker may see. */
  newest?: string;
  /** Since when a feed has not been read; present when that is longer than it should be. */
  lateSince?: string;
}>;

/** Whether this asker may add, correct and retract here. Asked when a command runs and again at every click. */
export const isEditor = (desk: Desk, asker: Asker): boolean =>
  asker.mayEdit || desk.editorRoles.some((role) => asker.roles?.includes(role) ?? false);
