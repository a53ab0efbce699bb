import { describe, expect, test } from 'vitest';
import figures from '../../../commands/read/figures.ts';
import timeline from '../../../commands/read/timeline.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { runCommand } from '../../../src/desk/dispatch.ts';
import { drawBars } from '../../../src/reply/picture/bars.ts';
import { ticksBetween, yearOf } from '../../../src/reply/picture/date-axis.ts';
import { drawDateLine, type Dated } from '../../../src/reply/picture/date-line.ts';
import { drawShares } from '../../../src/reply/picture/shares.ts';
import { openPng } from '../../../src/reply/picture/png.ts';
import type { Command } from '../../../src/desk/ports.ts';
import type { Article } from '../../../src/article/article.ts';
import { deskOver, member, seedArticle } from '../../support/desk.ts';

/** The lines of text in a drawing, in order. */
const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map((match) =>
    (match[1] ?? '').replace(/&#(\d+);/gu, (_whole, code: string) => String.fromCharCode(Number(code))),
  );
const widthsOf = (svg: string, fill: string): number[] =>
  [...svg.matchAll(/<rect x="68"[^>]* width="(\d+)"[^>]* fill="([^"]+)"/gu)].flatMap((match) =>
    match[2] === fill ? [Number(match[1])] : [],
  );

/** The pictures of a reply; the tests' desk returns the SVG unchanged. */
async function pictures(command: Command, articles: readonly Article[], input = {}) {
  const reply = await runCommand(command, input, await deskOver(articles), member);
  return ('files' in reply ? (reply.files ?? []) : []).map(({ name, alt, data }) => ({
    name,
    alt,
    svg: new TextDecoder().decode(data),
  }));
}
const article = (text: string): Article => parseArticle('river.txt', `River\n\n${text}`);

describe('the axis of dates', () => {
  test.each([
    ['days', 20_170_703, 20_170_709, ['2017-07-03', '2017-07-09']],
    ['months', 20_170_100, 20_170_600, ['2017-01', '2017-06']],
    ['years', 20_140_000, 20_200_000, ['2014', '2020']],
    ['centuries', -440_000, 14_000_000, ['1', '1400']],
  ])('has %s if they fit', (_unit, from, to, [first, last]) => {
    const ticks = ticksBetween(from, to);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect([ticks[0]?.name, ticks.at(-1)?.name]).toEqual([first, last]);
  });

  test('keeps the order of dates', () => {
    const keys = [
      -3_000_000, -440_000, 10_660_000, 20_140_000, 20_140_100, 20_140_102, 20_141_231, 20_150_000,
    ];
    const years = keys.map(yearOf);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    expect(yearOf(20_170_701)).toBeCloseTo(2017.5);
  });
});

describe('/timeline draws what it lists', () => {
  test('with each date, sentence and receipt, also in the alternative text', async () => {
    const seed = await seedArticle();
    const [picture] = await pictures(timeline, [seed]);
    const lines = linesOf(picture?.svg ?? '');
    expect(lines).toEqual(expect.arrayContaining(['Timeline', '2014', 'July 2017', '2020']));
    expect(lines.join(' ')).toContain(
      'Funded in 2014, this startup develops facial recognition technologies, allowing the authorities to recognize cars, objects or people.',
    );
    expect(picture?.alt).toBe(
      'Dates on a line: 2014 (sensetime-alibaba-round.r1.s6), July 2017 (sensetime-alibaba-round.r1.s3), July 2017 (sensetime-alibaba-round.r1.s14), 2020 (sensetime-alibaba-round.r1.s15).',
    );
  });

  test('to scale', () => {
    const dated = ['2000', '2015', '2020'].map((date): Dated => ({
      key: Number(date) * 10_000,
      date,
      quote: `In ${date}.`,
      receipt: 'a.r1.s1',
    }));
    const points = [...drawDateLine('T', '', dated).matchAll(/<circle cx="\d+" cy="(\d+)"/gu)].map((match) =>
      Number(match[1]),
    );
    const [first = 0, second = 0, third = 0] = points;
    expect((second - first) / (third - first)).toBeCloseTo(0.75, 1);
  });

  test('without cutting sentences: one that is too long is left to the list', () => {
    const quote = 'A very long sentence goes on. '.repeat(40).trim();
    const lines = linesOf(
      drawDateLine('T', '', [{ key: 20_000_000, date: '2000', quote, receipt: 'a.r1.s1' }]),
    );
    expect(lines).toEqual(expect.arrayContaining(['2000', 'a.r1.s1']));
    expect(lines.join(' ')).not.toContain('A very long');
  });

  test.each([
    ['one date', 'In 2014 it rained.'],
    ['one date twice', 'In 2014 it rained. In 2014 it snowed.'],
    ['letters that cannot be drawn', 'In 2014 商汤 rose. In 2017 it fell.'],
  ])('but not %s', async (_name, text) => {
    expect(await pictures(timeline, [article(text)])).toEqual([]);
  });
});

