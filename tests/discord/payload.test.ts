import { describe, expect, test } from 'vitest';
import { payloadOf } from '../../src/discord/payload.ts';
import type { Block, Reply, Words } from '../../src/reply/reply.ts';
import { parseMarkdown, type MarkdownNode } from './discord-markdown.ts';
import { flatten } from './fake-rules.ts';
import { quotesOf, textsOf } from './invariants.ts';
import { asList, type Json } from './json.ts';
import { MARKUP } from './markup-samples.ts';
import { quote, reply } from './replies.ts';

const bodyOf = (answer: Reply) => payloadOf(answer).message as unknown as Json;
const textOf = (answer: Reply) => textsOf(bodyOf(answer)).join('\n');
const componentsOf = (answer: Reply) => asList(bodyOf(answer)['components']).flatMap(flatten);

describe('a quote', () => {
  test('is a block quote, with headline, publisher, date, sentence and receipt below', () => {
    const block: Block = {
      type: 'quote',
      quote: quote('Alibaba led.', { publisher: 'The Example', publishedAt: '2017-07-11T10:00:00Z' }),
    };
    expect(textOf(reply(block))).toBe(
      '> Alibaba led.\n-# Alibaba leads a round · The Example · 2017-07-11 · sentence 5 · a.r1.s5',
    );
  });

  test('names its article once when all quotes are from one article', () => {
    const told = { publisher: 'The Example', added: { by: '1', host: 'a.example' } };
    const blocks = [quote('One.', told), quote('Two.', { ...told, from: 6, to: 6, receipt: 'a.r1.s6' })];
    expect(textOf(reply(...blocks.map((each): Block => ({ type: 'quote', quote: each }))))).toBe(
      [
        '-# Alibaba leads a round · The Example · added by <@1> from a.example',
        '> One.',
        '-# sentence 5 · a.r1.s5',
        '> Two.',
        '-# sentence 6 · a.r1.s6',
      ].join('\n'),
    );
  });

  test('names the article of all quotes above the heading of the first one', () => {
    const heading = (words: string): Block => ({ type: 'text', words: [words], heads: true });
    const blocks: Block[] = [
      { type: 'title', words: ['Timeline'] },
      heading('2014'),
      { type: 'quote', quote: quote('One.') },
      heading('2017'),
      { type: 'text', words: ['Two reports differ.'] },
      { type: 'quote', quote: quote('Two.', { from: 6, to: 6, receipt: 'a.r1.s6' }) },
    ];
    expect(
      textOf(reply(...blocks))
        .split('\n')
        .slice(0, 4),
    ).toEqual(['### Timeline', '-# Alibaba leads a round', '2014', '> One.']);
    const unquoted = [blocks[0], heading('2010'), ...blocks.slice(1)].flatMap((block) => block ?? []);
    expect(
      textOf(reply(...unquoted))
        .split('\n')
        .slice(0, 4),
    ).toEqual(['### Timeline', '2010', '-# Alibaba leads a round', '2014']);
  });

  test('that stands there a second time says so, since its button is above', () => {
    const block = (n: number): Block => ({
      type: 'quote',
      quote: quote('One.', { from: n, to: n, receipt: `a.r1.s${n}` }),
      buttons: [{ label: 'Context', action: 'context', args: [`a.1.${n}`] }],
    });
    const answer = reply(block(5), block(6), block(5));
    const lines = textOf(answer).split('\n');
    expect(lines.filter((line) => line.includes('a.r1'))).toEqual([
      '-# sentence 5 · a.r1.s5',
      '-# sentence 6 · a.r1.s6',
      '-# sentence 5 · a.r1.s5 · also quoted above',
    ]);
    const ids = componentsOf(answer).flatMap(({ custom_id: id }) => id ?? []);
    expect(ids).toEqual(['1:context:a.1.5', '1:context:a.1.6']);
  });

  test('has all details at the first quote of an article, then only the headline', () => {
    const other = { articleId: 'b', headline: 'The vote', publisher: 'The Post', receipt: 'b.r1.s5' };
    const quotes = [
      quote('One.'),
      quote('Two.', other),
      quote('Three.', { ...other, from: 6, to: 6, receipt: 'b.r1.s6' }),
    ];
    const lines = textOf(reply(...quotes.map((each): Block => ({ type: 'quote', quote: each }))))
      .split('\n')
      .filter((line) => line.startsWith('-#'));
    expect(lines).toEqual([
      '-# Alibaba leads a round · sentence 5 · a.r1.s5',
      '-# The vote · The Post · sentence 5 · b.r1.s5',
      '-# The vote · sentence 6 · b.r1.s6',
    ]);
  });

  test('shows the sentence before in small type with a label', () => {
    const block: Block = { type: 'quote', quote: quote('It rose.', { before: 'The price fell.' }) };
    expect(textOf(reply(block)).split('\n').slice(0, 2)).toEqual([
      '-# The sentence before it: “The price fell.”',
      '> It rose.',
    ]);
  });

  test('has a link button to the sentence, and its other buttons below', () => {
    const url = 'https://example.com/a';
    const linked = quote('Alibaba led.', { url, deepLink: `${url}#:~:text=Alibaba%20led%2E` });
    const buttons = [{ label: 'Context', action: 'context', args: ['x'] }];
    const components = componentsOf(reply({ type: 'quote', quote: linked, buttons }));
    expect(components.find(({ type }) => type === 9)).toMatchObject({
      accessory: { label: 'Read', url: linked.deepLink },
    });
    expect(components.find(({ type }) => type === 1)).toMatchObject({
      components: [{ custom_id: '1:context:x' }],
    });
  });

  test('links to its start and end, or to the article, when a URL would be too long', () => {
    const urlOf = (text: string, url: string) => {
      const block: Block = {
        type: 'quote',
        quote: quote(text, { url, deepLink: `${url}#:~:text=${'x'.repeat(600)}` }),
      };
      return componentsOf(reply(block)).find(({ style }) => style === 5)?.['url'];
    };
    expect(urlOf('one two three', 'https://example.com/')).toBe(
      'https://example.com/#:~:text=one%20two%20three,one%20two%20three',
    );
    expect(urlOf('w'.repeat(600), 'https://example.com/')).toBe('https://example.com/');
    expect(urlOf('one', `https://example.com/${'x'.repeat(600)}`)).toBeUndefined();
    expect(urlOf('one', 'javascript:alert(1)')).toBeUndefined();
  });

  test('without a URL has its first button beside it', () => {
    const buttons = [{ label: 'Context', action: 'context', args: [] }];
    const components = componentsOf(reply({ type: 'quote', quote: quote('Yes.'), buttons }));
    const section = components.find(({ type }) => type === 9);
    expect(section).toMatchObject({ accessory: { label: 'Context' } });
  });

  test('T5 that is too long to show is attached completely', () => {
    const long = 'so '.repeat(2000);
    const payload = payloadOf(reply({ type: 'quote', quote: quote(long) }));
    expect(payload.files.map(({ name, data }) => [name, new TextDecoder().decode(data)])).toEqual([
      ['a.r1.s5.txt', long],
    ]);
    expect(textsOf(payload.message as unknown as Json).join('\n')).toMatch(/attached, whole/);
  });

  test.each(Object.entries(MARKUP))(
    'T2 %s in a quote, a headline, a name and a title stays text',
    (_name, markup) => {
      const words: Words = [markup, ' and ', { news: markup, strong: true }];
      const answer = reply(
        { type: 'title', words },
        { type: 'quote', quote: quote(markup, { headline: markup }) },
      );
      const specials = (nodes: MarkdownNode[]): string[] =>
        nodes.flatMap((node) =>
          node.type === 'special' ? [node.text] : node.type === 'block' ? specials(node.children) : [],
        );
      expect(textsOf(bodyOf(answer)).flatMap((text) => specials(parseMarkdown(text)))).toEqual([]);
      expect(quotesOf(bodyOf(answer))).toEqual([markup]);
    },
  );
});

