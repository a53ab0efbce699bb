import { fold } from '../../english/words.ts';
import type { Said, Words } from '../../reply/reply.ts';
import { listed, say } from '../../reply/say.ts';

/** An article of the server's own, or what stays of one. */
export type NamedArticle = Readonly<{ id: string; headline: string }>;

/** Articles that are named when several can be meant. */
const NAMED = 3;

/** Those whose headline is what was typed, else those whose headline holds it; case and accents aside (T6). */
export function calledLike<T>(items: readonly T[], typed: string, headlineOf: (item: T) => string): T[] {
  const wanted = fold(typed.trim());
  const titled = items.filter((item) => fold(headlineOf(item)) === wanted);
  return titled.length > 0 ? titled : items.filter((item) => fold(headlineOf(item)).includes(wanted));
}

/** What is told when several articles can be meant: none is chosen. */
export const severalSentence = (typed: string, articles: readonly NamedArticle[]): Said =>
  say('missing.several', { typed: typed.trim(), names: articlesNamed(articles.slice(0, NAMED)) });

/** Articles by headline and id, with commas between them. */
export const articlesNamed = (articles: readonly NamedArticle[]): Words =>
  listed(articles.map(({ id, headline }) => say('missing.named', { headline, id })));
