import { newestFirst } from '../../src/answer/facts/disagreement.ts';
import { figures, type FigureGroup } from '../../src/answer/facts/figures.ts';
import type { Passage } from '../../src/answer/answer.ts';
import { factsCommand } from '../../src/desk/facts-command.ts';
import { line } from '../../src/reply/blocks.ts';
import { amountWords } from '../../src/reply/disagreement.ts';
import { figuresPictures } from '../../src/reply/picture/figures-picture.ts';
import type { Block, Words } from '../../src/reply/reply.ts';
import { listed, say } from '../../src/reply/say.ts';

/** Figures shown in one reply, in all groups together. */
const SHOWN = 8;

export default factsCommand({
  name: 'figures',
  description: 'Sentences with sums, counts and percentages, grouped by unit',
  title: (topic) => (topic === undefined ? say('figures.title') : say('figures.title-about', { topic })),
  none: (topic, articles) =>
    topic === undefined ? say('figures.none', { articles }) : say('figures.none-about', { topic, articles }),
  async find(documents, topic, searched, desk, language) {
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
      note: [say('figures.shown', { shown: count, figures: all.length, articles: searched })],
      pictures: await figuresPictures(shown, topic, desk.png, language),
    };
  },
});

/** The first figures of the groups, in order; empty groups are dropped. */
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

/** What is counted, and the figures as written. */
function headingOf({ kind, unit, figures: found }: FigureGroup): Words {
  const amounts = listed(found.map(({ amount }) => ({ news: amount.text, strong: true })));
  if (kind === 'money') return [say('figures.money', { unit, amounts })];
  return [say(kind === 'percent' ? 'figures.percent' : 'figures.count', { amounts })];
}

/** Pairs of different amounts of the same thing, newest report first. The reply does not decide which is right. */
const differences = ({ different }: FigureGroup): Block[] =>
  different.slice(0, 3).map((pair) => {
    const [newer, older] = newestFirst(pair);
    return line(say('figures.different', { newer: amountWords(newer), older: amountWords(older) }));
  });
