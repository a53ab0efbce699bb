import type { Hint } from '../extracted.ts';
import type { RefusalCode } from '../intake-error.ts';
import type { Kind } from '../kind.ts';

/** What a worker is asked to read. `subject` is how refusals call it. */
export type IntakeTask = Readonly<{ kind: Kind | 'feed'; bytes: Uint8Array; hint: Hint; subject: string }>;

/** What a worker says: once that its libraries are loaded and the reading begins, then how it ended. */
export type IntakeMessage =
  | Readonly<{ state: 'reading' }>
  | Readonly<{ state: 'done'; value: unknown }>
  /** `detail` is for the log: what a library threw. */
  | Readonly<{ state: 'refused'; code: RefusalCode; message: string; detail?: string }>;

/**
 * How long one reading may take, in milliseconds. T13 says 3 s for HTML; a PDF or Word document may take longer, and
 * with a second try everything ends within 10 s.
 */
export const READING_MS: Readonly<Record<IntakeTask['kind'], number>> = {
  text: 3000,
  html: 3000,
  feed: 3000,
  docx: 4000,
  pdf: 4000,
};

/** How long a worker may take to start and load its libraries, in milliseconds: mostly under 1 s, but slowness here is no file's fault. */
export const LOADING_MS = 30_000;

/**
 * Memory of one worker, in MB: JavaScript's heap, and buffers outside it (inflated streams), which V8's own limit
 * does not count. Together with an index at its limit this stays within 512 MB (F17).
 */
export const HEAP_MB = 128;
export const BUFFERS_MB = 128;
/** How often a worker's buffers are measured while it reads, in milliseconds. */
export const MEASURE_MS = 50;
