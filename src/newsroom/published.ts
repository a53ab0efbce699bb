import type { Document } from '../article/article.ts';
import type { Cited } from '../desk/ports.ts';
import { receiptAddress, type Published } from '../desk/published.ts';
import type { Quote } from '../reply/reply.ts';
import type { Store } from '../store/archive.ts';
import { mayQuote } from '../store/articles/stored.ts';
import { citedAs } from './revisions.ts';

export type PublishedOptions = Readonly<{
  store: Pick<Store, 'guild' | 'memberships'>;
  house: ReadonlyMap<string, Document>;
  now(): Date;
}>;

/** No channel, so that only articles are shown that may be read everywhere. */
const NOWHERE: readonly string[] = [];

/**
 * Reads articles for the public pages directly from the store, so that a request cannot make the bot open a server's index. Reads
 * only servers that the bot serves.
 */
export function publishedIn({ store, house, now }: PublishedOptions): Published {
  const isServed = async (guildId: string): Promise<boolean> =>
    (await store.memberships.served()).includes(guildId);

  function houseArticle(articleId: string, n: number | undefined): Cited {
    const document = house.get(articleId);
    const newest = document?.article.revision;
    if (!document || newest === undefined || (n !== undefined && n !== newest)) return { state: 'unknown' };
    return { state: 'live', document, newest };
  }

  return {
    async cited(guildId, articleId, n) {
      if (guildId === undefined) return houseArticle(articleId, n);
      if (!(await isServed(guildId))) return { state: 'unknown' };
      const archive = store.guild(guildId);
      const found = await (n === undefined ? archive.article(articleId) : archive.revision(articleId, n));
      return citedAs(found, { here: NOWHERE, at: now() });
    },
    async revisions(guildId, articleId) {
      if (guildId === undefined || !(await isServed(guildId))) return [];
      return (await store.guild(guildId).revisions(articleId)).map(({ n, at }) => ({ n, at }));
    },
  };
}

/** Returns the address of a quote's public page; undefined if not everybody may read the article, or the store is unavailable. */
export const receiptLinks =
  ({ store, house, now }: PublishedOptions, base: string | undefined) =>
  (guildId: string | undefined) =>
  async ({ articleId, receipt }: Pick<Quote, 'articleId' | 'receipt'>): Promise<string | undefined> => {
    if (base === undefined) return undefined;
    try {
      const found = guildId === undefined ? undefined : await store.guild(guildId).article(articleId);
      if (found?.state === 'live')
        return mayQuote(found.stored.visibility, NOWHERE, now())
          ? receiptAddress(base, guildId, receipt)
          : undefined;
      return house.has(articleId) ? receiptAddress(base, undefined, receipt) : undefined;
    } catch {
      return undefined;
    }
  };
