import { chartLine, chartLines, drawChart } from './chart-frame.ts';
import { openFont } from './font.ts';
import { CHART, COLOUR } from './look.ts';

/** A bar from zero to `low`, continued to `high` in a lighter shade for a range. Both are at least 0. */
export type Bar = Readonly<{ label: string; detail: string; low: number; high: number }>;

/** Bars of one unit, in order; `note` explains them. The scale ends at `most`, by default the largest bar. */
export type BarChart = Readonly<{ title: string; note: string; bars: readonly Bar[]; most?: number }>;

const LABEL = { size: 25, line: 34 } as const;
const DETAIL = { size: 19, line: 27 } as const;
const BAR = 18;
const BETWEEN = 26;
/** Keeps the smallest amount visible. */
const THINNEST = 3;

/** Draws bars to a common scale from zero, each with its label above and its detail beside or below. */
export function drawBars({ title, note, bars, most: end }: BarChart): string {
  const room = CHART.width - CHART.left - CHART.margin;
  const most = end ?? Math.max(...bars.map(({ high }) => high), Number.MIN_VALUE);
  return drawChart(title, note, (top) => {
    const parts: string[] = [];
    let y = top;
    for (const { label, detail, low, high } of bars) {
      const beside = widthOf(label, detail) <= room;
      for (const text of chartLines(label, 'sansBold', LABEL.size, room)) {
        parts.push(chartLine(text, 'sansBold', LABEL.size, CHART.left, y + 0.75 * LABEL.line));
        y += LABEL.line;
      }
      if (beside) {
        const x = CHART.left + room - openFont('sans').widthOf(detail) * DETAIL.size;
        parts.push(chartLine(detail, 'sans', DETAIL.size, x, y - 0.25 * LABEL.line, COLOUR.faint));
      } else {
        for (const text of chartLines(detail, 'sans', DETAIL.size, room)) {
          parts.push(chartLine(text, 'sans', DETAIL.size, CHART.left, y + 0.7 * DETAIL.line, COLOUR.faint));
          y += DETAIL.line;
        }
      }
      parts.push(
        box(room, y, '#e9e5d8'),
        box((room * high) / most, y, COLOUR.mark),
        box((room * low) / most, y, COLOUR.band),
      );
      y += BAR + BETWEEN;
    }
    return { bottom: y - BETWEEN, parts };
  });
}

const widthOf = (label: string, detail: string): number =>
  openFont('sansBold').widthOf(label) * LABEL.size + openFont('sans').widthOf(detail) * DETAIL.size + 24;

const box = (width: number, y: number, fill: string): string =>
  `<rect x="${CHART.left}" y="${y}" width="${Math.max(THINNEST, Math.round(width))}" height="${BAR}" rx="3" fill="${fill}"/>`;
