import type { Focus } from './focus.ts';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { z } from 'zod';
import type { SearchEngine } from '../answer/ask.ts';
import type { Past } from '../answer/quotes/past.ts';
import type { Document } from '../article/article.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Outline } from '../reply/outline/outline.ts';
import type { Reply } from '../reply/reply.ts';
import type { Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { FollowStore } from '../store/desk/follows.ts';
import type { Damage, Tombstone } from '../store/articles/stored.ts';
import type { EditorTools } from './editor-tools.ts';
import type { ReceiptLink } from './receipt-links.ts';

/** The person who asks, where, and what they may do. Built by the edge (Discord, page, terminal), never by a command. */
export type Asker = Readonly<{
  userId: string;
  /** Absent in the terminal, where only house articles are read. */
  guildId?: string;
  /** The channel's id, and in a thread also its parent's. */
  channels?: readonly string[];
  /** Ids of the asker's roles, which may include an editors' role. */
  roles?: readonly string[];
  /** Is an editor regardless of roles: has Manage Server, or uses the terminal. */
  mayEdit: boolean;
  /** May remove messages of others: Manage Messages. */
  mayModerate: boolean;
  /** May write in this channel. */
  maySpeak: boolean;
  /**
   * Asks in another server than the one whose articles are read, or in a direct message among others. Answers are visible to the asker
   * alone, since nobody else there may read these articles.
   */
  outside?: true;
  /** Languages of the asker's client and of the server, as Discord's tags (`de`, `es-419`); absent when unknown. */
  locale?: string;
  guildLocale?: string;
}>;

/** One autocomplete choice: the label and the value, each at most 100 characters. */
export type Choice = Readonly<{ name: string; value: string }>;

/** The log's methods, as pino has them: fields first, then a plain message. */
export type Log = Readonly<
  Record<
    'debug' | 'info' | 'warn' | 'error',
    (fields: Readonly<Record<string, unknown>>, message: string) => void
  >
>;

/** Records questions without an answer, and answers that did not help, for the editors. The asker is stored only as a hash. */
export type Notes = Readonly<{
  /** Returns before the question is stored, so that the answer does not wait. */
  gap(
    note: Readonly<{ question: string; unknown: readonly string[]; nearest: readonly string[] }>,
    asker: Asker,
  ): void;
  feedback(
    note: Readonly<{ receipts: readonly string[]; reason: string }>,
    asker: Asker,
  ): void | Promise<void>;
}>;

/** The revision that a receipt names. Everything hidden from the asker is `unknown`. */
export type Cited =
  | Readonly<{ state: 'live'; document: Document; /** The article's newest revision. */ newest: number }>
  | Readonly<{ state: 'retracted'; tombstone: Tombstone }>
  | Readonly<{ state: 'damaged'; damage: Damage }>
  | Readonly<{ state: 'unknown' }>;

/** Everything a command needs, made for one asker and passed in. Nothing is imported or global. */
export type Desk = Readonly<{
  /** The articles this asker may read, indexed. */
  index: SearchIndex;
  ask: SearchEngine;
  /**
   * For archives too large for memory: returns the desk with an index of the articles for this focus. The desk's own index holds only
   * the house articles. Rejects with an EngineError when the search engine fails.
   */
  focus?(focus: Focus): Promise<Desk>;
  /** All commands, for help. */
  commands: readonly Command[];
  notes: Notes;
  /** Roles whose members may add, correct and retract. */
  editorRoles: readonly string[];
  /** Channels where questions are answered; empty means everywhere. */
  answerChannels: readonly string[];
  /** Renders an SVG as PNG. */
  png(svg: string): Promise<Uint8Array>;
  /** Extracts the text of an attached file of any supported format. Rejects with an IntakeError. Absent in the terminal. */
  textOfFile?(file: Readonly<{ name: string; url: string; type?: string | undefined }>): Promise<string>;
  /** A revision of an article by id, the newest by default. */
  revision(articleId: string, n?: number): Promise<Cited>;
  /** Ids of retracted articles whose tombstones the asker may see. */
  retracted(): Promise<readonly string[]>;
  /**
   * Rebuilds the reply of one of the bot's messages from its stored outline and the articles that may be shown here now; `change` may
   * edit the outline first. Undefined for a message without an outline.
   */
  again(messageId: string, change?: (outline: Outline) => Outline): Promise<Reply | undefined>;
  /** Rebuilds the newest answers in this channel or thread, at most `count`, oldest first. */
  answersHere(count: number): Promise<readonly Reply[]>;
  /** The earlier revision with a quotation that no current article has, if the asker may see it. */
  past(quote: string): Promise<Past | undefined>;
  /** The public page of a quote; absent where there are no such pages. */
  receiptLink?: ReceiptLink;
  /** What people follow on this server; absent where only house articles are read. */
  follows?: FollowStore;
  /** Tools of the editors' commands; absent for members, and where only house articles are read. */
  tools?: EditorTools;
  /** Present when the index holds only some of the articles about a company or topic: how many, and of how many. */
  lookedAt?: Readonly<{ articles: number; of: number }>;
  /** Present while the index is loading: articles indexed, and articles in all. */
  opening?: Readonly<{ read: number; all: number }>;
  /** How recent the articles are, where some come from feeds. */
  freshness?: Freshness;
  /** Records how long an answer took. Milliseconds. */
  took(milliseconds: number): void;
  now(): Date;
  log: Log;
}>;

/** ISO 8601, UTC, or as the article gives it. */
export type Freshness = Readonly<{
  /** The newest publication date of the articles that the asker may see. */
  newest?: string;
  /** When the overdue feed was last read; absent when no feed is overdue. */
  lateSince?: string;
}>;

/** Whether this asker may add, correct and retract here. Checked when a command runs and again at every click. */
export const isEditor = (desk: Desk, asker: Asker): boolean =>
  asker.mayEdit || desk.editorRoles.some((role) => asker.roles?.includes(role) ?? false);

/** The content of a command file: registration data, the input's schema, and the function that answers. */
export type CommandOf<Input> = Readonly<{
  /** Discord's registration JSON; also the source of help and of option names elsewhere. */
  data: RESTPostAPIApplicationCommandsJSONBody;
  /**
   * Checks raw option values by name; a subcommand arrives as `subcommand` (and `group`), a channel or role as its id, an
   * attachment as {@link attachedFile}.
   */
  input: z.ZodType<Input>;
  run(input: Input, desk: Desk, asker: Asker): Response | Promise<Response>;
  /** Choices for an autocomplete option; `typed` may be empty. At most 25 are shown. */
  suggest?(
    option: string,
    typed: string,
    desk: Desk,
    asker: Asker,
  ): readonly Choice[] | Promise<readonly Choice[]>;
  /** Example uses for help, made from the archive's names and headlines, best first. */
  examples?(desk: Desk): readonly string[];
  /** The section of /help; editors' commands have their own. */
  section?: HelpSection;
  /** Only editors may run it. Checked when it runs and at every click. */
  editorsOnly?: true;
}>;

/** Sections of /help besides the editors' commands. The default is 'ask'. */
export type HelpSection = 'ask' | 'facts' | 'check' | 'archive';

/** A command with input of any type. */
export type Command = CommandOf<unknown>;

/** Checks that `run` takes the schema's output. The list of commands forgets the type. */
export function defineCommand<Schema extends z.ZodType>(
  command: Omit<CommandOf<z.output<Schema>>, 'input'> & { input: Schema },
): Command {
  return command;
}

/** The editors' tools. Throws {@link AskerError} where the asker has none. */
export function editorTools(desk: Desk): EditorTools {
  if (desk.tools) return desk.tools;
  throw new AskerError(say(desk.opening ? 'error.still-opening' : 'error.server-only'));
}
