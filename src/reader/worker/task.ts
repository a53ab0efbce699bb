import type { TextRole, Window, WindowReading } from '../reader.ts';

/** What the reader's thread is started with. */
export type Setup = Readonly<{
  /** Folder of the weights. */
  models: string;
  /** Threads that one network may use. */
  threads: number;
}>;

/** What the thread is asked to do. */
export type ReaderTask =
  | Readonly<{ kind: 'read'; question: string; windows: readonly Window[] }>
  | Readonly<{ kind: 'embed'; texts: readonly string[]; role: TextRole }>;

/** What comes of a task: readings for `read`, vectors for `embed`, each in the order of what was handed in. */
export type Result = readonly WindowReading[] | readonly Int8Array[];

/** What the thread says: first that it can read or why it never will, then how each task ended. */
export type ReaderMessage =
  | Readonly<{ state: 'ready' }>
  /** `reason` is a sentence for people, `cause` is for the log. */
  | Readonly<{ state: 'unusable'; reason: string; cause: string }>
  | Readonly<{ state: 'done'; result: Result }>
  | Readonly<{ state: 'failed'; cause: string }>;
