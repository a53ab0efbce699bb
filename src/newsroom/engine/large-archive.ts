import type { Document } from '../../article/article.ts';
import type { SearchEngine } from '../../answer/ask.ts';
import type { EditorTools } from '../../desk/editor-tools.ts';
import type { Desk } from '../../desk/ports.ts';
import type { SearchEngineLink } from '../../search/index/opensearch/engine.ts';
import { recallOf } from '../../search/index/opensearch/recall.ts';
import type { Recall } from '../../search/index/recall.ts';
import type { SearchIndex } from '../../search/index/search-index.ts';
import type { Synonyms } from '../../search/question/synonyms.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';
import { keptArticles } from './read-articles.ts';
import { recalledIndex } from './recalled-index.ts';

/** A search engine, and what questions to it are widened with. */
export type SearchEngineSetup = SearchEngineLink & Readonly<{ synonyms: Synonyms }>;

/** What the desk of one asker in a large archive is made of. */
export type FocusOptions = Readonly<{
  desk: Desk;
  archive: GuildArchive;
  house: readonly Document[];
  here: readonly string[];
  at: Date;
  engineOver(index: SearchIndex): SearchEngine;
  revisionsOver(index: SearchIndex): Desk['revision'];
  /** Present for editors. */
  tools?: EditorTools;
}>;

/** Makes desks whose index holds the articles that something is about, as a search engine recalls them. */
export function largeArchives({ client, layout, synonyms }: SearchEngineSetup) {
  // Each keeps for a while how many texts its server has.
  const recalls = new Map<string, Recall>();
  const articles = keptArticles();

  function recallFor(guildId: string): Recall {
    const known = recalls.get(guildId) ?? recallOf({ client, layout }, guildId);
    recalls.set(guildId, known);
    return known;
  }

  return {
    /** How such a desk turns to what something is about. */
    focus: ({ desk, archive, house, here, at, tools, ...over }: FocusOptions): NonNullable<Desk['focus']> => {
      const sources = { recall: recallFor(archive.guildId), archive, house, synonyms, articles };
      return async (focus) => {
        const {
          index,
          stored,
          damaged,
          speakOfIt = 0,
        } = await recalledIndex(sources, focus, { here, now: at });
        return {
          ...desk,
          index,
          ask: over.engineOver(index),
          revision: over.revisionsOver(index),
          ...(speakOfIt > stored.size && { lookedAt: { articles: stored.size, of: speakOfIt } }),
          ...(tools && { tools: { ...tools, stored, damaged } }),
        };
      };
    },
  };
}
