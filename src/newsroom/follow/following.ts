import { causeOf } from '../../desk/cause.ts';
import type { Store } from '../../store/archive.ts';
import { FOLLOW_JOB } from '../../store/desk/follow-queue.ts';
import { NEWS_JOB, type WaitingPlace } from '../../store/desk/follow-news.ts';
import type { ClaimedJob } from '../../store/desk/jobs.ts';
import type { JobWork } from '../job-runner.ts';
import type { Outlet } from '../outlet.ts';
import { changedSchema, GATHER_MS, lookThrough } from './look-through.ts';
import { postNews, type PostingParts } from './post-news.ts';

export type FollowingOptions = PostingParts &
  Readonly<{
    store: Pick<Store, 'memberships' | 'telling'>;
    /** Called when new jobs are waiting. */
    work(): void;
    /** Maximum number of messages per hour for a channel or person. The last one contains the rest; later news waits for the next hour. */
    perHour: number;
    /** How long to collect further news before posting. Milliseconds. Default: {@link GATHER_MS}. */
    gather?: number;
  }>;

/** Tells channels and people what new and corrected articles say about the things they follow. */
export type FollowTeller = Readonly<{
  /** Turns due news into messages, on all servers that the bot serves. Never rejects. */
  plan(): Promise<void>;
  /** Tries again to post messages that could not be posted, and forgets old ones. Never rejects. */
  sweep(): Promise<void>;
  /** The job that looks through changed articles; it does not need Discord. */
  look: Readonly<Record<string, JobWork>>;
  /** The job that posts messages. */
  kinds(outlet: Outlet): Readonly<Record<string, JobWork>>;
  close(): void;
}>;

const HOUR_MS = 3_600_000;
/** How long posted news is remembered. Milliseconds. */
const KEPT_MS = 90 * 86_400_000;

export function followingOf(options: FollowingOptions): FollowTeller {
  const { store, now, log, work, perHour, gather = GATHER_MS } = options;
  const timers = new Set<NodeJS.Timeout>();

  const quietly = async (doing: () => Promise<void>): Promise<void> => {
    try {
      await doing();
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'what is followed is told later');
    }
  };

  async function planGuild(guildId: string): Promise<void> {
    const { news } = store.guild(guildId);
    const at = now();
    for (const place of await news.due(at, new Date(at.getTime() - HOUR_MS)))
      for (const part of messagesOf(place, perHour)) await news.bundle(place.place, part, at);
    work();
  }

  async function servedOf(guilds: readonly string[]): Promise<readonly string[]> {
    if (guilds.length === 0) return [];
    const served = new Set(await store.memberships.served());
    return guilds.filter((id) => served.has(id));
  }

  const plan = (): Promise<void> =>
    quietly(async () => {
      for (const guildId of await servedOf(await store.telling.due(now()))) await planGuild(guildId);
    });

  async function look(job: ClaimedJob): Promise<object> {
    const archive = store.guild(job.guildId);
    await lookThrough(changedSchema.parse(job.payload), { archive, now: now(), gather });
    const timer = setTimeout(() => {
      timers.delete(timer);
      void quietly(() => planGuild(job.guildId));
    }, gather).unref();
    timers.add(timer);
    return {};
  }

  return {
    plan,
    sweep: () =>
      quietly(async () => {
        for (const guildId of await servedOf(await store.telling.unposted())) {
          const { news } = store.guild(guildId);
          for (const id of await news.unposted()) await news.send(id);
        }
        for (const guildId of await store.memberships.served())
          await store.guild(guildId).news.forgetBefore(new Date(now().getTime() - KEPT_MS));
        work();
      }),
    look: { [FOLLOW_JOB]: look },
    kinds: (outlet) => ({ [NEWS_JOB]: (job) => postNews(job, outlet, options) }),
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/**
 * Divides the news waiting for a channel or person into messages: one for each article, but no more than the hourly limit allows;
 * the last one contains all the rest.
 */
export function messagesOf(
  { waiting, messages }: WaitingPlace,
  perHour: number,
): readonly WaitingPlace['waiting'][] {
  const room = perHour - messages;
  if (room <= 0) return [];
  if (waiting.length <= room) return waiting.map((news) => [news]);
  return [...waiting.slice(0, room - 1).map((news) => [news]), waiting.slice(room - 1)];
}
