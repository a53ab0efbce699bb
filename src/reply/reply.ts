import type { CiteFormat } from '../answer/cite.ts';
import type { Key } from '../words/catalogue.ts';
import type { Outline } from './outline/outline.ts';

/**
 * A run of words. Our own words (the chrome) are sentences of the catalogue, or a plain string where they are the same in all
 * languages; words about the news are marked, so that each rendering can escape them and a test can prove every one of them to
 * be a slice of a stored revision. Words that somebody pasted to be checked are `typed`: they may not be news at all. A mention
 * names somebody or something of the server by its id (a snowflake); it never pings. A `day` or `minute` is ISO 8601 and is
 * written as the language writes it.
 */
export type Run =
  | string
  | Said
  | Readonly<{ day: string }>
  | Readonly<{ minute: string }>
  | Readonly<{ news: string; strong?: true; struck?: true; added?: true }>
  | Readonly<{ typed: string; added?: true }>
  | Readonly<{ mention: 'user' | 'channel' | 'role'; id: string }>;
export type Words = readonly Run[];

/** A sentence of the bot's own by its name in the catalogue: in which language it is told is settled when it is shown. */
export type Said = Readonly<{ say: Key; with?: Readonly<Record<string, Filling>> }>;

/** What is filled into a sentence; a number is written, and a command called, as in the language. */
export type Filling = number | Run | Words | Readonly<{ command: string }>;

/** Our own words where no news can stand: labels, titles of forms. */
export type Text = string | Said;

/** A quote as it is shown: whole sentences of one revision, never cut. */
export type Quote = Readonly<{
  articleId: string;
  revision: number;
  /** First and last sentence number; equal for one sentence, both 0 for the headline. */
  from: number;
  to: number;
  /** `article.text.slice(start, end)`, exactly; of a headline that the text does not begin with, `headline.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  /** The sentence before, exactly, where this one leans on it ("It also …"); shown with less weight. */
  before?: string;
  /** Parts of `text` that answer, as offsets within it, in order and not overlapping. */
  marks: readonly Readonly<{ start: number; end: number }>[];
  receipt: string;
  headline: string;
  publisher?: string;
  /** ISO 8601. */
  publishedAt?: string;
  /** When the revision quoted replaced the one before, ISO 8601 UTC. */
  correctedAt?: string;
  /** Of an article that a person added: their id, and the host it was fetched from (T21). */
  added?: Readonly<{ by: string; host?: string }>;
  /** The article's address. */
  url?: string;
  /** A link that lands on the sentence (`#:~:text=`); present when the article has an address. */
  deepLink?: string;
  /** The address of the quote's own page, where the article has no address and everybody may read it. */
  receiptUrl?: string;
}>;

/** A span on top; `was` is what stood there before a correction, and `struck` one that is gone since. */
export type SpanItem = Readonly<{
  news: string;
  role?: Text;
  receipt: string;
  was?: string;
  struck?: true;
}>;

/** What can stand in a reply, from top to bottom. */
export type Block =
  /** The reply's title: what was asked or what is listed. */
  | Readonly<{ type: 'title'; words: Words }>
  | Readonly<{ type: 'text'; words: Words }>
  /** Less important than the rest: counts, hints, how to go on. */
  | Readonly<{ type: 'note'; words: Words }>
  /** The answer on top: spans, each with a role ("lead") where one is told and the receipt of its sentence. */
  | Readonly<{ type: 'spans'; items: readonly SpanItem[] }>
  /** `label` says what it is when it is not an answer ("nearest, not an answer"). */
  | Readonly<{ type: 'quote'; quote: Quote; label?: Text; buttons?: readonly Button[] }>
  /** Sentences left out between two quotes of one article. */
  | Readonly<{ type: 'gap'; sentences: number }>
  | Readonly<{ type: 'list'; items: readonly Words[]; buttons?: readonly Button[] }>
  /** Text to be copied exactly: drawn so that no markup can change it. */
  | Readonly<{ type: 'exact'; news: string }>
  /** A text of ours to be copied, that tells news in a notation such as HTML; drawn like `exact`. */
  | Readonly<{ type: 'code'; text: string }>
  | Readonly<{ type: 'rule' }>;

/** A button: a link, or an action of ours with its arguments (all state is in them). */
export type Button = Readonly<{ label: Text }> &
  (Readonly<{ url: string }> | Readonly<{ action: string; args: readonly string[]; danger?: true }>);

/** A list to choose one from: what it is for, and the action that hears of it. */
export type Select = Readonly<{
  label: Text;
  action: string;
  args: readonly string[];
  options: readonly Readonly<{ label: string; value: string }>[];
}>;

/** A file that goes with a reply; `alt` describes a picture. */
export type File = Readonly<{ name: string; data: Uint8Array; alt?: Text }>;

/** Sentences of a revision, from 1; both 0 for the headline. */
type Sentences = Readonly<{ articleId: string; revision: number; from: number; to: number }>;

/** Of a reply with pictures of what its quotes tell, of a topic where there is one. */
type FactsMade = Readonly<{ kind: 'figures' | 'timeline'; topic: string | undefined }>;

/** What a reply is beyond its blocks, where that is needed to make it again. */
export type Made =
  | (Sentences & Readonly<{ kind: 'card' }>)
  | (Sentences & Readonly<{ kind: 'citation'; format: CiteFormat }>)
  | FactsMade
  | Readonly<{ kind: 'check' }>;

/** What a command gives back, as plain data, before any Discord, page or terminal. */
export type Reply = Readonly<{
  tone: 'found' | 'unsure' | 'nothing' | 'info' | 'error';
  /** Only the asker sees it: misses, errors, and whatever was asked with `hide`. */
  private: boolean;
  blocks: readonly Block[];
  /** The language that its own words were put in, as a tag; absent before that. */
  language?: string;
  buttons?: readonly Button[];
  /** A list to choose one from, at most 25; its value goes to the action of that name. */
  select?: Select;
  files?: readonly File[];
  made?: Made;
  /** What it was made again from; that is then kept of it too. */
  outline?: Outline;
  /** The same before its own words were put in a language; what is kept of it is taken from there. */
  unspoken?: Reply;
}>;
