import type { Hint } from '../extracted.ts';
import type { RefusalCode } from '../intake-error.ts';
import type { Kind } from '../kind.ts';
import type { Notice } from '../../words/message.ts';

/** A file to read in a worker. `subject` names it in refusals. */
export type IntakeTask = Readonly<{ kind: Kind | 'feed'; bytes: Uint8Array; hint: Hint; subject: Notice }>;

/** Messages of a worker: first that its libraries are loaded and reading starts, then the result. */
export type IntakeMessage =
  | Readonly<{ state: 'reading' }>
  | Readonly<{ state: 'done'; value: unknown }>
  /** `detail` is a library's error, for the log. */
  | Readonly<{ state: 'refused'; code: RefusalCode; told: Notice; detail?: string }>;

/**
 * Time limit of a reading in milliseconds. T13 sets 3 s for HTML; PDF and Word documents may take longer, but with the
 * retry everything ends within 10 s.
 */
export const READING_MS: Readonly<Record<IntakeTask['kind'], number>> = {
  text: 3000,
  html: 3000,
  feed: 3000,
  docx: 4000,
  pdf: 4000,
};

/** Time limit of starting a worker and loading its libraries, in milliseconds. Mostly under 1 s, but a slow start is not the file's fault. */
export const LOADING_MS = 30_000;

/**
 * Memory limits of a worker in MB: the JavaScript heap, and buffers outside it (inflated streams), which V8's limit does
 * not count. Together with an index at its limit, the program stays within 512 MB (F17).
 */
export const HEAP_MB = 128;
export const BUFFERS_MB = 128;
/** Interval of measuring a worker's buffers while it reads. Milliseconds. */
export const MEASURE_MS = 50;
