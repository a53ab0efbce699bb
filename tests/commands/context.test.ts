import { expect, test } from 'vitest';
import type { Reply } from '../../src/reply/reply.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import { flatten } from '../discord/fake-rules.ts';
import { asList, asText, type Json } from '../discord/json.ts';
import { replyTo } from '../reply/rebuilt.ts';
import { deskOver, member } from '../support/desk.ts';
import { replyOf, sessionIn } from '../support/session.ts';

const BRIDGE = parseArticle(
  'bridge.txt',
  'The bridge\n\nOne came. Two built it. Three paid for it. Four crossed it. Five fell off. Six came back. Seven left.',
);

/** The custom ids of the Context buttons that Discord gets. */
const contextsOf = (reply: Reply): string[] =>
  asList((payloadOf(reply).message as unknown as Json)['components'])
    .flatMap(flatten)
    .flatMap(({ custom_id: id }) => (asText(id ?? '').includes(':context:') ? [asText(id)] : []));

test('each checked passage has its Context, which marks all of its sentences', async () => {
  const desk = await deskOver([BRIDGE]);
  const checked = await replyTo(desk, 'check', {
    text: '“Three paid for it” and “Three paid for it. Four crossed it.”',
  });
  const ids = contextsOf(checked);
  expect(ids).toHaveLength(2);
  const marked = await Promise.all(
    ids.map(async (id) => {
      const { blocks } = replyOf(await sessionIn({ deskFor: async () => desk }).act(id, member));
      return blocks.flatMap((block) =>
        block.type === 'quote'
          ? block.quote.marks.map(({ start, end }) => [block.quote.text, block.quote.text.slice(start, end)])
          : [],
      );
    }),
  );
  expect(marked).toEqual([
    [['One came. Two built it. Three paid for it. Four crossed it. Five fell off.', 'Three paid for it.']],
    [
      [
        'One came. Two built it. Three paid for it. Four crossed it. Five fell off. Six came back.',
        'Three paid for it.',
      ],
      [
        'One came. Two built it. Three paid for it. Four crossed it. Five fell off. Six came back.',
        'Four crossed it.',
      ],
    ],
  ]);
});
