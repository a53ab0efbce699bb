import type { CatalogueMessage } from '../../words/message.ts';
import type { TextRole, Window, WindowReading } from '../reader.ts';

/** The data that the reader's thread starts with. */
export type Setup = Readonly<{
  /** Folder of the weights. */
  models: string;
  /** Threads per network. */
  threads: number;
  /** One number, shared with the program: not 0 when the thread is to leave its task undone after the next input. */
  stopping: Int32Array;
}>;

/** A request to the thread. */
export type ReaderTask =
  | Readonly<{ kind: 'read'; question: string; windows: readonly Window[]; turn: 'first' | 'again' }>
  | Readonly<{ kind: 'embed'; texts: readonly string[]; role: TextRole }>;

/** The result of a task: readings for `read`, vectors for `embed`, in the order of the inputs. */
export type Result = readonly WindowReading[] | readonly Int8Array[];

/** A message from the thread: first whether it can run, then the result of each task. */
export type ReaderMessage =
  | Readonly<{ state: 'ready' }>
  /** `reason` is for people, `cause` is for the log. */
  | Readonly<{ state: 'unusable'; reason: CatalogueMessage; cause: string }>
  | Readonly<{ state: 'done'; result: Result }>
  | Readonly<{ state: 'failed'; cause: string }>;
