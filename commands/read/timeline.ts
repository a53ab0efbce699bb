import { timeline } from '../../src/answer/facts/timeline.ts';
import { factsCommand } from '../../src/desk/facts-command.ts';
import { plural } from '../../src/reply/count.ts';
import { timelinePicture } from '../../src/reply/picture/timeline-picture.ts';

/** Events shown in one reply. */
const SHOWN = 8;

export default factsCommand({
  name: 'timeline',
  description: 'Dated sentences in the order of the dates they speak of',
  title: 'Timeline',
  none: 'No dated sentence',
  async find(documents, topic, searched, desk) {
    const events = timeline(documents, topic);
    if (events.length === 0) return undefined;
    const shown = events.slice(0, SHOWN);
    const picture = await timelinePicture(shown, topic, desk.png);
    const unplaced = shown.filter(({ key }) => key === undefined).length;
    return {
      groups: shown.map(({ passage }) => ({
        heading: passage.spans.flatMap(({ text }, index) => [
          index === 0 ? '' : ', ',
          { news: text, strong: true },
        ]),
        passages: [passage],
      })),
      rest: events.slice(SHOWN).map(({ passage }) => passage),
      note: [
        `${shown.length} of ${plural(events.length, 'dated sentence')}, in ${plural(searched, 'article')}.`,
        unplaced > 0 ? ` The last ${unplaced} cannot be placed: the article has no date to count from.` : '',
      ],
      pictures: picture ? [picture] : [],
    };
  },
});
