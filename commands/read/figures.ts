import { newestFirst } from '../../src/answer/facts/disagreement.ts';
import { figures, type FigureGroup } from '../../src/answer/facts/figures.ts';
import type { Passage } from '../../src/answer/answer.ts';
import { factsCommand } from '../../src/desk/facts-command.ts';
import { line } from '../../src/reply/blocks.ts';
import { plural } from '../../src/reply/count.ts';
import { amountWords } from '../../src/reply/disagreement.ts';
import { figuresPictures } from '../../src/reply/picture/figures-picture.ts';
import type { Block, Words } from '../../src/reply/reply.ts';

/** Figures shown in one reply, over all groups. */
const SHOWN = 8;

const KIND_NAMES = { money: 'Sums', percent: 'Percentages', count: 'Counts' } as const;

export default factsCommand({
  name: 'figures',
  description: 'Sentences with sums, counts and percentages, grouped by unit',
  title: 'Figures',
  none: 'No figure',
  async find(documents, topic, searched, desk) {
    const groups = figures(documents, topic);
    const all = groups.flatMap((group) => group.figures);
    if (all.length === 0) return undefined;
    const shown = firstFigures(groups, SHOWN);
    const count = Math.min(SHOWN, all.length);
    return {
      groups: shown.map((group) => ({
        heading: headingOf(group),
        told: differences(group),
        passages: sentencesOf(group.figures),
      })),
      rest: all.slice(count).map(({ passage }) => passage),
      note: [
        `${count} of ${plural(all.length, 'figure')} in ${plural(searched, 'article')}; none is preferred to another.`,
      ],
      pictures: await figuresPictures(shown, topic, desk.png),
    };
  },
});

/** The first figures of groups, in their order; a group of which none is left goes. */
function firstFigures(groups: readonly FigureGroup[], most: number): FigureGroup[] {
  let room = most;
  return groups.flatMap((group) => {
    const first = group.figures.slice(0, room);
    room -= first.length;
    return first.length === 0 ? [] : [{ ...group, figures: first }];
  });
}

/** Each sentence once, with all of its figures. */
function sentencesOf(shown: FigureGroup['figures']): Passage[] {
  const bySentence = Map.groupBy(shown, ({ passage }) => passage.sentence);
  return [...bySentence.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first.passage, spans: [first, ...more].flatMap(({ passage }) => passage.spans) }] : [],
  );
}

/** What is counted, and the figures as they are written. */
const headingOf = ({ kind, unit, figures: found }: FigureGroup): Words => [
  `${KIND_NAMES[kind]}${kind === 'money' ? ` in ${unit}` : ''}: `,
  ...found.flatMap(({ amount }, at) => [at === 0 ? '' : ', ', { news: amount.text, strong: true } as const]),
];

/** Pairs that tell unlike amounts of the same thing, the newest report first; told and never chosen between. */
const differences = ({ different }: FigureGroup): Block[] =>
  different.slice(0, 3).map((pair) => {
    const [newer, older] = newestFirst(pair);
    return line('Different amounts: ', ...amountWords(newer), ' and ', ...amountWords(older));
  });
