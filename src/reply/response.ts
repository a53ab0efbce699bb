import type { Reply } from './reply.ts';

/** One field of a form; lengths in characters. */
export type Field = Readonly<{
  name: string;
  label: string;
  /** One line or several. */
  style: 'short' | 'paragraph';
  required: boolean;
  max: number;
  placeholder?: string;
}>;

/** A form to fill in; what is typed goes to the action of that name with these arguments. */
export type Modal = Readonly<{
  title: string;
  action: string;
  args: readonly string[];
  fields: readonly Field[];
}>;

/** What a command or action asks its edge to do: send a reply, open a form, change the message it stands on, or remove it. */
export type Response =
  | Reply
  | Readonly<{ modal: Modal }>
  | Readonly<{ update: Reply }>
  | Readonly<{ remove: true }>;
