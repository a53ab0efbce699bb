import { z } from 'zod';
import type { Document } from '../article/article.ts';
import type { Store } from '../store/archive.ts';
import type { StoreChange } from '../store/changes.ts';
import type { ClaimedJob } from '../store/desk/jobs.ts';
import type { Log } from '../desk/ports.ts';
import { withReceiptLinks, type ReceiptLink } from '../desk/receipt-links.ts';
import type { KeptPost } from '../store/desk/posts.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { Png } from '../reply/outline/made-again.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { languageOf } from '../words/language.ts';
import { digest, digestNow, keepDigest, newsOf, newsSchema, type News } from './digest.ts';
import { againFrom } from './kept-replies.ts';
import type { JobWork } from './job-runner.ts';
import type { Outlet } from './outlet.ts';
import { causeOf } from '../desk/cause.ts';
import { spokenThere } from './spoken-there.ts';

/** What telling needs. */
export type TellOptions = Readonly<{
  store: Pick<Store, 'guild' | 'memberships'>;
  house: ReadonlyMap<string, Document>;
  png: Png;
  /** Finds the pages of quotes, where there are any. */
  receiptLink?(guildId: string): ReceiptLink;
  now(): Date;
  log: Log;
  /** Called when there is something to work off. */
  work(): void;
}>;

/**
 * Lets Discord know what changed in an archive: messages that quote it are edited, the desk channel gets a digest. Both are
 * jobs whose ids are made of what they are about, so that they survive a restart, and of several processes one does each.
 */
export type Tell = Readonly<{
  /** A change was heard, in this process or another. Never rejects. */
  changed(change: StoreChange): Promise<void>;
  /** Looks in every archive for messages that are to be edited. Never rejects. */
  sweep(): Promise<void>;
  /** Tells the desk channel; told once for each `key`. Rejects with a StoreError. */
  news(guildId: string, key: string, news: News): Promise<void>;
  /** How the jobs are done, by kind, once messages can be reached. */
  kinds(outlet: Outlet): Readonly<Record<'edit' | 'digest', JobWork>>;
}>;

/** Messages looked for at a time. */
const BATCH = 200;
const BY = 'pullquote';
const editSchema = z.strictObject({ messageId: z.string() });

export function tellOf({ store, house, png, receiptLink, now, log, work }: TellOptions): Tell {
  const news = (guildId: string, key: string, told: News): Promise<void> =>
    store.guild(guildId).jobs.enqueueOnce({ id: `digest:${key}`, kind: 'digest', payload: told, by: BY });

  async function sweepGuild(guildId: string): Promise<void> {
    const { posts, jobs } = store.guild(guildId);
    const outdated = await posts.outdated(BATCH);
    for (const { messageId } of outdated)
      await jobs.enqueueOnce({ id: `edit:${messageId}`, kind: 'edit', payload: { messageId }, by: BY });
    if (outdated.length > 0) work();
  }

  async function tellArticle(guildId: string, articleId: string, kind: string): Promise<void> {
    const found = await store.guild(guildId).article(articleId);
    if (found.state === 'retracted')
      await news(guildId, `${articleId}:${found.tombstone.retractedAt}`, { what: 'retracted', articleId });
    else if (found.state === 'live') {
      const { revision } = found.stored.article;
      if (kind === 'corrected')
        await news(guildId, `${articleId}:r${revision}`, { what: 'corrected', articleId, revision });
      else {
        const at = (await store.guild(guildId).revisions(articleId)).at(-1)?.at ?? '';
        await news(guildId, `${articleId}:restored:${at}`, { what: 'restored', articleId });
      }
    }
  }

  const quietly = async (doing: () => Promise<void>): Promise<void> => {
    try {
      await doing();
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'could not announce a change; will retry');
    }
  };

  async function sweepAll(): Promise<void> {
    for (const guildId of await store.memberships.served()) await sweepGuild(guildId);
  }

  async function edit(job: ClaimedJob, outlet: Outlet): Promise<undefined> {
    const { messageId } = editSchema.parse(job.payload);
    const archive = store.guild(job.guildId);
    const [post] = await archive.posts.outdated(1, messageId);
    const kept = post && (await archive.posts.find(messageId));
    if (!kept) return;
    const { channelId } = kept;
    const { quotes } = post;
    const isErased = quotes.some(({ now: state }) => state === 'retracted');
    // What the desk was told of a correction stays true after the next one.
    const edited =
      kept.kind === 'desk' && !isErased
        ? 'edited'
        : await outlet.edit({ channelId, messageId }, await replyNow(kept, archive, outlet));
    if (edited === 'edited') {
      const states = new Map(quotes.map(({ articleId, now: state }) => [articleId, state]));
      for (const [articleId, state] of states) await archive.posts.told(messageId, articleId, state);
      return;
    }
    if (typeof edited === 'object') await archive.posts.record({ ...kept, messageId: edited.below });
    await archive.posts.forget(messageId);
    // A message that was deleted says nothing any more.
    if (edited === 'gone') return;
    // What was retracted still stands in a message that may not be edited, whatever is said below it.
    if (edited !== 'refused' && !isErased) return;
    const link = `https://discord.com/channels/${job.guildId}/${channelId}/${messageId}`;
    await news(job.guildId, `not-edited:${messageId}`, { what: 'not-edited', link });
  }

  /** A message as it must read now. */
  async function replyNow(kept: KeptPost, archive: GuildArchive, outlet: Outlet): Promise<Reply> {
    if (kept.kind === 'desk')
      return spokenThere(await digestNow(newsOf(kept), archive), outlet, archive.guildId);
    const reply = await againFrom(kept, { archive, house, png }, { here: [kept.channelId], at: now() });
    const linked = await withReceiptLinks(reply, receiptLink?.(archive.guildId));
    return inLanguage(linked, languageOf(reply.outline?.language));
  }

  async function send(job: ClaimedJob, outlet: Outlet): Promise<object> {
    const archive = store.guild(job.guildId);
    const { deskChannel } = await archive.settings.get();
    const told = newsSchema.parse(job.payload);
    const reply = deskChannel === null ? undefined : await digest(told, archive);
    if (deskChannel === null || !reply) return { sent: false };
    const messageId = await outlet.send(deskChannel, spokenThere(reply, outlet, job.guildId));
    if (messageId === undefined) log.warn({ guildId: job.guildId }, 'the desk channel cannot be reached');
    else if (told.what === 'corrected')
      await keepDigest(told, { channelId: deskChannel, messageId }, archive);
    return { sent: messageId !== undefined };
  }

  return {
    news,
    changed: (change) =>
      quietly(async () => {
        if (change.kind === 'missed') return sweepAll();
        const { kind, guildId, ids } = change;
        if (kind !== 'corrected' && kind !== 'retracted' && kind !== 'restored') return;
        for (const id of ids) await tellArticle(guildId, id, kind);
        await sweepGuild(guildId);
        work();
      }),
    sweep: () => quietly(sweepAll),
    kinds: (outlet) => ({ edit: (job) => edit(job, outlet), digest: (job) => send(job, outlet) }),
  };
}
