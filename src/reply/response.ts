import type { Reply, Text } from './reply.ts';

/** What a field can be set to: the words shown and the value that comes back, each at most 100 characters. */
export type FieldOption = Readonly<{ label: Text; value: string }>;

/** One field of a form; lengths in characters. */
export type Field = Readonly<{
  name: string;
  label: Text;
  required: boolean;
  /** Small words below the label, at most 100. */
  description?: Text;
}> &
  (
    | Readonly<{
        /** One line or several. */
        style: 'short' | 'paragraph';
        max: number;
        placeholder?: Text;
        /** What stands in it at first. */
        value?: string;
      }>
    /** One of 2 to 25 options from a list, or of 2 to 10 that all are seen; `value` is set at first. */
    | Readonly<{ style: 'select' | 'radio'; options: readonly FieldOption[]; value?: string }>
    /** A file; endings such as `.txt`, at most ten. */
    | Readonly<{ style: 'file'; types: readonly `.${string}`[]; value?: undefined }>
  );

/** A form to fill in; what is typed goes to the action of that name with these arguments. */
export type Modal = Readonly<{
  title: Text;
  action: string;
  args: readonly string[];
  fields: readonly Field[];
}>;

/**
 * Work that takes longer than an answer may: `first` is shown at once; `work` may then show how far it is, and its result
 * takes the place of `first`. Who sees it is settled by `first`.
 */
export type LongWork = Readonly<{
  first: Reply;
  work(show: (progress: Reply) => Promise<void>): Promise<Reply>;
}>;

/**
 * What a command or action asks its edge to do: send a reply, open a form, change the message it stands on, remove it,
 * or see long work through.
 */
export type Response =
  | Reply
  | LongWork
  | Readonly<{ modal: Modal }>
  | Readonly<{ update: Reply }>
  | Readonly<{ remove: true }>;
