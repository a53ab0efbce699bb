import type { Document } from '../article/article.ts';
import type { Log } from '../desk/ports.ts';
import type { ReceiptLink } from '../desk/receipt-links.ts';
import type { Png } from '../reply/outline/made-again.ts';
import type { Store } from '../store/archive.ts';
import type { StoreChange } from '../store/changes.ts';
import { briefingsOf } from './briefing/briefings.ts';
import { followingOf } from './follow/following.ts';
import type { JobWork } from './job-runner.ts';
import type { Outlet } from './outlet.ts';
import type { RepeatedTask } from './schedule.ts';
import { tellOf, type Tell } from './tell.ts';

export type AnnouncementsOptions = Readonly<{
  store: Pick<Store, 'guild' | 'memberships' | 'telling'>;
  house: ReadonlyMap<string, Document>;
  png: Png;
  /** Finds the public page of a quote. */
  receiptLink(guildId: string | undefined): ReceiptLink;
  /** Maximum number of messages about followed things per hour for a channel or person. */
  followPerHour: number;
  /** How long to collect further news before posting. Milliseconds. Default: some seconds. */
  followGather?: number;
  now(): Date;
  log: Log;
  /** Called when new jobs are waiting. */
  work(): void;
}>;

/** Everything that the bot posts or edits unasked: edits after a correction, news for the desk channel, news of followed things, and digests. */
export type Announcements = Readonly<{
  /** Tells the desk channel. */
  news: Tell['news'];
  /** Announces a change made by this process or another. Never rejects. */
  changed(change: StoreChange): Promise<void>;
  /** Looks for changes that were missed and messages that could not be posted. Never rejects. */
  sweep(): Promise<void>;
  /** Jobs that do not need Discord. */
  look: Readonly<Record<string, JobWork>>;
  /** Jobs that post and edit. */
  kinds(outlet: Outlet): Readonly<Record<string, JobWork>>;
  tasks: readonly RepeatedTask[];
  close(): void;
}>;

/** Interval of looking for due messages. Milliseconds. */
const PLAN_MS = 30_000;
/** Interval of looking for messages that could not be posted or edited at once. Milliseconds. */
const SWEEP_MS = 5 * 60_000;

export function announcementsOf(options: AnnouncementsOptions): Announcements {
  const { followPerHour: perHour, followGather: gather } = options;
  const tell = tellOf(options);
  const following = followingOf({ ...options, perHour, ...(gather !== undefined && { gather }) });
  const briefings = briefingsOf(options);
  return {
    news: tell.news,
    changed: tell.changed,
    async sweep() {
      await Promise.all([tell.sweep(), following.sweep()]);
    },
    look: following.look,
    kinds: (outlet) => ({ ...tell.kinds(outlet), ...following.kinds(outlet), ...briefings.kinds(outlet) }),
    tasks: [
      { every: PLAN_MS, atStart: true, run: () => following.plan(), failure: 'could not plan messages' },
      { every: PLAN_MS, atStart: true, run: () => briefings.plan(), failure: 'could not plan digests' },
      { every: SWEEP_MS, run: () => tell.sweep(), failure: 'could not look for messages to edit' },
      { every: SWEEP_MS, run: () => following.sweep(), failure: 'could not look for news to follow' },
    ],
    close: () => following.close(),
  };
}
