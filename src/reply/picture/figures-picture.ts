import { receiptOf } from '../../answer/answer.ts';
import type { Figure } from '../../answer/facts/figure.ts';
import type { FigureGroup } from '../../answer/facts/figures.ts';
import type { File, Said } from '../reply.ts';
import { listed, say } from '../say.ts';
import { ENGLISH, type Language } from '../../words/spoken.ts';
import { visible } from '../../article/visible.ts';
import { drawBars, type Bar } from './bars.ts';
import { canDraw, drawnWords, shownTitle } from './chart-words.ts';

/** Most pictures of one reply. */
const PICTURES_MAX = 3;

/**
 * The figures of each unit as bars, each with its receipt; `png` renders an SVG. A unit is left out when fewer than two amounts differ,
 * or the fonts lack some of its characters. Our own words are in English where the fonts lack a language's characters.
 */
export async function figuresPictures(
  groups: readonly Pick<FigureGroup, 'kind' | 'unit' | 'figures'>[],
  topic: string | undefined,
  png: (svg: string) => Promise<Uint8Array>,
  language: Language = ENGLISH,
): Promise<File[]> {
  const charts = groups.flatMap((group) => chartOf(group, topic, language) ?? []).slice(0, PICTURES_MAX);
  return Promise.all(charts.map(async ({ svg, ...about }) => ({ ...about, data: await png(svg) })));
}

function chartOf(
  { kind, unit, figures }: Pick<FigureGroup, 'kind' | 'unit' | 'figures'>,
  topic: string | undefined,
  language: Language,
): { name: string; alt: Said; svg: string } | undefined {
  const bars = figures.map(barOf);
  const [first] = bars;
  if (!first || new Set(bars.map(({ low, high }) => `${low} ${high}`)).size < 2) return undefined;
  const what = {
    money: say('chart.money', { unit }),
    percent: say('chart.percent'),
    count: say('chart.count', { example: first.label }),
  }[kind];
  const title = shownTitle(drawnWords(what, language), topic);
  if (![title, ...bars.flatMap(({ label, detail }) => [label, detail])].every(canDraw)) return undefined;
  return {
    name: `figures-${kind}-${unit.replace(/[^\w-]/gu, '') || 'of-100'}.png`,
    alt: say('chart.bars-alt', {
      what,
      amounts: listed(bars.map(({ label, detail }) => `${label} (${detail})`)),
    }),
    svg: drawBars({ title, note: drawnWords(say('chart.amounts'), language), bars }),
  };
}

const barOf = ({ passage, amount }: Figure): Bar => ({
  label: visible(amount.text),
  detail: visible(receiptOf(passage.document.article, passage.sentence)),
  low: amount.low,
  high: amount.high,
});
