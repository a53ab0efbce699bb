import { type CatalogueMessage, inEnglish, message } from '../words/message.ts';
import { checksumsIn, MODEL_FILES, ModelError, MODELS } from './model-files.ts';
import { enoughMemory } from './memory.ts';
import { createReaderQueue, type QueuePatience } from './queue.ts';
import { noReader, type Reader, type ReaderStatus, type WindowReading } from './reader.ts';
import { startThread } from './thread.ts';
import { VECTOR_RECIPE } from './vector-text.ts';
import type { Result, ReaderTask } from './worker/task.ts';

export type ReaderOptions = Readonly<{
  /** `auto` runs the reader if there is enough memory. */
  mode: 'auto' | 'on' | 'off';
  /** Threads per network, 1 or 2. */
  threads: number;
  /** Reports what an operator should know: the reader is off, or it is back. `cause` is for the log. */
  notice(level: 'info' | 'warn', message: string, cause?: string): void;
  /** Memory that the process may use, in bytes. Default: that of the container or the machine. */
  memory?: number;
  /** Folder of the weights. Default: that of the installation. */
  models?: string;
  /** The thread's program; tests pass one that crashes. */
  script?: URL;
  /** How long a question waits before words alone answer it. Default: what leaves time to answer within three seconds. */
  patience?: Readonly<Record<'embed' | 'read' | 'again', QueuePatience>>;
}>;

/**
 * With a longer wait before reading, which takes up to 560, the asker would wait more than a second. Where other programs keep the machine
 * busy, reading may take much longer: a question is then left to words in time for Discord's three seconds, or to what was read first.
 * Milliseconds.
 */
const PATIENCE = {
  embed: { begin: 400, end: 600 },
  read: { begin: 400, end: 1500 },
  again: { begin: 200, end: 500 },
};
/** How long questions are left to words after the last one that could not be answered at all. Milliseconds. */
const ASIDE = 1000;
/** How long the status shows that the reader was overloaded, and the shortest time between two log entries about it. Milliseconds. */
const OVERLOAD_SHOWN = 60_000;

/**
 * Opens the reader in its own thread; the weights load in the background. If it cannot run, it is off and gives the reason. Never
 * throws.
 */
export function openReader(options: ReaderOptions): Reader {
  const found = usable(options);
  return 'reason' in found ? noReader(found.reason) : startReader(options, found.vectorModel);
}

/** What the vectors are called where the reader can run, or why it cannot. */
function usable({
  mode,
  notice,
  memory,
  models = MODELS,
}: ReaderOptions): Readonly<{ vectorModel: string }> | Readonly<{ reason: CatalogueMessage }> {
  if (mode === 'off') return { reason: message('reader.switched-off') };
  const short = mode === 'auto' ? enoughMemory(memory) : undefined;
  if (short !== undefined) {
    notice('warn', toLog(short));
    return { reason: short };
  }
  try {
    return { vectorModel: vectorModelIn(models) };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    notice('warn', toLog(error.told), String(error.cause));
    return { reason: error.told };
  }
}

function startReader(
  {
    threads,
    notice,
    models = MODELS,
    script = new URL('worker/worker.ts', import.meta.url),
    patience = PATIENCE,
  }: ReaderOptions,
  vectorModel: string,
): Reader {
  let status: ReaderStatus = { state: 'loading', reason: message('reader.loading') };
  const overload = overloadOf(notice);
  const opened = Promise.withResolvers<void>();

  const thread = startThread({
    setup: { models, threads },
    script,
    onReady() {
      status = { state: 'ready' };
      notice('info', 'the reader is ready');
      queue.open(true);
      opened.resolve();
    },
    onUnusable: stop,
    onDead: (cause, wait) => stop(message('reader.ended', { seconds: wait / 1000 }), cause),
    onFailed: (cause) => notice('warn', 'the reader failed at a question', cause),
  });

  function stop(reason: CatalogueMessage, cause: string): void {
    status = { state: 'off', reason };
    queue.open(false);
    queue.drop();
    notice('warn', toLog(reason), cause);
    opened.resolve();
  }

  const queue = createReaderQueue<ReaderTask, Result>({
    run: thread.run,
    size: workOf,
    onOverdue: (task) => {
      if (task.kind === 'embed' || task.turn === 'first') overload.note();
    },
  });

  const aside = steppingAside(overload.note);
  const reads = (): boolean => status.state === 'ready';
  return {
    async read(question, windows, { turn = 'first', onBegun } = {}) {
      if (!reads() || aside.lasts()) return undefined;
      if (windows.length === 0) return [];
      // A 'read' task returns readings.
      const patient = turn === 'first' ? patience.read : patience.again;
      return (await queue.urgent({ kind: 'read', question, windows, turn }, patient, onBegun)) as
        | readonly WindowReading[]
        | undefined;
    },
    async embed(texts, role) {
      if (!reads() || (role === 'question' && aside.lasts())) return undefined;
      if (texts.length === 0) return [];
      const task: ReaderTask = { kind: 'embed', texts, role };
      const result = await (role === 'question' ? queue.urgent(task, patience.embed) : queue.later(task));
      return result as readonly Int8Array[] | undefined;
    },
    stepAside: aside.begin,
    status: () => (reads() && overload.isShown() ? { state: 'overloaded', reason: OVERLOADED } : status),
    opened: opened.promise,
    vectorModel,
    async close() {
      status = { state: 'off', reason: message('reader.stopping') };
      queue.open(false);
      queue.drop();
      opened.resolve();
      await thread.close();
    },
  };
}

/** The time in which questions are left to words, because more is asked than can be answered. Each such question is noted. */
function steppingAside(note: () => void) {
  let until = Number.NEGATIVE_INFINITY;
  return {
    begin: (): void => void (until = performance.now() + ASIDE),
    lasts: (): boolean => {
      const isNow = performance.now() < until;
      if (isNow) note();
      return isNow;
    },
  };
}

const OVERLOADED = message('reader.overloaded');

/** A reason as a line of the log. */
const toLog = (reason: CatalogueMessage): string => `the reader: ${inEnglish(reason)}`;

/** Keeps when a question was last left to words, for the log and the status. */
function overloadOf(notice: ReaderOptions['notice']) {
  let leftToWordsAt = Number.NEGATIVE_INFINITY;
  const isShown = (): boolean => performance.now() - leftToWordsAt < OVERLOAD_SHOWN;
  return {
    isShown,
    note: (): void => {
      if (performance.now() - leftToWordsAt > OVERLOAD_SHOWN) notice('warn', toLog(OVERLOADED));
      leftToWordsAt = performance.now();
    },
  };
}

/** Both networks have the same size, so the time of a task grows with its number of texts and characters. */
const workOf = (task: ReaderTask): number =>
  (task.kind === 'embed'
    ? task.texts.map((text) => text.length)
    : task.windows.map(({ start, end, front }) => end - start + front.length + task.question.length)
  ).reduce((work, characters) => work + EACH_TEXT + characters, 0);

/** Cost of a text beyond its characters, in characters; measured with questions of 40 and windows of 600. */
const EACH_TEXT = 100;

/** The name of the encoder's vectors. Throws {@link ModelError}. */
function vectorModelIn(models: string): string {
  const checksums = checksumsIn(models);
  const [encoder, tokenizer] = [MODEL_FILES.encoder, MODEL_FILES.tokenizer].map((file) => {
    const sum = checksums.get(file);
    if (sum === undefined) throw new ModelError(message('reader.unnamed', { folder: models, file }));
    return sum.slice(0, 12);
  });
  return `${encoder}-${tokenizer}-${VECTOR_RECIPE}`;
}
