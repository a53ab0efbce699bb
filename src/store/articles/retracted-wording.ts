import { createHmac, randomBytes } from 'node:crypto';
import { quotedIn } from '../../article/quotations.ts';
import { splitSentences } from '../../article/sentences/sentences.ts';
import { words } from '../../english/words.ts';
import type { Db, Sql, Tx } from '../db/db.ts';

/*
 * Recognises quotations of retracted texts. Of a retracted text, the store keeps only keyed hashes of its sentences, clauses
 * and quotations. They confirm a wording that somebody already has, but cannot reproduce it: hashes of neighbouring
 * sentences share no words, so a text cannot be guessed word by word, and the key never leaves the store.
 */

/** Shorter wordings occur in many texts and could be guessed. Words. */
const LEAST_WORDS = 5;
/** Hexadecimal digits kept of a hash: among a million wordings, the probability of any collision is one in ten million. */
const DIGITS = 16;
const CLAUSE = /[,;:()–—]+/u;

/** A text as it is compared: folded words with single spaces. Empty when it has too few words. */
function folded(text: string): string[] {
  const list = words(text).flatMap((word) => (word.folded === '' ? [] : [word.folded]));
  return list.length < LEAST_WORDS ? [] : [list.join(' ')];
}

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));
const clausesOf = (text: string): string[] => text.split(CLAUSE);

/** The wordings of a text that are hashed: its sentences, their clauses, and what is in quotation marks. */
export function wordingHashesOf(text: string): string[] {
  const paragraphs = [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  const quoted = quotedIn(text, paragraphs).map(({ inner }) => text.slice(inner.start, inner.end));
  const sentences = paragraphs.flatMap(({ start, end }) => sentencesOf(text.slice(start, end)));
  const all = [...sentences, ...quoted, ...quoted.flatMap(sentencesOf)];
  return [...new Set([...all, ...all.flatMap(clausesOf)].flatMap(folded))];
}

/** The ways to compose a quotation of hashed wordings: as a whole, of sentences, or of clauses. */
const waysOf = (quote: string): string[][] =>
  [[quote], sentencesOf(quote), clausesOf(quote)]
    .map((parts) => parts.flatMap(folded))
    .filter((parts) => parts.length > 0);

const hash = (key: string, guild: string, wording: string): string =>
  createHmac('sha256', key).update(`${guild}:${wording}`).digest('hex').slice(0, DIGITS);

async function readKey(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.all<{ value: string }>(`SELECT value FROM secret WHERE name = 'wordings'`);
  return row?.value;
}

/** Creates the key of the hashes, once per store: before the first backup, so that a restored backup has the same key. */
export async function makeWordingKey(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.all(`INSERT INTO secret (name, value) VALUES ('wordings', ?) ON CONFLICT (name) DO NOTHING`, [
      randomBytes(32).toString('hex'),
    ]);
  });
}

/** Stores the hashes of all revisions of an article, before their texts are deleted. */
export async function keepWordings(tx: Tx, guild: string, id: string): Promise<void> {
  const key = await readKey(tx);
  if (key === undefined) throw new Error('The store has no key for hashes of wordings.');
  const sql = 'SELECT n, text FROM revision WHERE guild = ? AND article = ? AND text IS NOT NULL';
  for (const { n, text } of await tx.all<{ n: number; text: string }>(sql, [guild, id])) {
    const hashes = wordingHashesOf(text).map((wording) => hash(key, guild, wording));
    await tx.all('UPDATE revision SET wordings = ? WHERE guild = ? AND article = ? AND n = ?', [
      hashes.join(' '),
      guild,
      id,
      n,
    ]);
  }
}

/** The ids of retracted articles that contained a quotation: as a whole, or each of its sentences or clauses. */
export async function retractedHolding(sql: Sql, guild: string, quote: string): Promise<readonly string[]> {
  const key = await readKey(sql);
  const ways =
    key === undefined ? [] : waysOf(quote).map((way) => way.map((wording) => hash(key, guild, wording)));
  const firsts = ways.flatMap(([first]) => first ?? []);
  if (firsts.length === 0) return [];
  const any = firsts.map(() => 'r.wordings LIKE ?').join(' OR ');
  const rows = await sql.all<{ id: string; wordings: string }>(
    `SELECT a.id, r.wordings FROM article a JOIN revision r ON r.guild = a.guild AND r.article = a.id
     WHERE a.guild = ? AND a.state = 'retracted' AND r.text IS NULL AND (${any})`,
    [guild, ...firsts.map((first) => `%${first}%`)],
  );
  const holds = ({ wordings }: { wordings: string }): boolean => {
    const kept = new Set(wordings.split(' '));
    return ways.some((way) => way.every((each) => kept.has(each)));
  };
  return [...new Set(rows.filter(holds).map(({ id }) => id))];
}
