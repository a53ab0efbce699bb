import { z } from 'zod';
import { causeOf } from '../../desk/cause.ts';
import type { Log } from '../../desk/ports.ts';
import { briefingReply } from '../../desk/told/briefing-reply.ts';
import { withReceiptLinks, type ReceiptLink } from '../../desk/receipt-links.ts';
import { withButtons } from '../../reply/buttons.ts';
import type { Store } from '../../store/archive.ts';
import type { Briefing } from '../../store/desk/briefings.ts';
import type { ClaimedJob } from '../../store/desk/jobs.ts';
import type { JobWork } from '../job-runner.ts';
import { keepReply } from '../kept-replies.ts';
import type { Outlet } from '../outlet.ts';
import { spokenThere } from '../spoken-there.ts';
import { lastDue } from './last-due.ts';

export type BriefingsOptions = Readonly<{
  store: Pick<Store, 'guild' | 'memberships' | 'telling'>;
  now(): Date;
  log: Log;
  /** Called when new jobs are waiting. */
  work(): void;
  /** Finds the public page of a quote. */
  receiptLink(guildId: string): ReceiptLink;
}>;

/**
 * Posts digests at their hours. A job's id contains channel and hour, so that each digest is posted once. If several were
 * missed, only the last one is posted.
 */
export type Briefings = Readonly<{
  /** Creates a job for each due digest. Never rejects. */
  plan(): Promise<void>;
  kinds(outlet: Outlet): Readonly<Record<'briefing', JobWork>>;
}>;

/** Wait before a failed digest is tried again. Milliseconds. */
const AGAIN_MS = 5 * 60_000;
/** For some minutes, Discord drops a message that is sent again. After a longer time, sending again might post it twice, so it is not done. */
const RECOGNISED_MS = 120_000;
const BY = 'pullquote';
const jobSchema = z.strictObject({ channel: z.string(), from: z.string(), to: z.string() });

export function briefingsOf({ store, now, log, work, receiptLink }: BriefingsOptions): Briefings {
  async function planGuild(guildId: string): Promise<void> {
    const { briefings, jobs, settings } = store.guild(guildId);
    const { timeZone } = await settings.get();
    for (const briefing of await briefings.list()) {
      const to = lastDue(briefing, timeZone, now()).toISOString();
      if (to <= briefing.toldUntil) continue;
      const id = `briefing:${briefing.channel}:${to}`;
      const known = await jobs.get(id);
      const isFresh = known && now().getTime() - Date.parse(known.changedAt) < AGAIN_MS;
      if (known && (known.state !== 'failed' || isFresh)) continue;
      const payload = { channel: briefing.channel, from: briefing.toldUntil, to };
      await jobs.enqueueOnce({ id, kind: 'briefing', payload, by: BY });
      work();
    }
  }

  async function post(job: ClaimedJob, outlet: Outlet): Promise<object> {
    const { channel, from, to } = jobSchema.parse(job.payload);
    const archive = store.guild(job.guildId);
    const briefing = (await archive.briefings.list()).find((each) => each.channel === channel);
    if (!briefing || briefing.toldUntil >= to) return {};
    const wasBegun = job.tries > 1 && now().getTime() - Date.parse(job.createdAt) > RECOGNISED_MS;
    if (wasBegun)
      log.warn(
        { guildId: job.guildId },
        'the program ended while a digest was posted: it is not posted again',
      );
    else await postOne(briefing, { from, to }, job, outlet);
    await archive.briefings.told(channel, to);
    return {};
  }

  async function postOne(
    { channel, here, gaps, every }: Briefing,
    { from, to }: Readonly<{ from: string; to: string }>,
    { guildId, id }: ClaimedJob,
    outlet: Outlet,
  ): Promise<void> {
    const archive = store.guild(guildId);
    const reply = await briefingReply({ archive, here, gaps, every, from, to, now: now() });
    if (!reply) return;
    const linked = await withReceiptLinks(reply, receiptLink(guildId));
    const shown = spokenThere(withButtons(linked, undefined), outlet, guildId);
    const messageId = await outlet.send(channel, shown, id);
    if (messageId === undefined) log.warn({ guildId }, 'a digest cannot be posted into its channel');
    else await keepReply({ channelId: channel, messageId, reply: shown, isPublic: true }, archive);
  }

  return {
    async plan() {
      try {
        const briefed = await store.telling.briefed();
        if (briefed.length === 0) return;
        const served = new Set(await store.memberships.served());
        for (const guildId of briefed) if (served.has(guildId)) await planGuild(guildId);
      } catch (error) {
        log.warn({ cause: causeOf(error) }, 'digests are made later');
      }
    },
    kinds: (outlet) => ({ briefing: (job) => post(job, outlet) }),
  };
}
