import { z } from 'zod';
import { sha256Of } from '../../article/article.ts';
import { noticeSchema } from '../../words/message.ts';

/** Items per poll; later polls read the rest. */
export const MAX_ITEMS = 200;

const line = z.string().trim().min(1).max(1000);

/** An item of a feed. `key` is the same at every poll; it has at least one of `url` and `html`. */
const itemSchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{24}$/u),
  url: z
    .url({ protocol: /^https?$/u })
    .max(2000)
    .optional(),
  headline: line.optional(),
  byline: line.optional(),
  publishedAt: z.string().max(40).optional(),
  /** The HTML in the feed; often only a teaser. */
  html: z.string().min(1).optional(),
});

export const feedSchema = z.strictObject({
  title: line.optional(),
  language: z.string().max(35).optional(),
  items: z.array(itemSchema).max(MAX_ITEMS),
  /** Unusable entries and the reason in a sentence; the feed is read without them (F20). */
  broken: z.array(z.strictObject({ key: z.string(), reason: noticeSchema })).max(MAX_ITEMS),
});

export type ParsedFeed = z.infer<typeof feedSchema>;
export type ParsedItem = ParsedFeed['items'][number];

/** A short key for an entry, from whatever identifies it in the feed. */
export const itemKey = (id: string): string => sha256Of(id).slice(0, 24);
