import type { Block, Quote, Reply } from '../reply/reply.ts';

/** Finds the URL of a quote's public page; undefined when it has none. */
export type ReceiptLink = (quote: Pick<Quote, 'articleId' | 'receipt'>) => Promise<string | undefined>;

/** Links quotes to their public pages where their articles have no URL. */
export async function withReceiptLinks(reply: Reply, linkOf: ReceiptLink | undefined): Promise<Reply> {
  if (!linkOf || reply.blocks.every((block) => block.type !== 'quote' || block.quote.url !== undefined))
    return reply;
  const blocks = await Promise.all(
    reply.blocks.map(async (block): Promise<Block> => {
      if (block.type !== 'quote' || block.quote.url !== undefined) return block;
      const receiptUrl = await linkOf(block.quote);
      return receiptUrl === undefined ? block : { ...block, quote: { ...block.quote, receiptUrl } };
    }),
  );
  return { ...reply, blocks };
}
