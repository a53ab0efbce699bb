import { receiptOf } from '../../answer/answer.ts';
import type { Event } from '../../answer/facts/timeline.ts';
import type { File } from '../reply.ts';
import { drawDateLine, type Dated } from './date-line.ts';
import { canDraw, shownTitle } from './chart-words.ts';
import { visible } from '../../article/visible.ts';

const NOTE =
  'The dates are as the articles write them, in the order of what they speak of; each sentence is whole.';

/**
 * Dated sentences as a picture, to scale; `png` draws an SVG. Undefined where there is nothing to see: fewer than two
 * dates that differ, or letters that the fonts do not hold.
 */
export async function timelinePicture(
  events: readonly Event[],
  topic: string | undefined,
  png: (svg: string) => Promise<Uint8Array>,
): Promise<File | undefined> {
  const dated = events.flatMap(({ key, at, passage }): Dated[] =>
    key === undefined || !at
      ? []
      : [
          {
            key,
            date: visible(at.text),
            quote: visible(passage.quote),
            receipt: visible(receiptOf(passage.document.article, passage.sentence)),
          },
        ],
  );
  if (new Set(dated.map(({ key }) => key)).size < 2) return undefined;
  const title = shownTitle('Timeline', topic);
  if (![title, ...dated.flatMap(({ date, quote, receipt }) => [date, quote, receipt])].every(canDraw))
    return undefined;
  return {
    name: 'timeline.png',
    data: await png(drawDateLine(title, NOTE, dated)),
    alt: `Dates on a line: ${dated.map(({ date, receipt }) => `${date} (${receipt})`).join(', ')}.`,
  };
}
