import type { Passage } from '../answer/answer.ts';
import { writeAddress } from './address.ts';
import type { Block, Button, Quote, Reply } from './reply.ts';

/** How many further passages one More button leads to; bounded by the 100 characters of a custom id. */
const MORE_MAX = 5;

/**
 * Adds what can be done with a reply that quotes: Context on each quote; More, Share, Copy exact, Card, Not helpful
 * and Delete below. `rest` are passages found but not shown; `askerId`, if known, may delete the reply.
 */
export function withButtons(reply: Reply, askerId: string | undefined, rest: readonly Passage[] = []): Reply {
  const quotes = reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  const [first] = quotes;
  if (!first) return reply;
  const blocks = reply.blocks.map((block): Block => (block.type === 'quote' ? withContext(block) : block));
  const more = rest
    .slice(0, MORE_MAX)
    .map(({ sentence }) => writeAddress(sentence.articleId, sentence.revision, sentence.n));
  const shown = quotes.map(addressOf);
  const buttons: Button[] = [
    ...(more.length > 0 ? [{ label: 'More', action: 'more', args: more }] : []),
    ...(reply.private
      ? [{ label: 'Share to channel', action: 'share', args: shown.slice(0, MORE_MAX) }]
      : []),
    { label: 'Copy exact', action: 'copy', args: [addressOf(first)] },
    { label: 'Card', action: 'card', args: [addressOf(first)] },
    { label: 'Not helpful', action: 'feedback', args: shown.slice(0, MORE_MAX) },
    ...(reply.private || askerId === undefined
      ? []
      : [{ label: 'Delete', action: 'delete', args: [askerId], danger: true } as const]),
  ];
  return { ...reply, blocks, buttons: [...(reply.buttons ?? []), ...buttons] };
}

const addressOf = (quote: Quote): string => writeAddress(quote.articleId, quote.revision, quote.from);

const withContext = (block: Extract<Block, { type: 'quote' }>): Block => ({
  ...block,
  buttons: [
    ...(block.buttons ?? []),
    { label: 'Context', action: 'context', args: [addressOf(block.quote)] },
  ],
});
