import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { Asker } from '../../../src/desk/ports.ts';
import { briefingReply } from '../../../src/desk/told/briefing-reply.ts';
import { line, list, note } from '../../../src/reply/blocks.ts';
import type { Reply, Words } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import { channelHere, planWords } from './set.ts';

/** Period of the preview when this channel has no digest yet. A day, in milliseconds. */
const DAY_MS = 86_400_000;

/** Lists all digests of the server, and previews this channel's. */
export async function showDigest(
  { archive, settings: { timeZone } }: EditorTools,
  asker: Asker,
  now: Date,
): Promise<Reply> {
  const { channel, here } = channelHere(asker);
  const all = await archive.briefings.list();
  const mine = all.find((each) => each.channel === channel);
  const from = mine?.toldUntil ?? new Date(now.getTime() - DAY_MS).toISOString();
  const every = mine?.every ?? 'day';
  const gaps = mine?.gaps ?? true;
  const reply = await briefingReply({ archive, here, gaps, from, to: now.toISOString(), every, now });
  const plans = all.map((each): Words => [
    { mention: 'channel', id: each.channel },
    ': ',
    planWords(each, timeZone),
  ]);
  return {
    tone: 'info',
    private: true,
    blocks: [
      plans.length > 0 ? list(plans) : line(say('briefing.none')),
      ...(reply?.blocks ?? [note(say('briefing.nothing'))]),
    ],
  };
}
