import { receiptOf } from '../../answer/answer.ts';
import type { Figure } from '../../answer/facts/figure.ts';
import type { FigureGroup } from '../../answer/facts/figures.ts';
import type { File } from '../reply.ts';
import { visible } from '../../article/visible.ts';
import { drawBars, type Bar } from './bars.ts';
import { canDraw, shownTitle } from './chart-words.ts';

/** Pictures of one reply; the groups come in the order of what is asked for most. */
const PICTURES_MAX = 3;
const NOTE = 'Amounts are as the articles write them and need not be of the same thing: the receipts tell.';

/**
 * The figures of each unit as bars, each with its receipt; `png` draws an SVG. A unit is left out where there is nothing
 * to see: fewer than two amounts that differ, or letters that the fonts do not hold.
 */
export async function figuresPictures(
  groups: readonly Pick<FigureGroup, 'kind' | 'unit' | 'figures'>[],
  topic: string | undefined,
  png: (svg: string) => Promise<Uint8Array>,
): Promise<File[]> {
  const charts = groups.flatMap((group) => chartOf(group, topic) ?? []).slice(0, PICTURES_MAX);
  return Promise.all(charts.map(async ({ svg, ...about }) => ({ ...about, data: await png(svg) })));
}

function chartOf(
  { kind, unit, figures }: Pick<FigureGroup, 'kind' | 'unit' | 'figures'>,
  topic: string | undefined,
): { name: string; alt: string; svg: string } | undefined {
  const bars = figures.map(barOf);
  const [first] = bars;
  if (!first || new Set(bars.map(({ low, high }) => `${low} ${high}`)).size < 2) return undefined;
  const what = { money: `Sums in ${unit}`, percent: 'Percentages', count: `Counts such as ${first.label}` }[
    kind
  ];
  const title = shownTitle(what, topic);
  if (![title, ...bars.flatMap(({ label, detail }) => [label, detail])].every(canDraw)) return undefined;
  return {
    name: `figures-${kind}-${unit.replace(/[^\w-]/gu, '') || 'of-100'}.png`,
    alt: `${what} as bars: ${bars.map(({ label, detail }) => `${label} (${detail})`).join(', ')}.`,
    svg: drawBars({ title, note: NOTE, bars }),
  };
}

const barOf = ({ passage, amount }: Figure): Bar => ({
  label: visible(amount.text),
  detail: visible(receiptOf(passage.document.article, passage.sentence)),
  low: amount.low,
  high: amount.high,
});
