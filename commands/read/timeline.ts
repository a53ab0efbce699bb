import { z } from 'zod';
import { timeline } from '../../src/answer/facts/timeline.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import {
  articleOption,
  readingInput,
  readingOptions,
  suggestCommon,
  topicOption,
  typedText,
} from '../../src/desk/options.ts';
import { documentsOf } from '../../src/desk/find/scope.ts';
import { timelinePicture } from '../../src/reply/picture/timeline-picture.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { plural } from '../../src/reply/count.ts';
import { nothingReply } from '../../src/reply/nothing-reply.ts';
import { quoteBlock } from '../../src/reply/quote.ts';
import type { Block } from '../../src/reply/reply.ts';

/** Events shown in one reply. */
const SHOWN = 8;

export default defineCommand({
  data: {
    name: 'timeline',
    description: 'Dated sentences in the order of the dates they speak of',
    options: [topicOption, articleOption, ...readingOptions],
  },
  input: z.strictObject({ topic: typedText.optional(), article: typedText.optional(), ...readingInput }),
  async run({ topic, article, hide }, desk, asker) {
    const events = timeline(documentsOf(desk, article, topic), topic);
    const searched = article === undefined ? desk.index.within().articles : 1;
    if (events.length === 0) return nothingReply('No dated sentence', topic, searched);
    const shown = events.slice(0, SHOWN);
    const blocks = shown.flatMap(({ passage }): Block[] => [
      {
        type: 'text',
        words: passage.spans.flatMap(({ text }, index) => [
          index === 0 ? '' : ', ',
          { news: text, strong: true },
        ]),
      },
      quoteBlock(passage),
    ]);
    const unplaced = shown.filter(({ key }) => key === undefined).length;
    const notes = [
      `${shown.length} of ${plural(events.length, 'dated sentence')}, in ${plural(searched, 'article')}.`,
      ...(unplaced > 0
        ? [`The last ${unplaced} cannot be placed: the article has no date to count from.`]
        : []),
    ];
    const title: Block = {
      type: 'title',
      words: ['Timeline', ...(topic === undefined ? [] : [` · ${topic}`])],
    };
    const picture = await timelinePicture(shown, topic, desk.png);
    return withButtons(
      {
        tone: 'found',
        private: hide,
        blocks: [title, ...blocks, { type: 'note', words: [notes.join(' ')] }],
        files: picture ? [picture] : [],
      },
      asker.userId,
      events.slice(SHOWN).map(({ passage }) => passage),
    );
  },
  suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/timeline topic:${name}`),
});
