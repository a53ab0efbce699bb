import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer, Verdict } from '../../answer/answer.ts';
import type { Log } from '../../desk/ports.ts';
import type { StoreFigures } from '../../store/safety/figures.ts';

/** Metrics of the running program. None of them contains a server, person, question or article. */
export type Metrics = Readonly<{
  /** The metrics for Prometheus and their content type; queries the store on every call. */
  contentType: string;
  text(): Promise<string>;
  /** Counts an answer by its verdict and by whether the reader had a part in it. */
  answered(answer: Pick<Answer, 'verdict' | 'byReader'>): void;
  /** Records how long a reply took. Milliseconds. */
  took(milliseconds: number): void;
  /** Wraps a log to count warnings and errors. */
  counting(log: Log): Log;
}>;

/** Upper bounds of the histogram's buckets, in seconds; Discord waits three. */
const CLASSES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];

const SECOND = 1000;

/**
 * Metrics for Prometheus, including Node's own (memory, processor, event loop). Every reading calls `figures`. If it rejects, the
 * metrics of the store are missing and `pullquote_store_up` is 0.
 */
export function openMetrics(figures: () => Promise<StoreFigures>, now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'pullquote_answers_total',
    help: 'Questions answered, by verdict and by what found the answer: the reader or words alone.',
    labelNames: ['verdict', 'by'],
    registers,
  });
  for (const verdict of ['found', 'unsure', 'nothing'] satisfies Verdict[])
    for (const by of ['reader', 'words']) answers.inc({ verdict, by }, 0);
  const duration = new Histogram({
    name: 'pullquote_reply_seconds',
    help: 'How long replies took to make.',
    buckets: CLASSES,
    registers,
  });
  const failures = new Counter({
    name: 'pullquote_log_total',
    help: 'Lines of the log, by level.',
    labelNames: ['level'],
    registers,
  });
  for (const level of ['warn', 'error']) failures.inc({ level }, 0);
  const readStore = storeGauges(registry, figures, now);
  return {
    contentType: registry.contentType,
    async text() {
      await readStore();
      return registry.metrics();
    },
    answered: ({ verdict, byReader }) => answers.inc({ verdict, by: byReader ? 'reader' : 'words' }),
    took: (milliseconds) => duration.observe(milliseconds / SECOND),
    counting: (log) => ({
      debug: (fields, message) => log.debug(fields, message),
      info: (fields, message) => log.info(fields, message),
      warn(fields, message) {
        failures.inc({ level: 'warn' });
        log.warn(fields, message);
      },
      error(fields, message) {
        failures.inc({ level: 'error' });
        log.error(fields, message);
      },
    }),
  };
}

type Reading = (found: StoreFigures, age: (since: string | undefined) => number) => number;

/** Gauges of the store: name, help text and value. Ages are in seconds, 0 if nothing waits. */
const GAUGES: readonly (readonly [name: string, help: string, read: Reading])[] = [
  ['servers', 'Servers with an archive.', ({ servers }) => servers],
  ['articles', 'Articles that can be quoted, of all servers.', ({ articles }) => articles],
  ['articles_retracted', 'Retracted articles, of all servers.', ({ retracted }) => retracted],
  ['feeds', 'Feeds that are read.', ({ feeds }) => feeds],
  ['feeds_failing', 'Feeds whose last check failed.', ({ failingFeeds }) => failingFeeds],
  [
    'feed_items_quarantined',
    'Articles of feeds that cannot be read.',
    ({ quarantinedItems }) => quarantinedItems,
  ],
  [
    'feed_overdue_seconds',
    'How long the most overdue feed has been due.',
    ({ oldestFeedAt }, age) => age(oldestFeedAt),
  ],
  ['jobs_waiting', 'Jobs that wait to be done.', ({ waitingJobs }) => waitingJobs],
  ['jobs_failed', 'Jobs of the last thirty days that failed.', ({ failedJobs }) => failedJobs],
  [
    'job_oldest_seconds',
    'How long the oldest waiting job has waited.',
    ({ oldestJobAt }, age) => age(oldestJobAt),
  ],
];

/** Creates the gauges of the store, and returns a function that updates them. */
function storeGauges(
  registry: Registry,
  figures: () => Promise<StoreFigures>,
  now: () => Date,
): () => Promise<void> {
  const age = (since: string | undefined): number =>
    since === undefined ? 0 : Math.max(0, (now().getTime() - Date.parse(since)) / SECOND);
  const registers = [registry];
  const gauges = GAUGES.map(([name, help, read]) => ({
    gauge: new Gauge({ name: `pullquote_${name}`, help, registers }),
    read,
  }));
  const up = new Gauge({
    name: 'pullquote_store_up',
    help: 'Whether the database answered this reading.',
    registers,
  });
  return async () => {
    const found = await figures().catch(() => undefined);
    up.set(found ? 1 : 0);
    for (const { gauge, read } of gauges) {
      if (found) gauge.set(read(found, age));
      // A stale value would look like a current one.
      else gauge.remove();
    }
  };
}
