import { ENGLISH, type Language } from '../../words/spoken.ts';
import type { Quote, Said } from '../reply.ts';
import { day, say } from '../say.ts';
import { drawnWords } from './chart-words.ts';
import { visible } from '../../article/visible.ts';
import { undrawable } from './drawable.ts';
import { openFont, type FontName } from './font.ts';
import { COLOUR } from './look.ts';
import { svgDocument, textElement, type TextPlace } from './svg.ts';
import { wrapText } from './wrap.ts';

/** The shapes of a card. Pixels. */
export const CARD_FORMATS = {
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
} as const;
export type CardFormat = keyof typeof CARD_FORMATS;

/** A drawing, or one plain sentence about why there is none. */
export type Card = Readonly<{ svg: string } | { refusal: Said }>;

/** Left edge of the words, right of the band, and margins at the other sides. Pixels. */
const LEFT = 116;
const MARGIN = 84;
const BOTTOM = 52;
/** Space above the words, with the opening quotation mark. */
const TOP = 146;
/** Space between the words and the rule below. */
const GAP = 26;
/** Largest and smallest font size of the words; smaller ones could not be read on a phone. */
const LARGEST = 88;
const SMALLEST = 24;
const STEP = 2;
const LINE = 1.36;
/** Longer quotes cannot fit even in the narrowest letters, so they are not measured. */
const WORDS_MAX = 3000;
/** Most lines of headline and source, to leave room for the words. */
const FOOT_LINES_MAX = 6;
const HEADLINE = { font: 'sansBold', size: 26, line: 34 } as const;
const SOURCE = { font: 'sans', size: 21, line: 30 } as const;

/**
 * A quote as a picture: its words in the largest size that fits, never shortened, with headline, publisher, date and receipt. A quote
 * that does not fit, or that has characters missing from the fonts, is refused with the reason.
 */
export function drawCard(quote: Quote, format: CardFormat, language: Language = ENGLISH): Card {
  const { width, height } = CARD_FORMATS[format];
  const words = shown(quote.text);
  const headline = shown(quote.headline);
  const source = shown(
    [
      quote.publisher,
      quote.publishedAt && drawnWords(day(quote.publishedAt), language),
      quote.correctedAt && drawnWords(say('source.corrected', { day: day(quote.correctedAt) }), language),
    ]
      .flatMap((part) => part ?? [])
      .join(' · '),
  );
  const receipt = shown(quote.receipt);
  const missing =
    undrawable(words, 'serif') ?? undrawable(headline, 'sansBold') ?? undrawable(source + receipt, 'sans');
  if (missing !== undefined) return { refusal: say('card.letters', { letter: missing }) };
  const room = width - LEFT - MARGIN;
  const foot = drawFoot(headline, source, receipt, room, height);
  if (!foot) return { refusal: say('card.foot') };
  const body = drawWords(words, room, foot.top - GAP);
  if (!body) {
    const shape = say(`card.${format}`);
    return { refusal: say('card.too-long', { characters: words.length, shape }) };
  }
  const ground = [
    `<rect width="${width}" height="${height}" fill="${COLOUR.paper}"/>`,
    `<rect width="28" height="${height}" fill="${COLOUR.band}"/>`,
    line('“', 'serifBold', { x: LEFT - 9, y: 182, size: 186, fill: COLOUR.mark }),
  ];
  return { svg: svgDocument(width, height, [...ground, ...body, ...foot.parts]) };
}

const shown = (text: string): string => visible(text).trim();

const line = (text: string, font: FontName, place: TextPlace): string =>
  textElement(text, openFont(font), place);

const wrapped = (text: string, font: FontName, size: number, width: number): string[] =>
  wrapText(text, width / size, openFont(font).widthOf);

/** The words, centred above `bottom`, as large as they fit; undefined when they do not. */
function drawWords(text: string, width: number, bottom: number): string[] | undefined {
  if (text.length > WORDS_MAX) return undefined;
  for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
    const lines = wrapped(text, 'serif', size, width);
    const free = bottom - TOP - lines.length * size * LINE;
    if (free < 0) continue;
    // 0.8 of a line's height is above the baseline.
    return lines.map((words, index) =>
      line(words, 'serif', {
        x: LEFT,
        y: TOP + free / 2 + (index + 0.8) * size * LINE,
        size,
        fill: COLOUR.ink,
      }),
    );
  }
  return undefined;
}

type Foot = Readonly<{ top: number; parts: readonly string[] }>;

/** The rule, the headline, and the source beside the receipt, or above it if there is no room. */
function drawFoot(
  headline: string,
  source: string,
  receipt: string,
  width: number,
  height: number,
): Foot | undefined {
  const { widthOf } = openFont(SOURCE.font);
  const beside = (widthOf(source) + widthOf(receipt) + 2) * SOURCE.size <= width;
  const heads = wrapped(headline, HEADLINE.font, HEADLINE.size, width);
  const below = beside
    ? [source]
    : [source, receipt].flatMap((text) => wrapped(text, SOURCE.font, SOURCE.size, width));
  if (heads.length + below.length > FOOT_LINES_MAX) return undefined;
  const base = height - BOTTOM - (below.length - 1) * SOURCE.line;
  const first = base - SOURCE.line - 8 - (heads.length - 1) * HEADLINE.line;
  const top = first - 42;
  const faint = { size: SOURCE.size, fill: COLOUR.faint };
  const parts = [
    `<rect x="${LEFT}" y="${top}" width="${width}" height="2" fill="${COLOUR.rule}"/>`,
    ...heads.map((text, index) =>
      line(text, HEADLINE.font, {
        x: LEFT,
        y: first + index * HEADLINE.line,
        size: HEADLINE.size,
        fill: COLOUR.ink,
      }),
    ),
    ...below.map((text, index) =>
      line(text, SOURCE.font, { x: LEFT, y: base + index * SOURCE.line, ...faint }),
    ),
    ...(beside ? [line(receipt, SOURCE.font, { x: LEFT + width, y: base, ...faint, anchor: 'end' })] : []),
  ];
  return { top, parts };
}
