import type { Block, Quote, Reply } from '../../src/reply/reply.ts';

/** A quote; what a test does not care about is filled in. */
export const quote = (text: string, more: Partial<Quote> = {}): Quote => ({
  articleId: 'a',
  revision: 1,
  from: 5,
  to: 5,
  text,
  start: 0,
  end: text.length,
  marks: [],
  receipt: 'a.r1.s5',
  headline: 'Alibaba leads a round',
  ...more,
});
/** A found answer of these blocks. */
export const reply = (...blocks: Block[]): Reply => ({ tone: 'found', private: false, blocks });
