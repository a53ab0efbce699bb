import { z } from 'zod';
import { newestFirst } from '../../src/answer/facts/disagreement.ts';
import { figures, type FigureGroup } from '../../src/answer/facts/figures.ts';
import type { Passage } from '../../src/answer/answer.ts';
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
import { figuresPictures } from '../../src/reply/picture/figures-picture.ts';
import { line } from '../../src/reply/blocks.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { plural } from '../../src/reply/count.ts';
import { nothingReply } from '../../src/reply/nothing-reply.ts';
import { amountWords } from '../../src/reply/disagreement.ts';
import { quoteBlock } from '../../src/reply/quote.ts';
import type { Block, Words } from '../../src/reply/reply.ts';

/** Sentences shown in one reply, over all groups. */
const SHOWN = 8;

const KIND_NAMES = { money: 'Sums', percent: 'Percentages', count: 'Counts' } as const;

export default defineCommand({
  data: {
    name: 'figures',
    description: 'Sentences with sums, counts and percentages, grouped by unit',
    options: [topicOption, articleOption, ...readingOptions],
  },
  input: z.strictObject({ topic: typedText.optional(), article: typedText.optional(), ...readingInput }),
  async run({ topic, article, hide }, desk, asker) {
    const groups = figures(documentsOf(desk, article, topic), topic);
    const searched = article === undefined ? desk.index.within().articles : 1;
    const all = groups.flatMap((group) => group.figures);
    if (all.length === 0) return nothingReply('No figure', topic, searched);
    let room = SHOWN;
    const listed: FigureGroup[] = [];
    const blocks: Block[] = [
      { type: 'title', words: ['Figures', ...(topic === undefined ? [] : [` · ${topic}`])] },
    ];
    for (const group of groups) {
      if (room === 0) break;
      const shown = group.figures.slice(0, room);
      room -= shown.length;
      listed.push({ ...group, figures: shown });
      blocks.push({ type: 'note', words: headingOf(group) }, ...differences(group));
      blocks.push(...sentencesOf(shown).map((passage) => quoteBlock(passage)));
    }
    const told = `${SHOWN - room} of ${plural(all.length, 'figure')} in ${plural(searched, 'article')}; none is preferred to another.`;
    blocks.push({ type: 'note', words: [told] });
    return withButtons(
      { tone: 'found', private: hide, blocks, files: await figuresPictures(listed, topic, desk.png) },
      asker.userId,
      all.slice(SHOWN - room).map(({ passage }) => passage),
    );
  },
  suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/figures topic:${name}`),
});

/** Each sentence once, with all of its figures. */
function sentencesOf(shown: FigureGroup['figures']): Passage[] {
  const bySentence = Map.groupBy(shown, ({ passage }) => passage.sentence);
  return [...bySentence.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first.passage, spans: [first, ...more].flatMap(({ passage }) => passage.spans) }] : [],
  );
}

function headingOf({ kind, unit, figures: found }: FigureGroup): Words {
  const [first] = found;
  const what = kind === 'money' ? ` in ${unit}` : '';
  const such: Words = kind === 'count' && first ? [' such as ', { news: first.amount.text }] : [];
  return [`${KIND_NAMES[kind]}${what}`, ...such, `: ${plural(found.length, 'figure')}`];
}

/** Pairs that tell unlike amounts of the same thing, the newest report first; told and never chosen between. */
const differences = ({ different }: FigureGroup): Block[] =>
  different.slice(0, 3).map((pair) => {
    const [newer, older] = newestFirst(pair);
    return line('Different amounts: ', ...amountWords(newer), ' and ', ...amountWords(older));
  });
