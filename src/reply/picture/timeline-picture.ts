import { receiptOf } from '../../answer/answer.ts';
import type { Event } from '../../answer/facts/timeline.ts';
import type { File } from '../reply.ts';
import { drawDateLine, type Dated } from './date-line.ts';
import { canDraw, drawnWords, shownTitle } from './chart-words.ts';
import { listed, say } from '../say.ts';
import { ENGLISH, type Language } from '../../words/spoken.ts';
import { visible } from '../../article/visible.ts';

/**
 * Dated sentences as a picture to scale; `png` renders an SVG. Undefined when fewer than two dates differ, or the fonts lack some
 * characters. Our own words are in English where the fonts lack a language's characters.
 */
export async function timelinePicture(
  events: readonly Event[],
  topic: string | undefined,
  png: (svg: string) => Promise<Uint8Array>,
  language: Language = ENGLISH,
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
  const title = shownTitle(drawnWords(say('timeline.title'), language), topic);
  if (![title, ...dated.flatMap(({ date, quote, receipt }) => [date, quote, receipt])].every(canDraw))
    return undefined;
  return {
    name: 'timeline.png',
    data: await png(drawDateLine(title, drawnWords(say('chart.dates'), language), dated)),
    alt: say('chart.dates-alt', { dates: listed(dated.map(({ date, receipt }) => `${date} (${receipt})`)) }),
  };
}
