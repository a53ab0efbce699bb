import type { Document } from '../../article/article.ts';
import { fold, words } from '../../english/words.ts';
import { plural } from '../../reply/count.ts';
import { AskerError } from '../../reply/error-reply.ts';
import type { Scope } from '../../search/index/search-index.ts';
import { editDistance } from '../../search/question/spelling.ts';
import { calledLike, severalSentence } from './called-like.ts';
import type { Desk } from '../ports.ts';

/** The article meant by what was typed: its id, its headline, or the only headline that holds the words. Throws {@link AskerError}. */
export function articleNamed(desk: Desk, typed: string): Document {
  const named = desk.index.document(typed.trim());
  if (named) return named;
  const documents = desk.index.documents();
  const [only, ...more] = calledLike(documents, typed, ({ article }) => article.headline);
  if (only && more.length === 0) return only;
  const nameOf = ({ article }: Document): string => `“${article.headline}” (${article.id})`;
  if (only) throw new AskerError(severalSentence(typed, [only, ...more].map(nameOf)));
  const names = closest(documents, typed).slice(0, 3).map(nameOf).join(', ');
  throw new AskerError(
    names === ''
      ? `There is no article “${typed}”; /articles lists those there are.`
      : `There is no article “${typed}”; close ones are ${names}.`,
  );
}

/** As many articles are read whole for one question; more would keep all others waiting. */
const READ_WHOLE = 200;

/**
 * The article that was named, or those that may speak of a topic, or all. Throws {@link AskerError} when there is no such
 * article, and when all of a large archive would have to be read.
 */
export function documentsOf(desk: Desk, article?: string, topic?: string): readonly Document[] {
  if (article !== undefined) return [articleNamed(desk, article)];
  if (topic !== undefined) return desk.index.holding(topic);
  const documents = desk.index.documents();
  if (documents.length <= READ_WHOLE) return documents;
  throw new AskerError(`There are ${plural(documents.length, 'article')} here: name a topic or an article.`);
}

/** The only article, or the newest; throws {@link AskerError} when there is none. */
export function newestArticle(desk: Desk): Document {
  const [newest] = byDate(desk.index.documents());
  if (!newest) throw new AskerError('There are no articles here yet.');
  return newest;
}

/** Newest first; articles without a date last, in the order of the archive. */
export function byDate(documents: readonly Document[]): Document[] {
  const time = ({ article }: Document): number =>
    article.publishedAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(article.publishedAt);
  return documents.toSorted((a, b) => (time(b) === time(a) ? 0 : time(b) - time(a)));
}

type Wanted = Readonly<Partial<Record<'company' | 'from' | 'to', string | undefined>>>;

/**
 * The articles that mention a company and fall between two dates (ISO days, both included); undefined for all. An
 * article without a date is left out as soon as a date is asked for. Throws {@link AskerError} when none is left.
 */
export function scopeOf(desk: Desk, { company, from, to }: Wanted): Scope | undefined {
  if (from !== undefined && to !== undefined && from > to) {
    throw new AskerError(`“from” (${from}) is after “to” (${to}): swap them.`);
  }
  const about = company === undefined ? undefined : desk.index.mentioning(company);
  if (company !== undefined && about?.length === 0) {
    const close = closeNames(desk, company);
    throw new AskerError(
      `No article here mentions “${company}”${close.length > 0 ? `; close names are ${close.map((name) => `“${name}”`).join(', ')}` : ''}.`,
    );
  }
  if (from === undefined && to === undefined) return about;
  const inTime = desk.index.published(from, to);
  const days = new Set(inTime);
  const fitting = about ? about.filter((document) => days.has(document)) : inTime;
  if (fitting.length === 0) {
    const who =
      company === undefined ? 'falls between those dates' : `between those dates mentions “${company}”`;
    throw new AskerError(`No article here ${who}.`);
  }
  return fitting;
}

/** From this length on a word may be two slips away, from the other on one. Letters. */
const TWO_SLIPS = 8;
const ONE_SLIP = 4;

/**
 * The name that was meant, as the articles write it: "sense time" and "sensetme" mean SenseTime. Undefined when what was
 * typed stands in an article as it is, or is like no name.
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

/** Articles whose headline or id holds words that were typed, or words a slip away, the most of them first. */
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
