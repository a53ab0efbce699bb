import { timeline } from '../../src/answer/facts/timeline.ts';
import { factsCommand } from '../../src/desk/facts-command.ts';
import { timelinePicture } from '../../src/reply/picture/timeline-picture.ts';
import { listed, say } from '../../src/reply/say.ts';

/** Number of events shown in one reply. */
const SHOWN = 8;

export default factsCommand({
  name: 'timeline',
  description: 'Dated sentences in the order of the dates they speak of',
  title: (topic) => (topic === undefined ? say('timeline.title') : say('timeline.title-about', { topic })),
  none: (topic, articles) =>
    topic === undefined
      ? say('timeline.none', { articles })
      : say('timeline.none-about', { topic, articles }),
  async find(documents, topic, searched, desk, language) {
    const events = timeline(documents, topic);
    if (events.length === 0) return undefined;
    const shown = events.slice(0, SHOWN);
    const picture = await timelinePicture(shown, topic, desk.png, language);
    const unplaced = shown.filter(({ key }) => key === undefined).length;
    return {
      groups: shown.map(({ passage }) => ({
        heading: listed(passage.spans.map(({ text }) => ({ news: text, strong: true }))),
        passages: [passage],
      })),
      rest: events.slice(SHOWN).map(({ passage }) => passage),
      note: [
        say('timeline.shown', { shown: shown.length, sentences: events.length, articles: searched }),
        ...(unplaced > 0 ? [' ', say('timeline.unplaced', { count: unplaced })] : []),
      ],
      pictures: picture ? [picture] : [],
    };
  },
});
