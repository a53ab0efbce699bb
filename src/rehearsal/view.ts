/** What the server and the page say to each other. Types only: the page reads them, nothing here runs. */

/**
 * A component of a Discord message or form as its API documents it (type 1 is an action row, 2 a button, 9 a section
 * …), as loosely as the page needs to draw it.
 */
export type Component = Readonly<{
  type: number;
  content?: string;
  components?: readonly Component[];
  component?: Component;
  accessory?: Component;
  accent_color?: number | null;
  divider?: boolean;
  spacing?: number;
  items?: readonly Readonly<{ media: Readonly<{ url: string }>; description?: string | null | undefined }>[];
  file?: Readonly<{ url: string }>;
  style?: number;
  label?: string | null;
  description?: string | null;
  custom_id?: string;
  url?: string;
  disabled?: boolean;
  required?: boolean;
  min_length?: number;
  max_length?: number;
  placeholder?: string | null;
  value?: string | null;
}>;

/** A form as Discord's API takes it. */
export type Form = Readonly<{ custom_id: string; title: string; components: readonly Component[] }>;

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
export type CommandData = Readonly<{
  type?: number;
  name: string;
  description?: string;
  options?: readonly Option[];
}>;

export type PersonKey = 'member' | 'editor';
export type PlaceKey = 'first' | 'second';

export type Person = Readonly<{ key: PersonKey; id: string; name: string; role: string; avatar: string }>;
export type Place = Readonly<{ key: PlaceKey; name: string; initials: string; channel: string }>;

/** Something of a server that has a name: a person, a channel, a role. */
export type Named = Readonly<{ id: string; kind: 'user' | 'channel' | 'role'; name: string }>;

/** A file that can be fetched from `url`; `alt` describes a picture. */
export type Attachment = Readonly<{ name: string; url: string; bytes: number; image: boolean; alt?: string }>;

/** A message as one person sees it. */
export type Message = Readonly<{
  id: string;
  /** ISO 8601. */
  at: string;
  author: PersonKey | 'bot';
  /** Only this person sees it. */
  private: boolean;
  /** A person's words, in Discord's markdown. */
  content?: string;
  /** The bot's components. */
  components?: readonly Component[];
  attachments: readonly Attachment[];
  /** The command that it answers, who used it, and on which message. */
  used?: Readonly<{ by: PersonKey; name: string; slash: boolean }>;
  /** The message that it answers. */
  answers?: Readonly<{ id: string; author: PersonKey | 'bot'; text: string }>;
  edited: boolean;
}>;

/** What the page does with the answer to anything it sent, in this order. */
export type Change =
  | Readonly<{ do: 'show'; message: Message }>
  | Readonly<{ do: 'replace'; message: Message }>
  | Readonly<{ do: 'remove'; id: string }>
  | Readonly<{ do: 'ask'; form: Form; message?: string }>;

/** Everything the page starts from, for one person in one place. */
export type Scene = Readonly<{
  bot: Readonly<{ id: string; name: string; avatar: string }>;
  people: readonly Person[];
  places: readonly Place[];
  named: readonly Named[];
  /** How many articles can be read here, and what the newest is called. */
  archive: Readonly<{ articles: number; headline?: string }>;
  commands: readonly CommandData[];
  /** Commands as they are typed, made from the articles of this place. */
  examples: readonly string[];
  messages: readonly Message[];
}>;

/** A line of an autocomplete list. */
export type Choice = Readonly<{ name: string; value: string }>;
