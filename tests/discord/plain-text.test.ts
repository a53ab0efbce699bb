import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockQuote, escapeMarkdown } from '../../src/discord/escape.ts';
import { plainText } from '../../src/discord/plain-text.ts';
import { visible } from '../../src/article/visible.ts';
import { MARKUP } from './markup-samples.ts';

const read = (content: string) => plainText({ content });

test.each([
  ['**bold** and *italic*, ***both***', 'bold and italic, both'],
  ['__under__ _line_ ~~gone~~ ||who||', 'under line gone who'],
  ['### Title\n-# small\n- item', 'Title\nsmall\nitem'],
  ['> quoted\n> twice', '> quoted\n> twice'],
  ['[click](https://example.com) <https://example.org>', 'click https://example.org'],
  ['`code *kept*` and ```js\nlet a_b_c;\n```', 'code *kept* and let a_b_c;'],
  ['5 * 3 and snake_case_name', '5 * 3 and snake_case_name'],
  ['“a”, «b», "c" $1', '“a”, «b», "c" $1'],
])('%j reads %j', (content, text) => {
  expect(read(content)).toBe(text);
});

test('our own messages give their text displays, and forwarded ones the forwarded text', () => {
  const text = (content: string) => ({ type: 10 as const, id: 1, content });
  const container = { type: 17 as const, id: 1, components: [text('### Who?'), text('> Alibaba')] };
  expect(plainText({ content: '', components: [container] })).toBe('Who?\n> Alibaba');
  const snapshot = { message: { content: '**He** said' } } as never;
  expect(plainText({ content: '', message_snapshots: [snapshot] })).toBe('He said');
});

test('escaped text is restored', () => {
  const hostile = fc.array(
    fc.oneof(fc.constantFrom(...Object.values(MARKUP), ' ', '\n', '\\'), fc.string()),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(hostile, (pieces) => {
      const text = visible(pieces.join(''));
      expect(read(escapeMarkdown(text))).toBe(text);
      expect(read(blockQuote(text))).toBe(text.replace(/^/gm, '> '));
    }),
  );
});
