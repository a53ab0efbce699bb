import { expect, test } from 'vitest';
import { renderTerminal } from '../../src/terminal/render-terminal.ts';
import type { Block, Quote, Reply } from '../../src/reply/reply.ts';

const quote = (text: string, marks: Quote['marks'] = []): Quote => ({
  articleId: 'a',
  revision: 1,
  from: 1,
  to: 1,
  text,
  start: 0,
  end: text.length,
  marks,
  receipt: 'a.r1.s1',
  headline: 'Some headline',
});
const reply = (found: Quote): Reply => ({
  tone: 'found',
  private: false,
  blocks: [{ type: 'quote', quote: found }],
});

test('answering words are bold across line breaks', () => {
  const text = 'The society is now worth more than 3 billions and just broke the record.';
  const start = text.indexOf('more than');
  const drawn = renderTerminal(reply(quote(text, [{ start, end: start + 'more than 3 billions'.length }])), {
    colour: true,
    width: 42,
  });
  expect(
    drawn
      .split('\u001B[1m')
      .slice(1)
      .map((part) => part.split('\u001B')[0]),
  ).toEqual(['more', 'than', '3', 'billions']);
});

test('the article of all quotes stands above the heading of the first one', () => {
  const later = { ...quote('Two.'), from: 2, to: 2, receipt: 'a.r1.s2' };
  const blocks: Block[] = [
    { type: 'text', words: ['2014'], heads: true },
    { type: 'quote', quote: quote('One.') },
    { type: 'text', words: ['2017'], heads: true },
    { type: 'quote', quote: later },
  ];
  const drawn = renderTerminal({ tone: 'found', private: false, blocks }, { colour: false, width: 60 });
  expect(drawn).toBe(
    'Some headline\n\n2014\n\n│ “One.”\n  sentence 1 · a.r1.s1\n\n2017\n\n│ “Two.”\n  sentence 2 · a.r1.s2\n',
  );
});

test('T4 T26 control sequences never reach the terminal', () => {
  const drawn = renderTerminal(reply(quote('\u001B[2J\u202Eevil\u0007\r\nnext')), {
    colour: false,
    width: 60,
  });
  expect(drawn.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
});

test('without colour there is not one escape sequence', () => {
  expect(
    renderTerminal(reply(quote('Plain.', [{ start: 0, end: 5 }])), { colour: false, width: 60 }),
  ).not.toContain('\u001B');
});
