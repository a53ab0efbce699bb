import { standsIn, tellingWord, type Past } from '../answer/quotes/past.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import type { Desk } from '../desk/ports.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import { mayQuote } from '../store/articles/stored.ts';
import type { GuildArchive } from '../store/guild-archive.ts';

/** Articles whose earlier revisions are searched per statement. */
const AT_ONCE = 300;

/** {@link Desk.past}: searches earlier revisions of the articles that may be read here, and the hashes of retracted ones. */
export function pastOf(
  archive: GuildArchive,
  index: Pick<SearchIndex, 'documents' | 'document'>,
  here: readonly string[],
  at: Date,
): Desk['past'] {
  return async (quote) =>
    (await correctedSince(archive, index, quote)) ?? retractedSince(archive, quote, here, at);
}

async function correctedSince(
  archive: GuildArchive,
  index: Pick<SearchIndex, 'documents' | 'document'>,
  quote: string,
): Promise<Past | undefined> {
  const word = tellingWord(quote);
  const corrected = index
    .documents()
    .filter(({ article }) => article.revision > 1)
    .map(({ article }) => article.id);
  if (word === undefined) return undefined;
  for (let from = 0; from < corrected.length; from += AT_ONCE) {
    for (const { stored, replacedAt } of await archive.earlier(corrected.slice(from, from + AT_ONCE), word)) {
      const newest = index.document(stored.article.id);
      const source = standsIn(quote, documentOfStored(stored));
      if (source && newest) return { state: 'corrected', source, newest, correctedAt: replacedAt };
    }
  }
  return undefined;
}

async function retractedSince(
  archive: GuildArchive,
  quote: string,
  here: readonly string[],
  at: Date,
): Promise<Past | undefined> {
  for (const id of await archive.retractedHolding(quote)) {
    const found = await archive.article(id);
    if (found.state !== 'retracted' || !mayQuote(found.tombstone.visibility, here, at)) continue;
    const { headline, retractedAt, reason } = found.tombstone;
    return { state: 'retracted', headline, retractedAt, reason };
  }
  return undefined;
}