describe('/figures draws what it lists', () => {
  test('with amounts of one unit as bars to scale, each as written with its receipt', async () => {
    const text = 'It cost $50 million. Later it cost $100 million.';
    const [picture, ...more] = await pictures(figures, [article(text)], { topic: 'cost' });
    expect(more).toEqual([]);
    expect(linesOf(picture?.svg ?? '').slice(0, 5)).toEqual([
      'Sums in USD · cost',
      '$50 million',
      'river.r1.s1',
      '$100 million',
      'river.r1.s2',
    ]);
    const [half = 0, whole = 0] = widthsOf(picture?.svg ?? '', '#12343b');
    expect(half / whole).toBeCloseTo(0.5, 2);
    expect(picture).toMatchObject({
      name: 'figures-money-USD.png',
      alt: 'Sums in USD as bars: $50 million (river.r1.s1), $100 million (river.r1.s2).',
    });
  });

  test('with ranges continued in a lighter shade', () => {
    const svg = drawBars({
      title: 'T',
      note: '',
      bars: [{ label: '5 to 10', detail: 'r', low: 5, high: 10 }],
    });
    const [low = 0, high = 0] = [widthsOf(svg, '#12343b')[0], widthsOf(svg, '#f4b942')[0]];
    expect(low / high).toBeCloseTo(0.5, 2);
  });

  test.each([
    ['one amount', 'It cost $50 million.'],
    ['one amount twice', 'It cost $50 million. That is $50 million too much.'],
    ['amounts of different units', 'It cost $50 million, or 20 percent.'],
  ])('but not %s', async (_name, text) => {
    expect(await pictures(figures, [article(text)])).toEqual([]);
  });

  test('T1 T2 hostile text is plain text in the picture and its alternative text', async () => {
    const text =
      '</text><script>x</script> cost $50 million. <image href="file:///etc/passwd"/> cost $90 million.';
    const [picture] = await pictures(figures, [article(text)], { topic: '<b>cost</b>' });
    expect(picture?.svg ?? '').not.toMatch(/<script|<image|<b>/u);
  });
});

test('shares are drawn on a scale from 0 to 1 with their values', () => {
  const svg = drawShares('Right', '200 questions.', [
    { name: 'asked in the archive', share: 0.25, beside: 0.5 },
  ]);
  expect(linesOf(svg)).toEqual(['Right', 'asked in the archive', '25.0 % · 50.0 %', '200 questions.']);
  const widths = ['#e9e5d8', '#f4b942', '#12343b'].map((fill) => widthsOf(svg, fill)[0] ?? 0);
  expect(widths.map((width) => width / (widths[0] ?? 1))).toEqual(
    [1, 0.5, 0.25].map((share) => expect.closeTo(share, 2)),
  );
});

test('a recent picture comes from the cache', async () => {
  let drawn = 0;
  const png = openPng(async (svg) => {
    drawn += 1;
    return new TextEncoder().encode(svg);
  });
  const [first, second] = await Promise.all([png('<a/>'), png('<a/>')]);
  expect(second).toBe(first);
  for (let index = 0; index < 40; index += 1) await png(`<b${index}/>`);
  await png('<a/>');
  expect(drawn).toBe(42);
  const failing = openPng(async () => {
    drawn += 1;
    throw new Error('no memory');
  });
  await expect(failing('<a/>')).rejects.toThrow('no memory');
  await expect(failing('<a/>')).rejects.toThrow('no memory');
  expect(drawn).toBe(44);
});
