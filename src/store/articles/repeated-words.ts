import { z } from 'zod';
import { STOP_WORDS, words } from '../../english/words.ts';
import type { Tx } from '../db/db.ts';

/*
 * What was asked, typed or told beside a quote may repeat the article, as the phrase of /quote does. When its text goes, so do these
 * words of the messages that quote it.
 */

/** So many words in a row that a text has too are that text's. Fewer are, when they are all there is. */
const RUN = 3;
/** Stands between words; no folded word holds it. */
const BETWEEN = ' ';

const listSchema = z.array(z.string().nullable());

const foldedIn = (text: string): string[] =>
  words(text).flatMap(({ folded }) => (folded === '' ? [] : [folded]));

/** The runs of one to {@link RUN} words of some texts. */
function runsIn(texts: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const text of texts) {
    const list = foldedIn(text);
    for (let at = 0; at < list.length; at += 1)
      for (let length = 1; length <= RUN; length += 1) runs.add(list.slice(at, at + length).join(BETWEEN));
  }
  return runs;
}

/** Whether a string repeats words of texts whose runs are given; "and" alone repeats nothing. */
function repeats(text: string, runs: ReadonlySet<string>): boolean {
  const list = foldedIn(text);
  const length = Math.min(RUN, list.length);
  const starts = Array.from({ length: list.length - length + 1 }, (_, at) => at);
  return (
    list.some((word) => !STOP_WORDS.has(word)) &&
    starts.some((at) => runs.has(list.slice(at, at + length).join(BETWEEN)))
  );
}

/** Takes from every kept message that quotes an article the words that repeat it; before its texts go. */
export async function takeRepeatedWords(tx: Tx, guild: string, id: string): Promise<void> {
  const posts = await tx.all<{ message: string; title: string | null; words: string | null }>(
    `SELECT message, title, words FROM post WHERE guild = ? AND (title IS NOT NULL OR words IS NOT NULL) AND message IN
       (SELECT message FROM post_quote WHERE guild = ? AND article = ?)`,
    [guild, guild, id],
  );
  if (posts.length === 0) return;
  const texts = await tx.all<{ text: string }>(
    'SELECT text FROM revision WHERE guild = ? AND article = ? AND text IS NOT NULL',
    [guild, id],
  );
  const runs = runsIn(texts.map(({ text }) => text));
  const left = (text: string | null): string | null => (text !== null && repeats(text, runs) ? null : text);
  for (const { message, title, words: said } of posts) {
    const kept = said === null ? null : JSON.stringify(listSchema.parse(JSON.parse(said)).map(left));
    await tx.all('UPDATE post SET title = ?, words = ? WHERE guild = ? AND message = ?', [
      left(title),
      kept,
      guild,
      message,
    ]);
  }
}
