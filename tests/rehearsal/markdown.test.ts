import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/discord/escape.ts';
import { readMarkdown } from '../../src/rehearsal/page/markdown.js';
import { visible } from '../../src/article/visible.ts';
import { parseMarkdown, plainText } from '../discord/discord-markdown.ts';
import { MARKUP } from '../discord/markup-samples.ts';

/** What the page leaves as text: it does not render emoji names, or link invites, addresses and telephone numbers. */
const PLAIN_HERE = new Set([
  'an invite',
  'a long invite',
  'an e-mail address',
  'an e-mail autolink',
  'a telephone number',
  'an emoji name',
  'an emoji with a skin tone',
]);

const pieces = [...Object.values(MARKUP), ...'\\*_~|`<>[]()@#&:;.-+!/ \n"'.split(''), 'word', '\u202e'];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('T2 T3 the page renders markup like Discord, so that escaping errors are visible', () => {
  test.each(Object.entries(MARKUP).filter(([name]) => !PLAIN_HERE.has(name)))('%s', (_name, markup) => {
    expect(readMarkdown(markup).some(({ type }) => type !== 'text')).toBe(true);
  });

  test('any escaped text renders as one run of the original text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(visible(text).trim() !== '');
        const nodes = readMarkdown(escapeMarkdown(text));
        expect(nodes.map(({ type }) => type)).toEqual(['text']);
        const [node] = nodes;
        const shown = plainText(parseMarkdown(escapeMarkdown(text)));
        expect(node && 'text' in node ? node.text.replace(/ +(?=\n)/g, '') : '').toBe(shown);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('renders', () => {
  test('a quote with marked words, then the small line of its source', () => {
    expect(readMarkdown('> raised **$600 million**.\n-# headline · r1.s1')).toEqual([
      {
        type: 'blockquote',
        children: [
          { type: 'text', text: 'raised ' },
          { type: 'strong', children: [{ type: 'text', text: '$600 million' }] },
          { type: 'text', text: '.' },
        ],
      },
      { type: 'small', children: [{ type: 'text', text: 'headline · r1.s1' }] },
    ]);
  });

  test('lists with numbers and without', () => {
    expect(readMarkdown('- one\n- *two*')).toEqual([
      {
        type: 'list',
        items: [[{ type: 'text', text: 'one' }], [{ type: 'em', children: [{ type: 'text', text: 'two' }] }]],
      },
    ]);
    expect(readMarkdown('3. three\n4. four')[0]).toMatchObject({ type: 'list', start: 3 });
  });

  test('mentions by name', () => {
    expect(readMarkdown('<@1><@!2><@&3><#4>')).toEqual([
      { type: 'mention', kind: 'user', id: '1' },
      { type: 'mention', kind: 'user', id: '2' },
      { type: 'mention', kind: 'role', id: '3' },
      { type: 'mention', kind: 'channel', id: '4' },
    ]);
  });

  test('a masked link without backslashes in its URL, and no link in its label', () => {
    expect(readMarkdown(String.raw`[see https://a.example](<https://b.example/x\_y>)`)).toEqual([
      {
        type: 'link',
        url: 'https://b.example/x_y',
        children: [{ type: 'text', text: 'see https://a.example' }],
      },
    ]);
  });
});
