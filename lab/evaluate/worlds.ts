import { sha256Of, type Article, type Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import {
  createSearchIndex,
  type MutableSearchIndex,
  type Scope,
} from '../../src/search/index/search-index.ts';
import type { KnownQuestion } from './questions.ts';

/** The three ways of putting a question: to its paragraph, to its article, to all articles. */
export const SCOPES = ['paragraph', 'article', 'archive'] as const;
export type ScopeName = (typeof SCOPES)[number];

/** The articles of an evaluation, indexed whole and paragraph by paragraph. */
export type World = Readonly<{
  articles: MutableSearchIndex;
  /** Each paragraph as an article of its own, under the article's headline. */
  paragraphs: MutableSearchIndex;
}>;

/** The blocks of an article's text that questions count as paragraphs. */
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

/** The index and scope that put a question to its paragraph, its article or the archive. */
export function scopeOfQuestion(
  world: World,
  scope: ScopeName,
  { article, paragraph }: KnownQuestion,
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

/** All articles but one. */
export const othersThan = (world: World, id: string): Scope =>
  world.articles.documents().filter(({ article }) => article.id !== id);

/** An article without one of its paragraphs (from 1), for questions that then have no answer. */
export function withoutParagraph({ article, paragraphs }: Document, paragraph: number): Document {
  const block = paragraphs.filter(isCounted)[paragraph - 1];
  if (!block) return documentOf(article);
  const text = article.text.slice(0, block.start) + article.text.slice(block.end);
  return documentOf({ ...article, text, sha256: sha256Of(text) });
}

/** An article of some of another's paragraphs (from 1) under its headline; numbers beyond its end are left out. */
export function excerpt({ article, paragraphs }: Document, wanted: readonly number[]): Document {
  const blocks = paragraphs.filter(isCounted);
  const chosen = wanted.flatMap((paragraph) => blocks[paragraph - 1] ?? []);
  const texts = chosen.map(({ start, end }) => article.text.slice(start, end));
  const text = [article.headline, ...texts].join('\n\n');
  return documentOf({ ...article, text, sha256: sha256Of(text) });
}
