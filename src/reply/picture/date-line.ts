import { chartLine, chartLines, drawChart } from './chart-frame.ts';
import { ticksBetween, yearOf } from './date-axis.ts';
import { openFont } from './font.ts';
import { CHART, COLOUR } from './look.ts';

/** A date on the line: its key (see `WrittenDate`), its text, the whole sentence, and its receipt. */
export type Dated = Readonly<{ key: number; date: string; quote: string; receipt: string }>;

const DATE = { size: 25, line: 34 } as const;
const QUOTE = { size: 21, line: 29 } as const;
const RECEIPT = { size: 18, line: 26 } as const;
const TICK = 18;
const BETWEEN = 20;
/** Longer sentences are left to the list below the picture, rather than cut. */
const LINES_MAX = 5;
/** Position of the line and of the words. Pixels. */
const LINE = CHART.left + 118;
const WORDS = LINE + 78;
const ROOM = CHART.width - WORDS - CHART.margin;

type Row = Readonly<{ y: number; height: number; parts: readonly string[] }>;

/** Draws dates on a line to scale, earliest on top, with each sentence as close beside its date as there is room. */
export function drawDateLine(title: string, note: string, dated: readonly Dated[]): string {
  const keys = dated.map(({ key }) => key);
  const [earliest, latest] = [Math.min(...keys), Math.max(...keys)];
  const from = yearOf(earliest);
  const span = yearOf(latest) - from || 1;
  return drawChart(title, note, (top) => {
    const rows: Row[] = [];
    for (const each of dated) {
      const last = rows.at(-1);
      rows.push(drawRow(each, last ? last.y + last.height + BETWEEN : top));
    }
    const end = rows.at(-1);
    const bottom = end ? end.y + end.height : top;
    const first = top + DATE.line / 2;
    const length = Math.max(0, bottom - RECEIPT.line - first);
    const place = (year: number): number => first + ((year - from) / span) * length;
    const ticks = ticksBetween(earliest, latest).map(({ year, name }) => drawTick(place(year), name));
    const marks = rows.map(({ y }, index) =>
      drawMark(place(yearOf(keys[index] ?? earliest)), y + DATE.line / 2),
    );
    const line = `<rect x="${LINE - 2}" y="${first}" width="4" height="${Math.round(length)}" rx="2" fill="${COLOUR.rule}"/>`;
    return { bottom, parts: [line, ...ticks, ...marks, ...rows.flatMap(({ parts }) => parts)] };
  });
}

function drawRow({ date, quote, receipt }: Dated, y: number): Row {
  const words = chartLines(quote, 'serif', QUOTE.size, ROOM);
  const quoted = words.length > LINES_MAX ? [] : words;
  const parts: string[] = [];
  let at = y;
  const put = (
    lines: readonly string[],
    font: 'sansBold' | 'serif' | 'sans',
    of: typeof DATE | typeof QUOTE | typeof RECEIPT,
    fill: string,
  ): void => {
    for (const text of lines) {
      parts.push(chartLine(text, font, of.size, WORDS, at + 0.73 * of.line, fill));
      at += of.line;
    }
  };
  put(chartLines(date, 'sansBold', DATE.size, ROOM), 'sansBold', DATE, COLOUR.ink);
  put(quoted, 'serif', QUOTE, COLOUR.ink);
  put(chartLines(receipt, 'sans', RECEIPT.size, ROOM), 'sans', RECEIPT, COLOUR.faint);
  return { y, height: at - y, parts };
}

/** The point on the line and its connection to the sentence. */
function drawMark(place: number, row: number): string {
  const [x, y, to] = [LINE, Math.round(place), Math.round(row)];
  return [
    `<path d="M${x} ${y}L${x + 26} ${y}L${WORDS - 22} ${to}L${WORDS - 12} ${to}" fill="none" stroke="${COLOUR.faint}" stroke-width="2"/>`,
    `<circle cx="${x}" cy="${y}" r="9" fill="${COLOUR.mark}" stroke="${COLOUR.band}" stroke-width="4"/>`,
  ].join('');
}

function drawTick(y: number, name: string): string {
  const x = LINE - 26 - openFont('sans').widthOf(name) * TICK;
  return [
    `<rect x="${LINE - 18}" y="${Math.round(y) - 1}" width="14" height="2" fill="${COLOUR.rule}"/>`,
    chartLine(name, 'sans', TICK, x, y + TICK * 0.36, COLOUR.faint),
  ].join('');
}
