/** The types of what the server and the page send to each other. */

/**
 * A component of a Discord message or form as in Discord's API (type 1 is an action row, 2 a button, 9 a section …), as loosely typed
 * as the page needs.
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

/** An entry of a form's select menu. */
export type PageChosen = Readonly<{
  label: string;
  value: string;
  description?: string | undefined;
  default?: boolean | undefined;
}>;

/** A form as in Discord's API. */
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

/** A person, channel or role of a server. */
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
  /** Grows with each change of any message, also across restarts, so that of two versions of a message the later is known. */
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
  /** The command that it responds to, and who used it. */
  used?: Readonly<{ by: PersonKey; name: string; slash: boolean }>;
  /** The message that it replies to. */
  answers?: Readonly<{ id: string; author: PersonKey | 'bot'; text: string }>;
  edited: boolean;
}>;

/** An instruction to the page; those of a response are carried out in order. */
export type PageChange =
  | Readonly<{ do: 'show'; message: PageMessage }>
  | Readonly<{ do: 'replace'; message: PageMessage }>
  | Readonly<{ do: 'remove'; id: string }>
  | Readonly<{ do: 'ask'; form: PageForm; message?: string }>;

/** The initial content of the page for a person in a guild. */
export type ChannelView = Readonly<{
  bot: Readonly<{ id: string; name: string; avatar: string }>;
  people: readonly Person[];
  guilds: readonly PageGuild[];
  named: readonly PageNamed[];
  /** Number of articles that can be read here, and the headline of the newest. */
  archive: Readonly<{ articles: number; headline?: string }>;
  commands: readonly PageCommand[];
  /** Example commands, made from the articles of this guild. */
  examples: readonly string[];
  messages: readonly PageMessage[];
  /** The last change that is contained in these messages. */
  change: number;
}>;

/** A line of an autocomplete list. */
export type PageChoice = Readonly<{ name: string; value: string }>;
