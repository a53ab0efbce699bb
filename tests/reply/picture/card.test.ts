import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import card from '../../../commands/read/card.ts';
import { runCommand } from '../../../src/desk/dispatch.ts';
import { CARD_FORMATS, drawCard, type CardFormat } from '../../../src/reply/picture/card.ts';
import { openFont } from '../../../src/reply/picture/font.ts';
import { renderPng } from '../../../src/reply/picture/png.ts';
import { wrapText } from '../../../src/reply/picture/wrap.ts';
import type { Quote } from '../../../src/reply/reply.ts';
import { deskOver, member, seedArticle } from '../../support/desk.ts';
import { runText } from '../../../src/reply/say.ts';

const quoteOf = (text: string, more: Partial<Quote> = {}): Quote => ({
  articleId: 'a',
  revision: 1,
  from: 1,
  to: 1,
  text,
  start: 0,
  end: text.length,
  marks: [],
  receipt: 'a.r1.s1',
  headline: 'A headline',
  ...more,
});

/** The lines of text in a drawing, in order. */
const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map((match) =>
    (match[1] ?? '').replace(/&#(\d+);/gu, (_whole, code: string) => String.fromCharCode(Number(code))),
  );
const svgOf = (quote: Quote, format: CardFormat = 'wide'): string => {
  const drawn = drawCard(quote, format);
  return 'svg' in drawn ? drawn.svg : '';
};
const refusalOf = (quote: Quote, format: CardFormat = 'wide'): string => {
  const drawn = drawCard(quote, format);
  return 'refusal' in drawn ? runText(drawn.refusal) : '';
};
/** Width and height from a PNG's IHDR chunk. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

const word = fc.stringMatching(/^[A-Za-z0-9“”’.,;:!?()&<>"'$€é漢—-]{1,60}$/u);
const drawableText = fc
  .array(fc.stringMatching(/^[A-Za-zÀ-ſΑ-ΡΣ-Ωα-ωА-я0-9“”’.,;:!?()&<>"'$€—-]{1,30}$/u), {
    minLength: 1,
    maxLength: 60,
  })
  .map((words) => words.join(' '));

describe('lines', () => {
  test('have every word in order, and none is too wide', () => {
    const { widthOf } = openFont('serif');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 40 }),
        (words, width) => {
          const lines = wrapText(words.join(' '), width, widthOf);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width + 1e-9);
        },
      ),
    );
  });
});

describe('a card', () => {
  test('has the exact quote, headline, publisher, date and receipt', () => {
    const quote = quoteOf('Up “$1.7 bn” & on.', {
      publisher: 'The Paper',
      publishedAt: '2017-10-23T08:00:00Z',
    });
    expect(linesOf(svgOf(quote))).toEqual([
      '“',
      'Up “$1.7 bn” & on.',
      'A headline',
      'The Paper · 2017-10-23',
      'a.r1.s1',
    ]);
  });

  test('is never shortened: any text is complete, or refused with the reason', () => {
    fc.assert(
      fc.property(drawableText, fc.constantFrom<CardFormat>('wide', 'square'), (text, format) => {
        const svg = svgOf(quoteOf(text), format);
        if (svg === '')
          expect(refusalOf(quoteOf(text), format)).toMatch(/too long for a (?:wide|square) card/u);
        else expect(linesOf(svg).slice(1, -3).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('uses smaller letters for more words, and refuses unreadable sizes', () => {
    const size = (text: string): number =>
      Number(/y="[^"]*"[^>]* font-size="(\d+)"[^>]*fill="#14232a"/u.exec(svgOf(quoteOf(text)))?.[1]);
    expect(size('Yes.')).toBe(88);
    expect(size('A sentence of some length. '.repeat(10))).toBeLessThan(88);
    expect(size('A sentence of some length. '.repeat(25))).toBeGreaterThanOrEqual(24);
    expect(refusalOf(quoteOf('A sentence of some length. '.repeat(60)))).toBe(
      'This quote of 1,619 characters is too long for a wide card, even in the smallest letters that can be read; a card never shortens one.',
    );
  });

  test.each([
    ['Chinese', 'SenseTime 商汤', '商'],
    ['Arabic', 'قال', 'ق'],
    ['Hebrew', 'אמר', 'א'],
    ['Devanagari', 'कहा', 'क'],
    ['an emoji that the font lacks', 'ok 🫠', '🫠'],
  ])('refuses to draw %s with the reason', (_name, text, letter) => {
    expect(refusalOf(quoteOf(text))).toBe(
      `A card cannot draw “${letter}”: it knows Latin, Greek and Cyrillic letters.`,
    );
    expect(refusalOf(quoteOf('fine', { headline: text }))).toContain(letter);
  });

  test('keeps a long receipt whole, on lines of its own', () => {
    const receipt = `${'long-name-of-an-article-'.repeat(5)}.r1.s12`;
    const svg = svgOf(quoteOf('Yes.', { receipt, publisher: 'The Paper' }));
    expect(linesOf(svg).slice(4).join('')).toBe(receipt);
    expect(refusalOf(quoteOf('Yes.', { receipt: 'x'.repeat(900) }))).toBe(
      'The headline and the receipt are too long for a card.',
    );
  });

  test('T2 T4 T5 text adds no element, file reference or control character', () => {
    const hostile =
      '</text><image href="file:///etc/passwd"/><script>x</script>\u202e\u0007&amp;' +
      'a\u0301\u0301\u0301\u0301\u0301';
    const svg = svgOf(quoteOf(hostile, { publisher: hostile }), 'square');
    expect(refusalOf(quoteOf(hostile, { publisher: hostile }), 'square')).toBe('');
    expect(linesOf(svg).join('').replaceAll(' ', '')).toContain('<imagehref="file:///etc/passwd"/>');
    for (const part of ['<image', '<script', '\u202e', '\u0007', '\u0301'.repeat(4)])
      expect(svg).not.toContain(part);
  });

  test('T7 a text of a megabyte is refused without measuring it', () => {
    expect(refusalOf(quoteOf('word '.repeat(200_000)))).toContain('too long');
  });
});

test.each(Object.entries(CARD_FORMATS))(
  'the %s picture is a PNG of %j with the letters on it',
  async (format, size) => {
    const drawn = svgOf(quoteOf('Ελληνικά, Русский, français.'), format as CardFormat);
    const png = await renderPng(drawn);
    expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(sizeOf(png)).toEqual(size);
    const blank = await renderPng(drawn.replace(/<text.*<\/text>/gu, ''));
    expect(png.length).toBeGreaterThan(blank.length * 2);
  },
);

describe('/card', () => {
  test('sends both shapes, with the quote as alternative text', async () => {
    const desk = await deskOver([await seedArticle()]);
    const reply = await runCommand(card, { receipt: 'sensetime-alibaba-round.r1.s4' }, desk, member);
    const text =
      'The society is now worth more than 3 billions and just broke the record of the biggest valorisation for an AI company.';
    expect(reply).toMatchObject({
      private: false,
      files: [
        { name: 'wide.png', alt: text },
        { name: 'square.png', alt: text },
      ],
    });
  });

  test.each([
    ['nonsense', '“nonsense” is not a receipt; one looks like article-id.r1.s5.'],
    ['sensetime-alibaba-round.r2.s4', /^There is no passage/u],
    ['sensetime-alibaba-round.r1.s400', /^There is no passage/u],
    ['secret-article.r1.s1', /^There is no passage/u],
  ])('refuses %s in one sentence', async (receipt, sentence) => {
    const desk = await deskOver([await seedArticle()]);
    const reply = await runCommand(card, { receipt }, desk, member);
    expect(reply).toMatchObject({ tone: 'error', private: true });
    const [block] = 'blocks' in reply ? reply.blocks : [];
    expect(block && 'words' in block ? block.words[0] : '').toMatch(sentence);
  });
});
