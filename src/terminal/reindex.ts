import { parseArgs } from 'node:util';
import { AskerError } from '../reply/error-reply.ts';
import { plural } from '../reply/count.ts';
import { duration, longProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Rebuilds all indexes of the search engine. Throws StoreError and EngineError. */
export type RebuildAll = (
  /** Called with the number of articles in the new indexes, and the total. */
  onProgress: (progress: Readonly<{ done: number; all: number }>) => void,
) => Promise<void>;

export const REINDEX_USAGE = 'pullquote reindex';

/** `reindex`: builds new indexes beside those in use, then swaps them. Returns the exit code. */
export async function reindexInTerminal(
  argv: readonly string[],
  rebuildAll: RebuildAll,
  { output }: Terminal,
  now: () => number,
): Promise<number> {
  refuseArguments(argv);
  const begun = now();
  const progress = longProgress(output, now);
  let articles = 0;
  await rebuildAll(({ done, all }) => {
    articles = done;
    progress.tell(done, done / Math.max(1, all));
  });
  progress.end();
  const seconds = (now() - begun) / 1000;
  const rate = seconds >= 1 ? `, ${Math.round(articles / seconds).toLocaleString('en-US')} a second` : '';
  output.write(
    `${plural(articles, 'article')} indexed anew in ${duration(seconds)}${rate}; the old index is gone.\n`,
  );
  return 0;
}

function refuseArguments(argv: readonly string[]): void {
  try {
    parseArgs({ args: [...argv], allowPositionals: false, options: {} });
  } catch (error) {
    throw new AskerError(`${(error as Error).message.split('. ')[0]}. Usage: ${REINDEX_USAGE}`, {
      cause: error,
    });
  }
}
