import { z } from 'zod';
import type { Document } from '../article/article.ts';
import type { Store } from '../store/archive.ts';
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
import type { Outlet } from './outlet.ts';
import { spokenThere } from './spoken-there.ts';

/** What {@link editMessage} and {@link sendDigest} need. */
export type TellingParts = Readonly<{
  store: Pick<Store, 'guild'>;
  house: ReadonlyMap<string, Document>;
  png: Png;
  /** Finds the public page of a quote. Default: there are none. */
  receiptLink?(guildId: string): ReceiptLink;
  now(): Date;
  log: Log;
}>;

const editSchema = z.strictObject({ messageId: z.string() });

/** Edits a message whose quotes changed. If that is refused, `news` tells the desk channel. */
export async function editMessage(
  job: ClaimedJob,
  outlet: Outlet,
  parts: TellingParts,
  news: (guildId: string, key: string, news: News) => Promise<void>,
): Promise<undefined> {
  const { messageId } = editSchema.parse(job.payload);
  const archive = parts.store.guild(job.guildId);
  const [post] = await archive.posts.outdated(1, messageId);
  const kept = post && (await archive.posts.find(messageId));
  if (!kept) return;
  const { channelId } = kept;
  const { quotes } = post;
  const isErased = quotes.some(({ now: state }) => state === 'retracted');
  // A report of a correction in the desk channel remains true after the next correction.
  const edited =
    kept.kind === 'desk' && !isErased
      ? 'edited'
      : await outlet.edit({ channelId, messageId }, await replyNow(kept, archive, parts, outlet));
  if (edited === 'edited') {
    const states = new Map(quotes.map(({ articleId, now: state }) => [articleId, state]));
    for (const [articleId, state] of states) await archive.posts.told(messageId, articleId, state);
    return;
  }
  if (typeof edited === 'object') await archive.posts.record({ ...kept, messageId: edited.below });
  await archive.posts.forget(messageId);
  // A deleted message shows nothing that could be wrong.
  if (edited === 'gone') return;
  // Even with a new message below, the old one still shows the retracted text, so an editor must know.
  if (edited !== 'refused' && !isErased) return;
  const link = `https://discord.com/channels/${job.guildId}/${channelId}/${messageId}`;
  await news(job.guildId, `not-edited:${messageId}`, { what: 'not-edited', link });
}

/** The current form of a message. */
async function replyNow(
  kept: KeptPost,
  archive: GuildArchive,
  { house, png, receiptLink, now }: TellingParts,
  outlet: Outlet,
): Promise<Reply> {
  if (kept.kind === 'desk')
    return spokenThere(await digestNow(newsOf(kept), archive), outlet, archive.guildId);
  const reply = await againFrom(kept, { archive, house, png }, { here: [kept.channelId], at: now() });
  const linked = await withReceiptLinks(reply, receiptLink?.(archive.guildId));
  return inLanguage(linked, languageOf(reply.outline?.language));
}

/** Posts a digest in the desk channel. */
export async function sendDigest(
  job: ClaimedJob,
  outlet: Outlet,
  { store, log }: TellingParts,
): Promise<object> {
  const archive = store.guild(job.guildId);
  const { deskChannel } = await archive.settings.get();
  const told = newsSchema.parse(job.payload);
  const reply = deskChannel === null ? undefined : await digest(told, archive);
  if (deskChannel === null || !reply) return { sent: false };
  const messageId = await outlet.send(deskChannel, spokenThere(reply, outlet, job.guildId));
  if (messageId === undefined) log.warn({ guildId: job.guildId }, 'the desk channel cannot be reached');
  else if (told.what === 'corrected') await keepDigest(told, { channelId: deskChannel, messageId }, archive);
  return { sent: messageId !== undefined };
}
