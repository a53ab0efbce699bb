import { openReader, type ReaderOptions } from '../reader/open-reader.ts';
import type { Reader } from '../reader/reader.ts';
import type { Log } from '../desk/ports.ts';
import type { Settings } from '../settings.ts';

/** Opens the configured reader, and logs what an operator should know about it; `patience` as for {@link openReader}. */
export const readerFor = (
  { READER: mode, READER_THREADS: threads }: Settings,
  log: Log,
  patience?: ReaderOptions['patience'],
): Reader =>
  openReader({
    mode,
    threads,
    ...(patience && { patience }),
    notice: (level, message, cause) => log[level](cause === undefined ? {} : { cause }, message),
  });
