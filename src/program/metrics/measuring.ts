import type { Answer } from '../../answer/answer.ts';
import type { Asker, Desk, Log } from '../../desk/ports.ts';
import type { RunningNewsroom } from '../../newsroom/start.ts';
import type { Settings } from '../../settings.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { serveMetrics } from './serve.ts';

type MetricsSettings = Pick<Settings, 'HOST' | 'METRICS_PORT'>;

/** Wrappers that measure parts of the program, and the server that publishes the metrics. */
export type Measuring = Readonly<{
  /** The log, wrapped to count warnings and errors. */
  log: Log;
  answered(answer: Pick<Answer, 'verdict' | 'byReader'>): void;
  /** Desks, wrapped to measure how long replies take. */
  deskFor(newsroom: Pick<RunningNewsroom, 'deskFor'>): (asker: Asker) => Promise<Desk>;
  /** Starts serving the metrics, and returns a function that stops it. Throws SettingsError if the port is unavailable. */
  serve(newsroom: Pick<RunningNewsroom, 'figures' | 'healthy'>): Promise<() => Promise<void>>;
}>;

/** Measures nothing, for programs without METRICS_PORT. */
const notMeasuring = (log: Log): Measuring => ({
  log,
  answered: () => undefined,
  deskFor: (newsroom) => newsroom.deskFor,
  serve: async () => async () => undefined,
});

/** Measures a program that logs to `log`, if METRICS_PORT is set. */
export function measuring({ HOST: host, METRICS_PORT: port }: MetricsSettings, log: Log): Measuring {
  if (port === undefined) return notMeasuring(log);
  let figures: RunningNewsroom['figures'] = () => Promise.reject(new Error('the store is not open yet'));
  const metrics: Metrics = openMetrics(
    () => figures(),
    () => new Date(),
  );
  return {
    log: metrics.counting(log),
    answered: metrics.answered,
    deskFor: (newsroom) => async (asker) => {
      const desk = await newsroom.deskFor(asker);
      return {
        ...desk,
        took(milliseconds) {
          metrics.took(milliseconds);
          desk.took(milliseconds);
        },
      };
    },
    async serve(newsroom) {
      ({ figures } = newsroom);
      const server = await serveMetrics({ host, port, metrics, healthy: () => newsroom.healthy() });
      log.info({ port: server.port }, 'serving metrics and health');
      return server.close;
    },
  };
}
