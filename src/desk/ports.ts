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

/** Who asks, where, and what they may do. Built by the edge (Discord, page, terminal), never by a command. */
export type Asker = Readonly<{
  userId: string;
  /** Absent in the terminal, where only house articles are read. */
  guildId?: string;
  /** Where it is asked: the channel's id, and in a thread its parent's too. */
  channels?: readonly string[];
  /** Ids of the asker's roles; one of them may be an editors' role of the desk. */
  roles?: readonly string[];
  /** Is an editor whatever the roles say: Manage Server, or whoever sits at the terminal. */
  mayEdit: boolean;
  /** May remove messages of others: Manage Messages. */
  mayModerate: boolean;
  /** May write where it is asked. */
  maySpeak: boolean;
  /**
   * Used outside of the server whose articles are read: in another server, or among other people. Answers are for the asker alone
   * there, since nobody else may read these articles.
   */
  outside?: true;
  /** The language of the asker's client, and of the server, as Discord tells them (`de`, `es-419`); absent where neither is told. */
  locale?: string;
  guildLocale?: string;
}>;

/** One line of an autocomplete list: what is shown and what is filled in, each at most 100 characters. */
export type Choice = Readonly<{ name: string; value: string }>;

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
  /**
   * Where the archive is too large for memory: the desk with the articles in its index that something is about. Its own index holds the
   * house articles alone. Rejects with an EngineError when the search engine cannot be asked.
   */
  focus?(focus: Focus): Promise<Desk>;
  /** The commands there are, for help. */
  commands: readonly Command[];
  notes: Notes;
  /** Roles whose members may add, correct and retract. */
  editorRoles: readonly string[];
  /** Channels where questions are answered; none: everywhere. */
  answerChannels: readonly string[];
  /** Draws an SVG as PNG. */
  png(svg: string): Promise<Uint8Array>;
  /** Reads the text of an attached file, of any form that articles are read from. Rejects with an IntakeError. Absent in the terminal. */
  textOfFile?(file: Readonly<{ name: string; url: string; type?: string | undefined }>): Promise<string>;
  /** Finds an article by its id at a revision, the newest when `n` is not given. */
  revision(articleId: string, n?: number): Promise<Cited>;
  /** Ids of articles that were retracted and whose tombstones the asker may see. */
  retracted(): Promise<readonly string[]>;
  /**
   * The reply that one of the bot's messages shows, made again of what was kept of it and the articles as they may be shown here now;
   * changed before that where `change` is given. Undefined for a message of which nothing was kept.
   */
  again(messageId: string, change?: (outline: Outline) => Outline): Promise<Reply | undefined>;
  /** The newest answers that stand in the channel or thread, at most `count`, the oldest of them first; made again as `again` does. */
  answersHere(count: number): Promise<readonly Reply[]>;
  /** Where a quotation stood that no article has now, as far as the asker may see it. */
  past(quote: string): Promise<Past | undefined>;
  /** Finds the page of a quote, for those outside; absent where there are no such pages. */
  receiptLink?: ReceiptLink;
  /** What is followed on this server; absent where only house articles are read. */
  follows?: FollowStore;
  /** What the desk's commands work with; absent for members, and where only house articles are read. */
  tools?: EditorTools;
  /** Present where more articles speak of a company or topic than are in the index: how many are, and how many there are. */
  lookedAt?: Readonly<{ articles: number; of: number }>;
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

/** What a command file holds: registration data, the input's schema, and the function that answers. */
export type CommandOf<Input> = Readonly<{
  /** The Discord registration JSON; also the source of help and of option names everywhere else. */
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
  /** Ways to use it, made from the archive's own names and headlines, for help; the first is the best. */
  examples?(desk: Desk): readonly string[];
  /** Where /help lists it; editors' commands have a section of their own. */
  section?: HelpSection;
  /** Only editors may run it; checked when it runs and at every click. */
  editorsOnly?: true;
}>;

/** What /help is divided into, besides the editors' commands: questions where a command says nothing else. */
export type HelpSection = 'ask' | 'facts' | 'check' | 'archive';

/** A command of any input. */
export type Command = CommandOf<unknown>;

/** Ties `run` to the schema's output while the list holds commands of any input. */
export function defineCommand<Schema extends z.ZodType>(
  command: Omit<CommandOf<z.output<Schema>>, 'input'> & { input: Schema },
): Command {
  return command;
}

/** The editing tools, for a command that only makes sense in a server's own archive. Throws {@link AskerError}. */
export function editorTools(desk: Desk): EditorTools {
  if (desk.tools) return desk.tools;
  throw new AskerError(say(desk.opening ? 'error.still-opening' : 'error.server-only'));
}
