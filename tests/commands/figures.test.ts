import { expect, test } from 'vitest';
import figures from '../../commands/read/figures.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import { textsOf } from '../discord/invariants.ts';
import { deskOver, member } from '../support/desk.ts';
import { replyOf } from '../support/session.ts';

test('a sentence under a second heading says that it is quoted above, where its button is', async () => {
  const desk = await deskOver([
    parseArticle('mill.txt', 'The mill\n\nA new hall for 40 looms costs $12 million. It has 3 doors.'),
  ]);
  const reply = replyOf(await runCommand(figures, {}, desk, member));
  const text = textsOf(payloadOf(reply).message).join('\n');
  const lines = text.split('\n').filter((line) => line.includes('mill.r1'));
  expect(lines).toEqual([
    '-# sentence 1 · mill.r1.s1',
    '-# sentence 1 · mill.r1.s1 · also quoted above',
    '-# sentence 2 · mill.r1.s2',
  ]);
});

test('a sentence with two figures of a unit is quoted once, with both marked', async () => {
  const desk = await deskOver([
    parseArticle(
      'mill.txt',
      'The mill\n\nSales rose to $280 million from $190 million. A new hall costs $12 million.',
    ),
  ]);
  const reply = await runCommand(figures, {}, desk, member);
  const quotes =
    'blocks' in reply ? reply.blocks.flatMap((block) => ('quote' in block ? block.quote : [])) : [];
  expect(quotes.map(({ text }) => text)).toEqual([
    'Sales rose to $280 million from $190 million.',
    'A new hall costs $12 million.',
  ]);
  const headings = 'blocks' in reply ? reply.blocks.filter(({ type }) => type === 'text') : [];
  expect(headings).toEqual([
    {
      type: 'text',
      words: [
        'Sums in USD: ',
        { news: '$280 million', strong: true },
        ', ',
        { news: '$190 million', strong: true },
        ', ',
        { news: '$12 million', strong: true },
      ],
      heads: true,
    },
  ]);
  expect(quotes[0]?.marks.map(({ start, end }) => quotes[0]?.text.slice(start, end))).toEqual([
    '$280 million',
    '$190 million',
  ]);
});
