import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockQuote, escapeMarkdown, wordsMarkup } from '../../src/discord/escape.ts';
import { visible } from '../../src/article/visible.ts';
import { blockQuotes, parseMarkdown, plainText } from './discord-markdown.ts';
import { MARKUP } from './markup-samples.ts';

/** Plain text as a client renders it: trimmed, without spaces before line ends. */
const shown = (text: string) =>
  visible(text)
    .trim()
    .replace(/ +(?=\n)/g, '');

const PIECES = [
  ...Object.values(MARKUP),
  ...'\\*_~|`<>[]()@#&:;.-+!/ \n\t"\'$1'.split(''),
  'SenseTime raised $1.7 billion',
  'in-house',
  'https:',
  '//',
  'discord',
  '.gg/',
  'everyone',
  '\u202e',
  '\u200b',
  '\u0301',
  '\ud800',
  '¯\\_(ツ)_/¯',
];
/** Pieces of markup in any order, with any other characters in between. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

test.each(Object.entries(MARKUP))('T2 T3 %s in an article is shown as it was written', (_name, markup) => {
  expect(plainText(parseMarkdown(escapeMarkdown(markup)))).toBe(markup.trim());
  expect(blockQuotes(parseMarkdown(blockQuote(markup))).map(plainText)).toEqual([markup]);
});

test('T1-T4 any text renders as one plain text node', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(plainText(parseMarkdown(escapeMarkdown(text)))).toBe(shown(text));
    }),
    { numRuns: 3000 },
  );
});

test('I2 any text as a block quote renders as one quote with one plain text node', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const sentence = visible(text).trim();
      fc.pre(sentence !== '');
      const tree = parseMarkdown(`**Source**\n${blockQuote(sentence)}\n-# receipt`);
      expect(blockQuotes(tree).map(plainText)).toEqual([shown(sentence)]);
    }),
    { numRuns: 1500 },
  );
});

test('ordinary prose gets no backslashes', () => {
  const prose = 'In-house (see [1]) at 10:30, "U.S." sales rose 1.5% and/or $1.7 billion ~ 24/7; a > b, yes?';
  expect(escapeMarkdown(prose)).toBe(prose);
});

test('T1 no server-side mention pattern is left in the raw text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(escapeMarkdown(text)).not.toMatch(/<@[!&]?\d+/);
    }),
  );
});

test('T1 only our own mentions become mentions', () => {
  const mention = { mention: 'channel', id: '123' } as const;
  expect(wordsMarkup(['in ', mention, ', by ', { mention: 'user', id: '4' }])).toBe('in <#123>, by <@4>');
  expect(wordsMarkup([{ news: '\uFDD2u4\uFDD3 <@' }, '4>'])).toBe(String.raw`u4 \<\@4>`);
  expect(wordsMarkup([{ mention: 'role', id: '4> @everyone' }])).not.toMatch(/(?<!\\)[@<]/u);
});
