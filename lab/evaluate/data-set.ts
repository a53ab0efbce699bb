import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256Of, type Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { ArticleError, parseArticle } from '../../src/article/parse.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { createSearchIndex, type Scope, type SearchIndex } from '../../src/search/index/search-index.ts';
import type { Vectors } from '../../src/search/index/vectors.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { cachedVectorsOf } from './cached-reader.ts';
import { readQuestions, type KnownQuestion } from './questions.ts';

/** Articles, and questions with known answers. */
export type DataSet = Readonly<{
  name: string;
  documents: readonly Document[];
  questions: readonly KnownQuestion[];
}>;

/** Reads a folder with `articles/` and `questions.jsonl`. Throws {@link ArticleError} with what cannot be used. */
export async function readDataSet(folder: string): Promise<DataSet> {
  const { articles, problems } = await readFolder(join(folder, 'articles'));
  const [problem] = problems;
  if (problem !== undefined) throw new ArticleError(problem);
  return {
    name: basename(folder),
    documents: articles.map(documentOf),
    questions: await readQuestions(join(folder, 'questions.jsonl')),
  };
}

/** The questions about the seed article of a new installation. */
export async function readSeedSet(root: string): Promise<DataSet> {
  const id = 'sensetime-alibaba-round';
  const text = await readFile(join(root, 'seeds', `${id}.txt`), 'utf8');
  return {
    name: 'seed',
    documents: [documentOf(parseArticle(`${id}.txt`, text))],
    questions: await readQuestions(join(root, 'tests', 'golden', 'sensetime.jsonl')),
  };
}

/** In each group of 26 articles, those with this index were not used to train the reader. */
const SET = 26;
const UNSEEN = { modulo: 9, remainder: 4 } as const;

type NaturalArticle = Readonly<{
  headline: string;
  text: string;
  questions: readonly Readonly<{ q: string; answer: string | null; sentence?: string | null }>[];
}>;

/** The articles of `natural-news.jsonl` that were not used to train the reader (models/MODEL_CARD.md). */
export const readUnseenNaturalNews = (file: string): Promise<DataSet> =>
  readNews('natural-news', file, (number) => (number % SET) % UNSEEN.modulo === UNSEEN.remainder);

/** The articles of the project's invented news that were not used to train the reader. */
export const readApartNews = (root: string): Promise<DataSet> =>
  readNews('apart-news', join(root, 'lab', 'reader', 'news', 'apart.jsonl'), () => true);

/** Reads articles with questions, one article per line, whose line number (from 0) is wanted. */
async function readNews(name: string, file: string, wanted: (number: number) => boolean): Promise<DataSet> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const kept = lines.flatMap((line, number) =>
    wanted(number) ? [{ id: `${name}-${number + 1}`, ...(JSON.parse(line) as NaturalArticle) }] : [],
  );
  return {
    name,
    documents: kept.map(({ id, headline, text }) =>
      documentOf(parseArticle(`${id}.txt`, `${headline}\n\n${text}`)),
    ),
    questions: kept.flatMap(({ id, questions }) =>
      questions.map(({ q, answer, sentence }, number) => ({
        id: `${id}-${number + 1}`,
        q,
        article: id,
        answerable: answer !== null,
        gold: answer === null ? [] : [sentence ?? answer],
        answers: answer === null ? [] : [answer],
      })),
    ),
  };
}

/** A set with its index. */
export type Indexed = Readonly<{ set: DataSet; index: SearchIndex; vectors: Vectors | undefined }>;

/** Indexes a set, with vectors if the reader provides them. */
export async function indexSet(set: DataSet, reader: Reader): Promise<Indexed> {
  const index = createSearchIndex();
  for (const document of set.documents) index.add(document);
  return { set, index, vectors: await cachedVectorsOf(set.documents, reader) };
}

/** Makes each paragraph of a set's articles an article, with the same headline. */
export function paragraphsOfArticle(set: DataSet): DataSet {
  const documents = set.documents.flatMap(({ article, paragraphs }) =>
    paragraphs
      .filter(({ kind }) => kind !== 'headline' && kind !== 'furniture')
      .map(({ start, end }, at) => {
        const text = `${article.headline}\n\n${article.text.slice(start, end)}`;
        return documentOf({ ...article, id: paragraphId(article.id, at + 1), text, sha256: sha256Of(text) });
      }),
  );
  return { ...set, documents };
}

const paragraphId = (article: string, paragraph: number): string => `${article}-${paragraph}`;

/** The documents that a question is asked of: its paragraph, its article, or all (undefined). */
export function scopeIn(
  { index }: Indexed,
  scope: 'paragraph' | 'article' | 'archive',
  { article, paragraph }: KnownQuestion,
): Scope | undefined {
  if (scope === 'archive' || article === undefined) return undefined;
  const document = index.document(
    scope === 'paragraph' && paragraph !== undefined ? paragraphId(article, paragraph) : article,
  );
  return document ? [document] : [];
}
