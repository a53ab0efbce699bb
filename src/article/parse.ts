import { sha256Of, type Article } from './article.ts';
import { TEXT_MAX } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { structure } from './structure.ts';
import { inEnglish, message, type Notice } from '../words/message.ts';

/** A file that cannot become an article. The message names the file and the remedy. */
export class ArticleError extends Error {
  override name = 'ArticleError';
  readonly told: Notice;

  constructor(told: Notice, options?: ErrorOptions) {
    super(inEnglish(told), options);
    this.told = told;
  }
}

/** Characters. */
const ID_MAX = 200;

/**
 * Parses a `.txt` or `.md` file: optional front matter, then the text, which is kept exactly. `name` is the file's name; without its
 * extension it is the default id. Throws {@link ArticleError} with one sentence that names the file.
 */
export function parseArticle(name: string, content: string, subject: Notice = name): Article {
  const read = readFrontMatter(content);
  if ('faults' in read)
    throw new ArticleError(message('intake.front-matter', { subject, faults: read.faults }));
  const { fields, body } = read;
  if (body.length > TEXT_MAX) {
    throw new ArticleError(message('intake.too-long', { subject, characters: TEXT_MAX }));
  }
  const blocks = structure(body, fields.headline);
  if (!blocks.some(({ kind }) => kind === 'paragraph')) {
    throw new ArticleError(message('intake.no-paragraph', { subject }));
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

/** The id for a file name: without extension, control characters and outer white space. */
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
