import type { CiteFormat } from '../answer/cite.ts';
import type { Key } from '../words/catalogue.ts';
import type { Outline } from './outline/outline.ts';

/**
 * A run of words. Our own words are sentences of the catalogue, or plain strings where all languages agree. Words of an article are
 * marked as `news`, so that every renderer can escape them and a test can prove each to be a slice of a stored revision. Words that
 * someone pasted are `typed`, since they may not be news. A mention names someone or something on the server by its id (a snowflake) and
 * never pings. A `day` or `minute` is ISO 8601 and is written as the language does.
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

/** A sentence of the catalogue by its key. Its language is decided when it is shown. */
export type Said = Readonly<{ say: Key; with?: Readonly<Record<string, Filling>> }>;

/** An argument of a sentence. Numbers and command names are written as the language does. */
export type Filling = number | Run | Words | Readonly<{ command: string }>;

/** Our own words where no news may appear: labels, titles of forms. */
export type Text = string | Said;

/** A quote as shown: whole sentences of one revision, never cut. */
export type Quote = Readonly<{
  articleId: string;
  revision: number;
  /** First and last sentence number; equal for one sentence, both 0 for the headline. */
  from: number;
  to: number;
  /** Exactly `article.text.slice(start, end)`, or `headline.slice(start, end)` for a headline that the text does not begin with. */
  text: string;
  start: number;
  end: number;
  /** Exactly the sentence before, if this one refers to it ("It also …"); shown with less weight. */
  before?: string;
  /** Parts of `text` that answer, as offsets into it, in order and without overlaps. */
  marks: readonly Readonly<{ start: number; end: number }>[];
  receipt: string;
  headline: string;
  publisher?: string;
  /** ISO 8601. */
  publishedAt?: string;
  /** When this revision replaced the one before, ISO 8601 UTC. */
  correctedAt?: string;
  /** The id of the person who added the article, and the host it was fetched from (T21). */
  added?: Readonly<{ by: string; host?: string }>;
  /** The article's URL. */
  url?: string;
  /** A link that scrolls to the sentence (`#:~:text=`); present when the article has a URL. */
  deepLink?: string;
  /** The quote's public page, if the article has no URL and everyone may read it. */
  receiptUrl?: string;
}>;

/** A span on top; `was` is its wording before a correction, `struck` means that it is gone. */
export type SpanItem = Readonly<{
  news: string;
  role?: Text;
  receipt: string;
  was?: string;
  struck?: true;
}>;

/** The parts of a reply, top to bottom. */
export type Block =
  /** The reply's title: the question, or what is listed. */
  | Readonly<{ type: 'title'; words: Words }>
  /**
   * With `endsPart`, what follows is about something else, and a space separates it. With `heads`, it is the heading of what follows, up
   * to the next heading.
   */
  | Readonly<{ type: 'text'; words: Words; endsPart?: true; heads?: true }>
  /** Less important than the rest: counts, hints, next steps. */
  | Readonly<{ type: 'note'; words: Words; endsPart?: true }>
  /** The answer on top: spans, each with its role ("lead") if stated and the receipt of its sentence. */
  | Readonly<{ type: 'spans'; items: readonly SpanItem[] }>
  /** `label` says what it is when it does not answer ("nearest, not an answer"). */
  | Readonly<{ type: 'quote'; quote: Quote; label?: Text; buttons?: readonly Button[] }>
  /** Number of sentences left out between two quotes of one article. */
  | Readonly<{ type: 'gap'; sentences: number }>
  | Readonly<{ type: 'list'; items: readonly Words[]; buttons?: readonly Button[] }>
  /** News text to copy exactly, shown so that no markup can change it. */
  | Readonly<{ type: 'exact'; news: string }>
  /** Our own text to copy, which contains news in a notation such as HTML; shown like `exact`. */
  | Readonly<{ type: 'code'; text: string }>
  | Readonly<{ type: 'rule' }>;

/** A button: a link, or an action whose arguments contain its whole state. */
export type Button = Readonly<{ label: Text }> &
  (Readonly<{ url: string }> | Readonly<{ action: string; args: readonly string[]; danger?: true }>);

/** A menu to choose one option from, and the action that receives the choice. */
export type Select = Readonly<{
  label: Text;
  action: string;
  args: readonly string[];
  options: readonly Readonly<{ label: string; value: string }>[];
}>;

/** A file attached to a reply; `alt` describes a picture. */
export type File = Readonly<{ name: string; data: Uint8Array; alt?: Text }>;

/** Sentences of a revision, from 1; both 0 for the headline. */
type Sentences = Readonly<{ articleId: string; revision: number; from: number; to: number }>;

/** A reply with pictures of its facts, possibly about a topic. */
type FactsMade = Readonly<{ kind: 'figures' | 'timeline'; topic: string | undefined }>;

/** The kind of a reply, where rebuilding it needs more than its blocks. */
export type Made =
  | (Sentences & Readonly<{ kind: 'card' }>)
  | (Sentences & Readonly<{ kind: 'citation'; format: CiteFormat }>)
  | FactsMade
  | Readonly<{ kind: 'check' }>;

/** The result of a command as plain data, before any rendering. */
export type Reply = Readonly<{
  tone: 'found' | 'unsure' | 'nothing' | 'info' | 'error';
  /** Only the asker sees it: misses, errors, and anything asked with `hide`. */
  private: boolean;
  blocks: readonly Block[];
  /** Tag of the language that its own words were translated to; absent before that. */
  language?: string;
  buttons?: readonly Button[];
  /** A menu with at most 25 options; the chosen value goes to the named action. */
  select?: Select;
  files?: readonly File[];
  made?: Made;
  /** The outline from which it was rebuilt, which is then stored for it too. */
  outline?: Outline;
  /** The reply before its own words were translated; its outline is taken from this. */
  unspoken?: Reply;
}>;
