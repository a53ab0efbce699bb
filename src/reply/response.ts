import type { Reply, Text } from './reply.ts';

/** An option of a field: its label, and the value that is submitted; each at most 100 characters. */
export type FieldOption = Readonly<{ label: Text; value: string }>;

/** A field of a form; lengths in characters. */
export type Field = Readonly<{
  name: string;
  label: Text;
  required: boolean;
  /** A hint below the label, at most 100. */
  description?: Text;
}> &
  (
    | Readonly<{
        /** One line, or several. */
        style: 'short' | 'paragraph';
        max: number;
        placeholder?: Text;
        /** Initial value. */
        value?: string;
      }>
    /** A menu with 2 to 25 options, or 2 to 10 radio buttons; `value` is preselected. */
    | Readonly<{ style: 'select' | 'radio'; options: readonly FieldOption[]; value?: string }>
    /** A file upload; at most ten endings such as `.txt`. */
    | Readonly<{ style: 'file'; types: readonly `.${string}`[]; value?: undefined }>
  );

/** A form. Its values go to the named action with these arguments. */
export type Modal = Readonly<{
  title: Text;
  action: string;
  args: readonly string[];
  fields: readonly Field[];
}>;

/**
 * Work that takes longer than an answer may. `first` is shown at once and decides who sees it; `work` may report progress, and its
 * result replaces `first`.
 */
export type LongWork = Readonly<{
  first: Reply;
  work(show: (progress: Reply) => Promise<void>): Promise<Reply>;
}>;

/**
 * What a command or action asks its edge to do: send a reply, open a form, change or remove the current message, or carry out long work.
 */
export type Response =
  | Reply
  | LongWork
  | Readonly<{ modal: Modal }>
  | Readonly<{ update: Reply }>
  | Readonly<{ remove: true }>;
