import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { Asker } from '../../../src/desk/ports.ts';
import { line, note } from '../../../src/reply/blocks.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Reply, Said } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import type { BriefingPlan } from '../../../src/store/desk/briefings.ts';
import { zoneNamed } from './zones.ts';

/** "Each day at 8:00, Europe/Berlin". */
export function planWords({ every, day, hour }: BriefingPlan, timeZone: string): Said {
  const at = { hour: String(hour), zone: timeZone };
  if (every === 'day') return say('briefing.each-day', at);
  return say('briefing.each-week', { ...at, weekday: WEEKDAYS[day - 1] ?? say('briefing.day-1') });
}

/** Monday first. */
const WEEKDAYS = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => say(`briefing.day-${day}`));

/** The asker's channel, and in a thread also its parent. Throws {@link AskerError} outside channels. */
export function channelHere({
  channels = [],
}: Asker): Readonly<{ channel: string; here: readonly string[] }> {
  const [channel] = channels;
  if (channel === undefined) throw new AskerError(say('briefing.no-channel'));
  return { channel, here: channels };
}

/** Sets up a digest for this channel. */
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
      line(
        say('briefing.set', {
          channel: { mention: 'channel', id: channel },
          plan: planWords(plan, timeZone),
        }),
      ),
      note(say('briefing.set-note')),
    ],
  };
}

/** Ends the digest of this channel. */
export async function endDigest({ archive }: EditorTools, asker: Asker): Promise<Reply> {
  const { channel } = channelHere(asker);
  if (!(await archive.briefings.remove(channel))) throw new AskerError(say('briefing.none-here'));
  return {
    tone: 'info',
    private: true,
    blocks: [line(say('briefing.ended', { channel: { mention: 'channel', id: channel } }))],
  };
}
