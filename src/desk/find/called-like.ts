import { fold } from '../../english/words.ts';
import type { Said, Words } from '../../reply/reply.ts';
import { listed, say } from '../../reply/say.ts';

/** An article of the server, or its tombstone. */
export type NamedArticle = Readonly<{ id: string; headline: string }>;

/** Number of articles named when several match. */
const NAMED = 3;

/** Items whose headline is the typed text, else those whose headline contains it; ignores case and accents (T6). */
export function calledLike<T>(items: readonly T[], typed: string, headlineOf: (item: T) => string): T[] {
  const wanted = fold(typed.trim());
  const titled = items.filter((item) => fold(headlineOf(item)) === wanted);
  return titled.length > 0 ? titled : items.filter((item) => fold(headlineOf(item)).includes(wanted));
}

/** Says that several articles match, instead of choosing one. */
export const severalSentence = (typed: string, articles: readonly NamedArticle[]): Said =>
  say('missing.several', { typed: typed.trim(), names: articlesNamed(articles.slice(0, NAMED)) });

/** Articles by headline and id, separated by commas. */
export const articlesNamed = (articles: readonly NamedArticle[]): Words =>
  listed(articles.map(({ id, headline }) => say('missing.named', { headline, id })));
