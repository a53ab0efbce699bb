import { calledLike, severalSentence, type NamedArticle } from './called-like.ts';
import { fold } from '../../english/words.ts';
import { AskerError } from '../../reply/error-reply.ts';
import { say } from '../../reply/say.ts';
import { restorableSentence } from './cited-document.ts';
import { type Choice, type Desk, editorTools } from '../ports.ts';
import type { EditorTools } from '../editor-tools.ts';

/** The server's own live articles, newest first, damaged ones included. */
export function ownArticles({ stored, damaged }: EditorTools): NamedArticle[] {
  const live = [...stored.values()].map(({ article }) => ({ id: article.id, headline: article.headline }));
  return [...live.toReversed(), ...[...damaged.keys()].map((id) => ({ id, headline: id }))];
}

/** Tombstones of retracted articles, newest retraction first. */
export async function retractedArticles({ archive }: EditorTools): Promise<NamedArticle[]> {
  return (await archive.tombstones()).map(({ id, headline }) => ({ id, headline }));
}

/**
 * The entry with this id or headline, or the only one whose headline contains the words. Throws {@link AskerError} that names similar
 * ones.
 */
export async function entryNamed(
  desk: Desk,
  entries: readonly NamedArticle[],
  typed: string,
): Promise<NamedArticle> {
  const named = entries.find(({ id }) => id === typed.trim());
  if (named) return named;
  const alike = calledLike(entries, typed, ({ headline }) => headline);
  const [only] = alike;
  if (only && alike.length === 1 && fold(only.headline) === fold(typed.trim())) return only;
  // The store has a new article slightly before the index does.
  const found = await editorTools(desk).archive.article(typed.trim());
  if (found.state === 'live') return found.stored.article;
  if (found.state === 'retracted') throw new AskerError(restorableSentence(found.tombstone));
  if (desk.index.document(typed.trim())) throw new AskerError(say('missing.house', { id: typed.trim() }));
  if (only && alike.length === 1) return only;
  throw new AskerError(only ? severalSentence(typed, alike) : say('missing.choose', { typed: typed.trim() }));
}

/** Matching entries as choices, with those first whose headline begins with the typed text. */
export function suggestEntries(entries: readonly NamedArticle[], typed: string): Choice[] {
  const wanted = fold(typed.trim());
  const fitting = entries.filter(({ id, headline }) => fold(`${headline} ${id}`).includes(wanted));
  const starting = fitting.filter(({ headline }) => fold(headline).startsWith(wanted));
  return [...new Set([...starting, ...fitting])].slice(0, 25).map(({ id, headline }) => ({
    name: headline.length <= 100 ? headline : `${headline.slice(0, 98).toWellFormed()} …`,
    value: id,
  }));
}
