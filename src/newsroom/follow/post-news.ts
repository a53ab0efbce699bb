import { z } from 'zod';
import type { Log } from '../../desk/ports.ts';
import { newsReply } from '../../desk/told/news-reply.ts';
import { withReceiptLinks, type ReceiptLink } from '../../desk/receipt-links.ts';
import { withButtons } from '../../reply/buttons.ts';
import type { Store } from '../../store/archive.ts';
import type { NewsMessage } from '../../store/desk/follow-news.ts';
import { placeKey } from '../../store/desk/follows.ts';
import type { ClaimedJob } from '../../store/desk/jobs.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';
import { keepReply } from '../kept-replies.ts';
import type { Outlet } from '../outlet.ts';
import { spokenThere } from '../spoken-there.ts';

/** What {@link postNews} needs. */
export type PostingParts = Readonly<{
  store: Pick<Store, 'guild'>;
  now(): Date;
  log: Log;
  /** Finds the public page of a quote. */
  receiptLink(guildId: string): ReceiptLink;
}>;

/** For some minutes, Discord drops a message that is sent again. After a longer time, sending again might post it twice, so it is not done. */
const RECOGNISED_MS = 120_000;
const messageSchema = z.strictObject({ message: z.uuid() });

/** Posts a message about followed things, but only once. */
export async function postNews(job: ClaimedJob, outlet: Outlet, parts: PostingParts): Promise<object> {
  const { store, now, log } = parts;
  const { message: id } = messageSchema.parse(job.payload);
  const archive = store.guild(job.guildId);
  const message = await archive.news.message(id);
  if (!message || message.posted) return {};
  if (message.begunAt !== undefined && now().getTime() - Date.parse(message.begunAt) > RECOGNISED_MS) {
    log.warn(
      { guildId: job.guildId },
      'the program ended while something followed was posted: it is not posted again',
    );
    await archive.news.posted(id);
    return {};
  }
  await archive.news.begun(id, now());
  try {
    await postMessage(message, archive, outlet, parts);
  } catch (error) {
    await archive.news.begun(id, undefined);
    throw error;
  }
  return {};
}

/** Sends with the message's id as key, so that Discord drops a repetition. */
async function postMessage(
  { id, place, news }: NewsMessage,
  archive: GuildArchive,
  outlet: Outlet,
  { now, log, receiptLink }: PostingParts,
): Promise<void> {
  const { guildId } = archive;
  const follows = (await archive.follows.list()).filter((follow) => placeKey(follow.place) === place);
  const where = follows[0]?.place;
  const here = where && 'here' in where ? where.here : [];
  const told = where && (await newsReply(news, { archive, follows, here, now: now() }));
  const reply = told && (await withReceiptLinks(told, receiptLink(guildId)));
  if (!reply) return archive.news.posted(id);
  if ('person' in where) {
    const outcome = await outlet.whisper(guildId, where.person, spokenThere(reply, outlet, guildId), id);
    if (outcome === 'left') for (const follow of follows) await archive.follows.remove(follow.id);
    if (outcome !== 'sent') log.info({ guildId, outcome }, 'somebody who follows something cannot be told');
    return archive.news.posted(id);
  }
  const shown = spokenThere(withButtons(reply, undefined), outlet, guildId);
  const messageId = await outlet.send(where.channel, shown, id);
  await archive.news.posted(id);
  if (messageId === undefined) log.warn({ guildId }, 'a channel that follows something cannot be reached');
  else await keepReply({ channelId: where.channel, messageId, reply: shown, isPublic: true }, archive);
}
