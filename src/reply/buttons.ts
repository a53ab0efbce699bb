import type { Passage } from '../answer/answer.ts';
import { writeAddress } from './address.ts';
import type { Block, Button, Quote, Reply } from './reply.ts';
import { say } from './say.ts';

/** Most passages that one button refers to. */
const PASSAGES_MAX = 5;
/** Room for addresses, including separators, in the 100 characters of a custom id: `1:feedback` is the longest prefix. */
const ADDRESSES_ROOM = 90;

/**
 * Adds the buttons of a reply with quotes: Context on each quote; More, Share, Copy exact, Card, Export, Not helpful and Delete below.
 * `rest` are passages that were found but not shown. `askerId`, if known, may delete the reply.
 */
export function withButtons(reply: Reply, askerId: string | undefined, rest: readonly Passage[] = []): Reply {
  const quotes = reply.blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  const [first] = quotes;
  if (!first) return reply;
  const blocks = reply.blocks.map((block): Block => (block.type === 'quote' ? withContext(block) : block));
  const more = fitting(
    rest.map(({ sentence }) => writeAddress(sentence.articleId, sentence.revision, sentence.n)),
  );
  const shown = fitting(quotes.map(addressOf));
  const buttons: Button[] = [
    ...(more.length > 0 ? [{ label: say('button.more'), action: 'more', args: more }] : []),
    ...shareButton(reply, shown),
    { label: say('button.copy'), action: 'copy', args: [addressOf(first)] },
    { label: say('button.card'), action: 'card', args: [addressOf(first)] },
    { label: say('button.export'), action: 'export', args: [] },
    { label: say('button.feedback'), action: 'feedback', args: shown },
    ...deleteButton(reply, askerId),
  ];
  return { ...reply, blocks, buttons: [...(reply.buttons ?? []), ...buttons] };
}

/** Adds the button of a card: Share if it is private, else Delete. */
export function withCardButton(
  reply: Reply,
  askerId: string,
  passage: Parameters<typeof addressOf>[0],
): Reply {
  const buttons = [...shareButton(reply, [addressOf(passage)]), ...deleteButton(reply, askerId)];
  return { ...reply, buttons };
}

const shareButton = ({ private: alone }: Reply, shown: readonly string[]): Button[] =>
  alone ? [{ label: say('button.share'), action: 'share', args: shown }] : [];

const deleteButton = ({ private: alone }: Reply, askerId: string | undefined): Button[] =>
  alone || askerId === undefined
    ? []
    : [{ label: say('button.delete'), action: 'delete', args: [askerId], danger: true }];

/** As many of the first addresses as fit into a button: three when the numbers are long. */
function fitting(addresses: readonly string[]): string[] {
  let room = ADDRESSES_ROOM;
  return addresses.slice(0, PASSAGES_MAX).filter((address) => (room -= address.length + 1) >= 0);
}

const addressOf = (quote: Pick<Quote, 'articleId' | 'revision' | 'from'>): string =>
  writeAddress(quote.articleId, quote.revision, quote.from);

/** The first sentence of a quote, and the last one where they differ. */
const addressesOf = (quote: Quote): string[] =>
  [...new Set([quote.from, quote.to])].map((n) => writeAddress(quote.articleId, quote.revision, n));

const withContext = (block: Extract<Block, { type: 'quote' }>): Block => ({
  ...block,
  buttons: [
    ...(block.buttons ?? []),
    { label: say('button.context'), action: 'context', args: addressesOf(block.quote) },
  ],
});
