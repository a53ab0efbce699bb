import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../article/article.ts';
import { ArticleError, parseArticle } from '../../article/parse.ts';

/** A folder's articles, and one sentence for each file that could not be used. */
export type FolderArticles = Readonly<{ articles: readonly Article[]; problems: readonly string[] }>;

/** Names of files that may be articles; the folder also has others, such as images. */
const ARTICLE_FILE = /\.(?:txt|md)$/iu;
/** Files that are not articles although their extension says so. */
const NOT_ARTICLES: ReadonlySet<string> = new Set([
  'synonyms.txt',
  'readme.md',
  'readme.txt',
  'licence.txt',
  'license.txt',
]);
/** Whether a file of this name may be an article: not a readme, licence or list of synonyms. */
export const isArticleName = (name: string): boolean => !NOT_ARTICLES.has(name.toLowerCase());
/** Size limit of a file. Bytes. */
const FILE_MAX = 10_000_000;

/**
 * Reads the `.txt` and `.md` files of a folder as articles, in the order of their names. A bad file is reported by name
 * and does not stop the others. Throws {@link ArticleError} when the folder is missing or unreadable.
 */
export async function readFolder(folder: string): Promise<FolderArticles> {
  const names = await listFolder(folder);
  const articles: Article[] = [];
  const problems: string[] = [];
  const files = new Map<string, string>();
  for (const name of names) {
    try {
      const article = parseArticle(name, await readText(join(folder, name), name));
      const other = files.get(article.id);
      if (other !== undefined)
        throw new ArticleError(
          `${name} has the id ${article.id}, which ${other} has already: change one of them.`,
        );
      files.set(article.id, name);
      articles.push(article);
    } catch (error) {
      problems.push(
        error instanceof ArticleError ? error.message : `${name} cannot be read (${reasonOf(error)}).`,
      );
    }
  }
  return { articles, problems };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && ARTICLE_FILE.test(entry.name) && isArticleName(entry.name))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    throw new ArticleError(
      `The article folder ${folder} cannot be read (${reasonOf(error)}): name a folder of .txt or .md files.`,
      {
        cause: error,
      },
    );
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function readText(path: string, name: string): Promise<string> {
  const { size } = await stat(path);
  if (size > FILE_MAX)
    throw new ArticleError(`${name} is larger than ${FILE_MAX / 1_000_000} MB: split it into articles.`);
  const bytes = await readFile(path);
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new ArticleError(`${name} is not UTF-8 text: save it as UTF-8.`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
