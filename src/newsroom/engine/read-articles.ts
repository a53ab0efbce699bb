import type { Article, Document } from '../../article/article.ts';
import { documentOf } from '../../article/document.ts';
import { allSteps } from '../../article/steps.ts';
import { createLexicon, type Lexicon } from '../../search/index/lexicon.ts';
import type { ReadArticle } from '../../search/index/read-index.ts';
import { tokenSteps } from '../../search/index/tokens.ts';

/** What is kept of the articles that were read for the last questions. */
export type KeptLimits = Readonly<{
  /** UTF-16 units of their texts; about 3 bytes are kept for each. */
  units: number;
  /** Different words of all articles that were ever read; then it is begun anew. About 200 bytes each. */
  words: number;
}>;

const LIMITS: KeptLimits = { units: 8_000_000, words: 150_000 };

/** Articles read into the numbers of one lexicon. */
export type ReadArticles = Readonly<{
  lexicon: Lexicon;
  /** Reads a revision, unless what was read of it is kept. */
  read(revision: Pick<Document, 'article' | 'provenance'>): ReadArticle;
}>;

/**
 * Keeps the words and sentences of the articles that were read last, so that the next question about them does not read them again. What is
 * printed is always of the article that is handed in, as the store has it now; only the numbers that its text gave are kept, by its
 * fingerprint. One for all servers: nothing of it is ever looked through, it is only looked up.
 */
export function keptArticles(limits: KeptLimits = LIMITS): () => ReadArticles {
  let current = begin(limits);
  return () => {
    // Numbers of words are never taken back.
    if (current.lexicon.words() > limits.words) current = begin(limits);
    return current;
  };
}

function begin(limits: KeptLimits): ReadArticles {
  const lexicon = createLexicon();
  /** Those that were asked for last stand last. */
  const kept = new Map<string, Kept>();
  let units = 0;

  function taken(key: string): Kept | undefined {
    const known = kept.get(key);
    if (!known) return undefined;
    kept.delete(key);
    units -= known.units;
    return known;
  }

  function keep(key: string, entry: Kept): void {
    kept.set(key, entry);
    units += entry.units;
    for (const [oldest, { units: less }] of kept) {
      if (units <= limits.units) return;
      kept.delete(oldest);
      units -= less;
    }
  }

  return {
    lexicon,
    read({ article, provenance }) {
      const { id, revision, sha256, headline } = article;
      const key = [sha256, id, revision, headline].join('\n');
      const entry = taken(key) ?? readAnew(article, lexicon);
      keep(key, entry);
      const { structure, tokens } = entry;
      return { document: { ...structure, article, ...(provenance && { provenance }) }, tokens };
    },
  };
}

/** What is kept of a revision: nothing of its words but their numbers. */
type Kept = Readonly<{
  structure: Pick<Document, 'sentences' | 'paragraphs'>;
  tokens: ReadArticle['tokens'];
  units: number;
}>;

function readAnew(article: Article, lexicon: Lexicon): Kept {
  const document = documentOf(article);
  const { sentences, paragraphs } = document;
  const tokens = allSteps(tokenSteps(document, lexicon));
  return { structure: { sentences, paragraphs }, tokens, units: article.text.length };
}
