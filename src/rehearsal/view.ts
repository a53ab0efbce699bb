/** What the server and the page say to each other. Types only: the page reads them, nothing here runs. */

/**
 * A component of a Discord message or form as its API documents it (type 1 is an action row, 2 a button, 9 a section
 * …), as loosely as the page needs to draw it.
 */
export type PageComponent = Readonly<{
  type: number;
  content?: string;
  components?: readonly PageComponent[];
  component?: PageComponent;
  accessory?: PageComponent;
  accent_color?: number | null;
  divider?: boolean;
  spacing?: number;
  items?: readonly Readonly<{ media: Readonly<{ url: string }>; description?: string | null | undefined }>[];
  file?: Readonly<{ url: string }>;
  style?: number;
  label?: string | null | undefined;
  description?: string | null | undefined;
  custom_id?: string;
  url?: string;
  disabled?: boolean;
  required?: boolean;
  min_length?: number;
  max_length?: number;
  placeholder?: string | null | undefined;
  value?: string | null | undefined;
  options?: readonly PageChosen[];
  file_types?: readonly string[];
}>;

/** Something that can be chosen in a form. */
export type PageChosen = Readonly<{
  label: string;
  value: string;
  description?: string | undefined;
  default?: boolean | undefined;
}>;

/** A form as Discord's API takes it. */
export type PageForm = Readonly<{ custom_id: string; title: string; components: readonly PageComponent[] }>;

/** An option of a command's registration; 1 is a subcommand, 3 text, 4 a whole number, 5 yes or no, 11 a file. */
export type Option = Readonly<{
  type: number;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: readonly Readonly<{ name: string; value: string | number }>[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  options?: readonly Option[];
}>;

/** A command's registration; type 1 is a slash command, 3 a message command. */
export type PageCommand = Readonly<{
  type?: number;
  name: string;
  description?: string;
  options?: readonly Option[];
}>;

export type PersonKey = 'member' | 'editor';
export type GuildKey = 'first' | 'second';

export type Person = Readonly<{ key: PersonKey; id: string; name: string; role: string; avatar: string }>;
export type PageGuild = Readonly<{ key: GuildKey; name: string; initials: string; channel: string }>;

/** Something of a server that has a name: a person, a channel, a role. */
export type PageNamed = Readonly<{ id: string; kind: 'user' | 'channel' | 'role'; name: string }>;

/** A file that can be fetched from `url`; `alt` describes a picture. */
export type PageAttachment = Readonly<{
  name: string;
  url: string;
  bytes: number;
  image: boolean;
  alt?: string;
}>;

/** A message as one person sees it. */
export type PageMessage = Readonly<{
  id: string;
  /** Grows with each change of any message, also over restarts of the program: of two forms of a message the later counts. */
  change: number;
  /** ISO 8601. */
  at: string;
  author: PersonKey | 'bot';
  /** Only this person sees it. */
  private: boolean;
  /** A person's words, in Discord's markdown. */
  content?: string;
  /** The bot's components. */
  components?: readonly PageComponent[];
  attachments: readonly PageAttachment[];
  /** The command that it answers, who used it, and on which message. */
  used?: Readonly<{ by: PersonKey; name: string; slash: boolean }>;
  /** The message that it answers. */
  answers?: Readonly<{ id: string; author: PersonKey | 'bot'; text: string }>;
  edited: boolean;
}>;

/** What the page does with the answer to anything it sent, in this order. */
export type PageChange =
  | Readonly<{ do: 'show'; message: PageMessage }>
  | Readonly<{ do: 'replace'; message: PageMessage }>
  | Readonly<{ do: 'remove'; id: string }>
  | Readonly<{ do: 'ask'; form: PageForm; message?: string }>;

/** Everything the page starts from, for one person in one guild. */
export type ChannelView = Readonly<{
  bot: Readonly<{ id: string; name: string; avatar: string }>;
  people: readonly Person[];
  guilds: readonly PageGuild[];
  named: readonly PageNamed[];
  /** How many articles can be read here, and what the newest is called. */
  archive: Readonly<{ articles: number; headline?: string }>;
  commands: readonly PageCommand[];
  /** Commands as they are typed, made from the articles of this guild. */
  examples: readonly string[];
  messages: readonly PageMessage[];
  /** The last change that these messages show. */
  change: number;
}>;

/** A line of an autocomplete list. */
export type PageChoice = Readonly<{ name: string; value: string }>;
