import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { Asker } from '../../../src/desk/ports.ts';
import { line, note } from '../../../src/reply/blocks.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import type { BriefingPlan } from '../../../src/store/desk/briefings.ts';
import { zoneNamed } from './zones.ts';

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** "Each day at 8:00, Europe/Berlin". */
export const planWords = ({ every, day, hour }: BriefingPlan, timeZone: string): string =>
  `${every === 'day' ? 'each day' : `on ${DAYS[day - 1]}`} at ${hour}:00, ${timeZone}`;

/** The channel where it is asked, and the channels as which it counts. Throws {@link AskerError} where there is none. */
export function channelHere({
  channels = [],
}: Asker): Readonly<{ channel: string; here: readonly string[] }> {
  const [channel] = channels;
  if (channel === undefined) throw new AskerError('There is no channel here to post a digest into.');
  return { channel, here: channels };
}

/** Lets this channel have a digest. */
export async function setDigest(
  {
    every,
    day,
    hour,
    timezone,
    gaps,
  }: BriefingPlan & Readonly<{ timezone?: string | undefined; gaps: boolean }>,
  { archive, settings }: EditorTools,
  asker: Asker,
  now: Date,
): Promise<Reply> {
  const { channel, here } = channelHere(asker);
  const timeZone = timezone === undefined ? settings.timeZone : zoneNamed(timezone);
  if (timeZone !== settings.timeZone) await archive.settings.set({ timeZone });
  const plan = { every, day, hour };
  await archive.briefings.set({
    ...plan,
    channel,
    here,
    gaps,
    createdBy: asker.userId,
    toldUntil: now.toISOString(),
  });
  return {
    tone: 'info',
    private: true,
    blocks: [
      line('A digest is posted in ', { mention: 'channel', id: channel }, ` ${planWords(plan, timeZone)}.`),
      note(
        'Nothing is posted when nothing happened. /digest show says what it would say now; /digest off ends it.',
      ),
    ],
  };
}

/** Ends the digest of this channel. */
export async function endDigest({ archive }: EditorTools, asker: Asker): Promise<Reply> {
  const { channel } = channelHere(asker);
  if (!(await archive.briefings.remove(channel)))
    throw new AskerError('There is no digest in this channel: /digest daily or /digest weekly sets one.');
  return {
    tone: 'info',
    private: true,
    blocks: [line('No digest is posted in ', { mention: 'channel', id: channel }, ' any more.')],
  };
}
