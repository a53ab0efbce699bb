import { z } from 'zod';
import { sha256Of } from '../../article/article.ts';

/** More items than this are read at later polls, when the first ones are known. */
export const MAX_ITEMS = 200;

const line = z.string().trim().min(1).max(1000);

/** One entry of a feed. `key` is the same at every poll; at least one of `url` and `html` is there. */
const itemSchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{24}$/u),
  url: z
    .url({ protocol: /^https?$/u })
    .max(2000)
    .optional(),
  headline: line.optional(),
  byline: line.optional(),
  publishedAt: z.string().max(40).optional(),
  /** The text as the feed carries it, HTML. Often only a teaser. */
  html: z.string().min(1).optional(),
});

export const feedSchema = z.strictObject({
  title: line.optional(),
  language: z.string().max(35).optional(),
  items: z.array(itemSchema).max(MAX_ITEMS),
  /** Entries that cannot be used, one sentence each; the feed is read without them (F20). */
  broken: z.array(z.strictObject({ key: z.string(), reason: z.string() })).max(MAX_ITEMS),
});

export type ParsedFeed = z.infer<typeof feedSchema>;
export type ParsedItem = ParsedFeed['items'][number];

/** A short name for an entry, of whatever the feed calls it by. */
export const itemKey = (id: string): string => sha256Of(id).slice(0, 24);
