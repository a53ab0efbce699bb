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
import { inTurn } from './in-turn.ts';

/** A search engine, and the synonyms with which questions are expanded. */
export type SearchEngineSetup = SearchEngineLink & Readonly<{ synonyms: Synonyms }>;

/** What the desk of one asker in a large archive needs. */
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

/**
 * Number of questions for which the engine is searched and articles are read at the same time. Those who wait are served in the order
 * in which they asked: with all at once everybody would wait for everybody, and the texts of all would be in memory.
 */
const AT_ONCE = 4;
/** Whoever has waited this long begins anyway; with the engine's deadline it makes two seconds. Milliseconds. */
const PATIENCE = 400;

/** Creates desks whose index has only the articles that the search engine finds for a question or topic. */
export function largeArchives({ client, layout, synonyms }: SearchEngineSetup) {
  // Each caches the number of texts of its server.
  const recalls = new Map<string, Recall>();
  const articles = keptArticles();
  const turns = inTurn(AT_ONCE, PATIENCE);

  function recallFor(guildId: string): Recall {
    const known = recalls.get(guildId) ?? recallOf({ client, layout }, guildId);
    recalls.set(guildId, known);
    return known;
  }

  return {
    /** Returns the function that narrows such a desk to a question or topic. */
    focus: ({ desk, archive, house, here, at, tools, ...over }: FocusOptions): NonNullable<Desk['focus']> => {
      const sources = { recall: recallFor(archive.guildId), archive, house, synonyms, articles };
      return async (focus) => {
        const {
          index,
          stored,
          read,
          damaged,
          speakOfIt = 0,
        } = await turns(() => recalledIndex(sources, focus, { here, now: at }));
        return {
          ...desk,
          index,
          ask: over.engineOver(index),
          revision: over.revisionsOver(index),
          ...(speakOfIt > read && { lookedAt: { articles: read, of: speakOfIt } }),
          ...(tools && { tools: { ...tools, stored, damaged } }),
        };
      };
    },
  };
}
