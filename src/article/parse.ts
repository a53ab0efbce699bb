import { sha256Of, type Article } from './article.ts';
import { TEXT_MAX } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { structure } from './structure.ts';

/** A file that cannot become an article; the message names the file and the remedy. */
export class ArticleError extends Error {
  override name = 'ArticleError';
}

/** Characters. */
const ID_MAX = 200;

/**
 * Reads the content of a `.txt` or `.md` file: optional front matter, then the text, kept exactly.
 * `name` is the file's name; without ending it is the id unless front matter gives one.
 * Throws {@link ArticleError} with one sentence that names the file.
 */
export function parseArticle(name: string, content: string): Article {
  const read = readFrontMatter(content);
  if ('fault' in read)
    throw new ArticleError(`${name} has front matter that cannot be used (${read.fault}).`);
  const { fields, body } = read;
  if (body.length > TEXT_MAX) {
    throw new ArticleError(
      `${name} has a text of more than ${TEXT_MAX.toLocaleString('en')} characters: split it into articles.`,
    );
  }
  const blocks = structure(body, fields.headline);
  if (!blocks.some(({ kind }) => kind === 'paragraph')) {
    throw new ArticleError(
      `${name} has no article text: put the headline on the first line, then a blank line, then the text.`,
    );
  }
  const id = fields.id ?? idOf(name);
  const title = blocks.find(({ kind }) => kind === 'headline');
  const headline =
    fields.headline ?? (title ? body.slice(title.start, title.end) : id.replaceAll(/[-_]+/gu, ' '));
  const { id: _id, headline: _headline, ...known } = fields;
  return {
    ...dropUndefined(known),
    id,
    headline: headline.replace(/\s+/gu, ' '),
    text: body,
    revision: 1,
    sha256: sha256Of(body),
  };
}

/** A file name without ending, as an id: as it is, but for control characters and outer white space. */
function idOf(name: string): string {
  const id = name
    .replace(/\.[^.]+$/u, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, ID_MAX);
  return id === '' ? `article-${sha256Of(name).slice(0, 12)}` : id;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const dropUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
