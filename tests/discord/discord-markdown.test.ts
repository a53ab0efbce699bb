import { expect, test } from 'vitest';
import { blockQuotes, parseMarkdown, plainText } from './discord-markdown.ts';
import { MARKUP } from './markup-samples.ts';

test.each(Object.entries(MARKUP))('reads %s as more than text', (_name, markup) => {
  expect(plainText(parseMarkdown(markup))).toBeUndefined();
});

test('a backslash escapes only the next punctuation mark', () => {
  expect(plainText(parseMarkdown(String.raw`\*not italic\*`))).toBe('*not italic*');
  expect(plainText(parseMarkdown(String.raw`C:\foo\ bar`))).toBe(String.raw`C:\foo\ bar`);
  expect(plainText(parseMarkdown(String.raw`¯\_(ツ)_/¯`))).toBe(String.raw`¯\_(ツ)_/¯`);
});

test('a backslash inside a masked link label does not break the link', () => {
  expect(parseMarkdown(String.raw`[a\](https://example.com)`)).toEqual([
    { type: 'special', kind: 'link', text: String.raw`[a\](https://example.com)` },
  ]);
});

test('a block quote covers exactly its marked lines', () => {
  const tree = parseMarkdown('**Answer**\n> first line\n> second line\nafter');
  expect(blockQuotes(tree)).toEqual([[{ type: 'text', text: 'first line\nsecond line' }]]);
  expect(tree.at(-1)).toEqual({ type: 'text', text: 'after' });
});

test('formatting inside a block quote still applies', () => {
  expect(blockQuotes(parseMarkdown('> raised **$410 million**')).map(plainText)).toEqual([undefined]);
  expect(blockQuotes(parseMarkdown('> - a list'))[0]?.[0]).toMatchObject({ kind: 'list' });
});
