import type { Log } from '../desk/ports.ts';
import type { Store } from '../store/archive.ts';
import type { Announcements } from './announcements.ts';
import type { FeedRunner } from './feed-runner.ts';
import type { GuildKeeper, IsMember } from './guilds.ts';
import type { JobRunner } from './job-runner.ts';
import type { Outlet } from './outlet.ts';
import { schedule } from './schedule.ts';
import type { vectorFiles } from './vector-files.ts';

/** Interval of looking for waiting jobs and due feeds. Milliseconds. */
const WORK_MS = 30_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long finished jobs are kept: /status lists them, and their ids prevent duplicate announcements. Milliseconds. */
const JOBS_KEPT_MS = 30 * DAY_MS;
/** How long an ephemeral reply can be shared or exported; Discord shows it until the asker restarts the app. Milliseconds. */
const PRIVATE_KEPT_MS = 7 * DAY_MS;

/** The parts that work in the background. */
type BackgroundParts = Readonly<{
  store: Store;
  runner: JobRunner;
  announcements: Announcements;
  feeds: FeedRunner;
  guilds: GuildKeeper;
  files: ReturnType<typeof vectorFiles>;
  now(): Date;
  log: Log;
}>;

/** Starts the waiting jobs and the repeated tasks. */
export function startBackground({
  store,
  runner,
  announcements,
  feeds,
  guilds,
  files,
  now,
  log,
}: BackgroundParts): Readonly<{ attach(outlet: Outlet): void; stop(): Promise<void> }> {
  const work = (): void => void runner.work();
  runner.also(announcements.look);
  const stopHearing = store.onChange((change) => {
    void announcements.changed(change);
    work();
  });
  let isMember: IsMember = () => Promise.reject(new Error('Discord is not connected yet'));
  const stopTasks = schedule(
    [
      { every: WORK_MS, atStart: true, run: async () => work(), failure: 'could not start waiting jobs' },
      ...announcements.tasks,
      { every: WORK_MS, atStart: true, run: () => feeds.work(), failure: 'could not read due feeds' },
      { every: HOUR_MS, run: () => guilds.purge(isMember), failure: 'could not purge servers' },
      {
        every: HOUR_MS,
        run: () => forgetOld(store, now()),
        failure: 'could not delete old jobs and replies',
      },
      {
        every: DAY_MS,
        atStart: true,
        run: () => files.prune(now()),
        failure: 'could not delete old vectors',
      },
    ],
    log,
  );
  return {
    attach(outlet) {
      isMember = outlet.isMember;
      runner.also(announcements.kinds(outlet));
      void announcements.sweep().then(work);
    },
    async stop() {
      const tasks = stopTasks();
      announcements.close();
      stopHearing();
      await tasks;
    },
  };
}

async function forgetOld({ housekeeping }: Store, at: Date): Promise<void> {
  const before = (milliseconds: number): Date => new Date(at.getTime() - milliseconds);
  await housekeeping.dropJobsEndedBefore(before(JOBS_KEPT_MS));
  await housekeeping.dropPrivatePostsBefore(before(PRIVATE_KEPT_MS));
}
