import { setImmediate } from 'node:timers/promises';
import type { Article, Document } from '../../article/article.ts';
import { documentSteps } from '../../article/document.ts';
import type { Steps } from '../../article/steps.ts';
import { createLexicon, type Lexicon } from '../../search/index/lexicon.ts';
import type { ReadArticle } from '../../search/index/read-index.ts';
import { tokenSteps } from '../../search/index/tokens.ts';

/** Size of the cache of articles that were read for recent questions. */
export type KeptLimits = Readonly<{
  /** UTF-16 units of their texts; each takes about 3 bytes. */
  units: number;
  /** Distinct words in all articles read so far; when there are more, the cache is emptied. Each takes about 200 bytes. */
  words: number;
}>;

const LIMITS: KeptLimits = { units: 8_000_000, words: 150_000 };
/** Reading lets the event loop do other work after this long. Milliseconds. */
const TURN = 10;

/** A revision to be read. */
export type Revision = Pick<Document, 'article' | 'provenance'>;

/** Reads articles, with the word numbers of one lexicon. */
export type ReadArticles = Readonly<{
  lexicon: Lexicon;
  /** Reads revisions, or takes them from the cache. Other work is done in between, since an article may be as long as a book. */
  read(revisions: readonly Revision[]): Promise<ReadArticle[]>;
}>;

/**
 * Caches the words and sentences of recently read articles, so that the next question does not read them again. The returned
 * document always has the text and details of the article that was passed in; only offsets and word numbers are cached, keyed by
 * the text's fingerprint. All servers can share one cache because entries are only looked up by that key, never listed.
 */
export function keptArticles(limits: KeptLimits = LIMITS): () => ReadArticles {
  let current = begin(limits);
  return () => {
    // A lexicon cannot forget words.
    if (current.lexicon.words() > limits.words) current = begin(limits);
    return current;
  };
}

function begin(limits: KeptLimits): ReadArticles {
  const lexicon = createLexicon();
  /** The least recently used come first. */
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
    // Another question may have read it meanwhile.
    taken(key);
    kept.set(key, entry);
    units += entry.units;
    for (const [oldest, { units: less }] of kept) {
      if (units <= limits.units) return;
      kept.delete(oldest);
      units -= less;
    }
  }

  function* readSteps(revisions: readonly Revision[]): Steps<ReadArticle[]> {
    const all: ReadArticle[] = [];
    for (const { article, provenance } of revisions) {
      const { id, revision, sha256, headline } = article;
      const key = [sha256, id, revision, headline].join('\n');
      const entry = taken(key) ?? (yield* readAnew(article, lexicon));
      keep(key, entry);
      const { structure, tokens } = entry;
      all.push({ document: { ...structure, article, ...(provenance && { provenance }) }, tokens });
    }
    return all;
  }

  return {
    lexicon,
    async read(revisions) {
      const steps = readSteps(revisions);
      for (let turn = performance.now(); ;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - turn < TURN) continue;
        // Not after everything else, as the work of the background is: somebody waits for it.
        await setImmediate();
        turn = performance.now();
      }
    },
  };
}

/** The cached part of a revision; it contains no text. */
type Kept = Readonly<{
  structure: Pick<Document, 'sentences' | 'paragraphs'>;
  tokens: ReadArticle['tokens'];
  units: number;
}>;

function* readAnew(article: Article, lexicon: Lexicon): Steps<Kept> {
  const document = yield* documentSteps(article);
  const { sentences, paragraphs } = document;
  const tokens = yield* tokenSteps(document, lexicon);
  return { structure: { sentences, paragraphs }, tokens, units: article.text.length };
}
