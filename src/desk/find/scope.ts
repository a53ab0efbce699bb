import type { Document } from '../../article/article.ts';
import { fold, words } from '../../english/words.ts';
import { AskerError } from '../../reply/error-reply.ts';
import { listed, say } from '../../reply/say.ts';
import type { Scope } from '../../search/index/search-index.ts';
import { editDistance } from '../../search/question/spelling.ts';
import { calledLike, articlesNamed, severalSentence } from './called-like.ts';
import type { Desk } from '../ports.ts';

/** The article with this id or headline, or the only one whose headline contains the words. Throws {@link AskerError}. */
export function articleNamed(desk: Desk, typed: string): Document {
  const named = desk.index.document(typed.trim());
  if (named) return named;
  const documents = desk.index.documents();
  const [only, ...more] = calledLike(documents, typed, ({ article }) => article.headline);
  if (only && more.length === 0) return only;
  const articles = (found: readonly Document[]) => found.map(({ article }) => article);
  if (only) throw new AskerError(severalSentence(typed, articles([only, ...more])));
  const close = articles(closest(documents, typed).slice(0, 3));
  throw new AskerError(
    close.length === 0
      ? say('missing.article', { typed })
      : say('missing.article-close', { typed, names: articlesNamed(close) }),
  );
}

/** Most articles that are read completely for one question; more would block everyone else. */
const READ_WHOLE = 200;

/**
 * The named article, or the articles that may mention a topic, or all. Throws {@link AskerError} when there is no such article, and when
 * a large archive would have to be read completely.
 */
export function documentsOf(desk: Desk, article?: string, topic?: string): readonly Document[] {
  if (article !== undefined) return [articleNamed(desk, article)];
  if (topic !== undefined) return desk.index.holding(topic);
  const documents = desk.index.documents();
  if (documents.length <= READ_WHOLE) return documents;
  throw new AskerError(say('missing.many', { articles: documents.length }));
}

/** The newest article. Throws {@link AskerError} when there is none. */
export function newestArticle(desk: Desk): Document {
  const [newest] = byDate(desk.index.documents());
  if (!newest) throw new AskerError(say('articles.none'));
  return newest;
}

/** Newest first; articles without a date last, in archive order. */
export function byDate(documents: readonly Document[]): Document[] {
  const time = ({ article }: Document): number =>
    article.publishedAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(article.publishedAt);
  return documents.toSorted((a, b) => (time(b) === time(a) ? 0 : time(b) - time(a)));
}

type Wanted = Readonly<Partial<Record<'company' | 'from' | 'to', string | undefined>>>;

/**
 * The articles that mention a company and were published between two dates (ISO days, inclusive); undefined means all. A date filter
 * excludes articles without a date. Throws {@link AskerError} when none is left.
 */
export function scopeOf(desk: Desk, { company, from, to }: Wanted): Scope | undefined {
  if (from !== undefined && to !== undefined && from > to) {
    throw new AskerError(say('missing.swapped', { from, to }));
  }
  const about = company === undefined ? undefined : desk.index.mentioning(company);
  if (company !== undefined && about?.length === 0) {
    const close = closeNames(desk, company);
    const names = listed(close.map((text) => say('list.quoted', { text })));
    throw new AskerError(
      close.length === 0
        ? say('missing.mention', { company })
        : say('missing.mention-close', { company, names }),
    );
  }
  if (from === undefined && to === undefined) return about;
  const inTime = desk.index.published(from, to);
  const days = new Set(inTime);
  const fitting = about ? about.filter((document) => days.has(document)) : inTime;
  if (fitting.length === 0) {
    throw new AskerError(
      company === undefined ? say('missing.dates') : say('missing.dates-about', { company }),
    );
  }
  return fitting;
}

/** Words of at least this length may differ in two letters, shorter ones in one. */
const TWO_SLIPS = 8;
const ONE_SLIP = 4;

/**
 * The name that was probably meant, as the articles write it: "sense time" and "sensetme" mean SenseTime. Undefined when an article
 * contains the typed name, or no name is similar.
 */
export function nameMeant(desk: Desk, typed: string): string | undefined {
  if (desk.index.mentioning(typed).length > 0) return undefined;
  const wanted = letters(typed);
  const most = slipsIn(wanted);
  const near = desk.index.names().map((name) => ({ name, slips: editDistance(letters(name), wanted, most) }));
  return near.filter(({ slips }) => slips <= most).toSorted((a, b) => a.slips - b.slips)[0]?.name;
}

const slipsIn = ({ length }: string): number => (length >= TWO_SLIPS ? 2 : length >= ONE_SLIP ? 1 : 0);

const letters = (name: string): string =>
  words(name)
    .map(({ folded }) => folded)
    .join('');

/** Articles whose headline or id contains typed words, or words one letter away; most matches first. */
function closest(documents: readonly Document[], typed: string): Document[] {
  const wanted = words(typed).map(({ folded }) => folded);
  const isMeant = (folded: string): boolean =>
    wanted.some((word) => editDistance(folded, word, slipsIn(word)) <= slipsIn(word));
  return documents
    .map((document) => {
      const { headline, id } = document.article;
      return { document, shared: words(`${headline} ${id}`).filter(({ folded }) => isMeant(folded)).length };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .map(({ document }) => document);
}

function closeNames(desk: Desk, company: string): string[] {
  const start = fold(company).slice(0, 3);
  return desk.index
    .names()
    .filter((name) => fold(name).startsWith(start))
    .slice(0, 3);
}