describe('limited room', () => {
  const sentences = Array.from({ length: 30 }, (_, at): Block => ({
    type: 'quote',
    quote: quote(`${at} `.repeat(150).trim()),
  }));

  test('keeps whole quotes that fit, a count of the others, and the last note', () => {
    const answer = reply({ type: 'title', words: ['What?'] }, ...sentences, {
      type: 'note',
      words: ['30 of 30.'],
    });
    const shown = quotesOf(bodyOf(answer));
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual(
      sentences.slice(0, shown.length).map((block) => 'quote' in block && block.quote.text),
    );
    expect(textOf(answer)).toMatch(/^### What\?\n/);
    expect(textOf(answer)).toMatch(
      new RegExp(`-# ${30 - shown.length} more quotes did not fit here\\.\n-# 30 of 30\\.$`),
    );
  });

  test('keeps a gap line only between two shown quotes', () => {
    const gap: Block = { type: 'gap', sentences: 2 };
    const answer = reply(gap, ...sentences.flatMap((block) => [block, gap]));
    const quotes = quotesOf(bodyOf(answer)).length;
    expect(textOf(answer).match(/left out/g)).toHaveLength(quotes);
    expect(textOf(reply(gap, { type: 'quote', quote: quote('Yes.') }, gap)).match(/left out/g)).toHaveLength(
      2,
    );
  });

  test('drops the last lines of a list, and counts them', () => {
    const items = Array.from({ length: 200 }, (_, at): Words => [
      { news: `Headline number ${at} about something` },
    ]);
    expect(textOf(reply({ type: 'list', items }))).toMatch(
      /something\n-# \d+ more lines did not fit here\.$/,
    );
  });

  test('shortens a question of 1,000 characters at its end', () => {
    expect(textOf(reply({ type: 'title', words: ['?'.repeat(1000)] }))).toMatch(/^### \?{254} …$/);
  });
});

test('text to copy is in a code block, or in a file if a code block would change it', () => {
  expect(textOf(reply({ type: 'exact', news: '**a** <@1>' }))).toBe('```\n**a** <@1>\n```');
  for (const news of ['a``` b', 'a\u202eb', 'x'.repeat(5000)]) {
    const { files } = payloadOf(reply({ type: 'exact', news }));
    expect(new TextDecoder().decode(files[0]?.data)).toBe(news);
  }
});

test('harmless runs do not form markup where they meet', () => {
  const words: Words = [
    ':',
    { news: 'smile:' },
    ' [a]',
    { news: '(https://example.com)' },
    ' 1',
    { news: '. x' },
  ];
  expect(parseMarkdown(textOf(reply({ type: 'text', words })))).toEqual([
    { type: 'text', text: ':smile: [a](https://example.com) 1. x' },
  ]);
});

test('an empty line separates what is told of one quote from the next, and none stands at the end', () => {
  const corrected: Block = { type: 'text', words: ['Corrected.'], endsPart: true };
  const gone: Block = { type: 'note', words: ['Gone.'], endsPart: true };
  expect(textOf(reply(corrected, { type: 'text', words: ['2 · EXACT'] }, gone))).toBe(
    'Corrected.\n\n2 · EXACT\n-# Gone.',
  );
  expect(textOf(reply(gone, corrected))).toBe('-# Gone.\n\nCorrected.');
});

test('a difference is shown struck and bold', () => {
  const words: Words = [
    'It was ',
    { news: 'three', struck: true },
    { news: 'four', added: true },
    { news: '*', added: true },
  ];
  expect(textOf(reply({ type: 'text', words }))).toBe(String.raw`It was ~~three~~**four\***`);
});

test('a file above the size limit is left out and counted', () => {
  const withFile: Reply = {
    tone: 'info',
    private: true,
    blocks: [{ type: 'text', words: ['A file.'] }],
    files: [{ name: 'a.txt', data: new Uint8Array(2000) }],
  };
  expect(payloadOf(withFile, 2000).files).toHaveLength(1);
  const without = payloadOf(withFile, 1999);
  expect(without.files).toHaveLength(0);
  expect(textsOf(without.message as unknown as Json).join()).toContain('1 file too large');
  expect(payloadOf(withFile).files).toHaveLength(1);
});
