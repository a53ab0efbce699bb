import type { Store } from '../store/archive.ts';
import type { Verification } from '../store/safety/verify.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import { createSearchIndex } from '../search/index/search-index.ts';

/**
 * Verifies the store and, for each server, that its search index can be built and finds every article by the words of its
 * first sentence. Changes nothing.
 */
export async function verifyWhole(store: Store): Promise<Verification> {
  const verification = await store.verify();
  const problems = [...verification.problems];
  for (const { guildId } of await store.housekeeping.guilds()) {
    const { articles } = await store.guild(guildId).articles();
    const documents = articles.map(documentOfStored);
    const index = createSearchIndex();
    for (const document of documents) index.add(document);
    for (const { article, sentences } of documents) {
      const [first] = sentences;
      const found = first ? index.holding(article.text.slice(first.start, first.end)) : [];
      if (!found.some((document) => document.article.id === article.id))
        problems.push(`“${article.id}” of server ${guildId} is not found by its own words.`);
    }
  }
  return { ...verification, problems };
}
