import { sha256Of, type Article } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import {
  createSearchIndex,
  type MutableSearchIndex,
  type Scope,
} from '../../src/search/index/search-index.ts';
import type { KnownQuestion } from './questions.ts';

/** The scopes of a question: its paragraph, its article, all articles. */
export const SCOPES = ['paragraph', 'article', 'archive'] as const;
export type ScopeName = (typeof SCOPES)[number];

/** The articles of an evaluation, indexed as a whole and by paragraph. */
export type World = Readonly<{
  articles: MutableSearchIndex;
  /** Each paragraph as an article with the same headline. */
  paragraphs: MutableSearchIndex;
}>;

/** The blocks that questions count as paragraphs. */
const isCounted = ({ kind }: { kind: string }): boolean => kind !== 'headline' && kind !== 'furniture';

const paragraphId = (article: string, paragraph: number): string => `${article}-${paragraph}`;

/** Indexes articles for evaluation. */
export function buildWorld(found: readonly Article[]): World {
  const articles = createSearchIndex();
  const paragraphs = createSearchIndex();
  for (const article of found) {
    const document = documentOf(article);
    articles.add(document);
    for (const [index, block] of document.paragraphs.filter(isCounted).entries()) {
      const body = article.text.slice(block.start, block.end);
      const text = `${article.headline}\n\n${body}`;
      const id = paragraphId(article.id, index + 1);
      paragraphs.add(documentOf({ ...article, id, text, sha256: sha256Of(text) }));
    }
  }
  return { articles, paragraphs };
}

/** The index and scope for a question in its paragraph, its article or the archive. */
export function scopeOfQuestion(
  world: World,
  scope: ScopeName,
  { article = '', paragraph = 1 }: KnownQuestion,
): { index: MutableSearchIndex; scope?: Scope } {
  if (scope === 'paragraph') {
    const wanted = paragraphId(article, paragraph);
    return { index: world.paragraphs, scope: only(world.paragraphs, wanted) };
  }
  if (scope === 'archive') return { index: world.articles };
  return { index: world.articles, scope: only(world.articles, article) };
}

function only(index: MutableSearchIndex, id: string): Scope {
  const document = index.document(id);
  return document ? [document] : [];
}
