import fc from 'fast-check';
import * as spec from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import { payloadOf } from '../../src/discord/payload.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { visible } from '../../src/article/visible.ts';
import { againstSpec, checkMessage } from './fake-rules.ts';
import { checkSilent, quotesOf } from './invariants.ts';
import { type Json } from './json.ts';
import { MARKUP } from './markup-samples.ts';
import { quote } from './replies.ts';

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    ...Object.values(MARKUP),
    '',
    ' ',
    '\u202e',
    '\ud800',
    '字'.repeat(900),
    'word '.repeat(400),
    'x'.repeat(5000),
  ),
);
const words = fc.array(
  fc.oneof(
    text,
    fc.record({ news: text }),
    fc.record({ news: text, strong: fc.constant(true as const) }),
    fc.record({ news: text, struck: fc.constant(true as const) }),
  ),
  { maxLength: 4 },
);
const button = fc.oneof(
  fc.record({ label: text, url: fc.oneof(fc.webUrl({ withFragments: true }), text) }),
  fc.record({
    label: text,
    action: fc.constantFrom('more', 'context'),
    args: fc.array(text, { maxLength: 3 }),
  }),
);
const anyQuote = fc
  .record({
    text: text.filter((sentence) => shown(sentence) !== ''),
    headline: text,
    publisher: text,
    url: fc.oneof(fc.webUrl(), text),
    receipt: text,
  })
  .map(({ text: sentence, ...more }) => quote(sentence, { ...more, deepLink: `${more.url}#:~:text=x` }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('title' as const, 'text' as const, 'note' as const), words }),
  fc.record({
    type: fc.constant('quote' as const),
    quote: anyQuote,
    buttons: fc.array(button, { maxLength: 7 }),
  }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(words, { maxLength: 30 }) }),
  fc.record({ type: fc.constant('exact' as const), news: text }),
  fc.record({ type: fc.constant('gap' as const), sentences: fc.nat(9) }),
  fc.record({
    type: fc.constant('spans' as const),
    items: fc.array(fc.record({ news: text, receipt: text }), { maxLength: 5 }),
  }),
  fc.constant({ type: 'rule' as const }),
);
const anyReply: fc.Arbitrary<Reply> = fc.record({
  tone: fc.constantFrom('found', 'unsure', 'nothing', 'info', 'error'),
  private: fc.boolean(),
  blocks: fc.array(block, { maxLength: 30 }),
  buttons: fc.array(button, { maxLength: 12 }),
  files: fc.array(fc.record({ name: text, data: fc.uint8Array({ maxLength: 3 }), alt: text }), {
    maxLength: 12,
  }),
});

test('I1 I2 any reply becomes a valid message that pings nobody, with whole and literal quotes', () => {
  fc.assert(
    fc.property(anyReply, (answer) => {
      const { message, files } = payloadOf(answer);
      const body = JSON.parse(JSON.stringify(message)) as Json;
      const context = { mayBeEphemeral: true, files: files.map(({ name }) => name) };
      expect(
        againstSpec(spec.MessageCreateRequestSchema, body) ?? checkMessage(body, context),
      ).toBeUndefined();
      expect(checkSilent(body)).toEqual([]);
      const asked = answer.blocks.flatMap((each) => (each.type === 'quote' ? [shown(each.quote.text)] : []));
      for (const seen of quotesOf(body)) expect(asked).toContain(seen?.trim());
    }),
    { numRuns: 400 },
  );
});

/** Plain text as a client renders it. */
const shown = (sentence: string) =>
  visible(sentence)
    .trim()
    .replace(/ +(?=\n)/g, '');
