import { recordChange } from '../changes.ts';
import { insert } from '../db/db.ts';
import { readRevision } from './read-articles.ts';
import { takeRepeatedWords } from './repeated-words.ts';
import { keepWordings } from './retracted-wording.ts';
import {
  checkedDraft,
  checkedVisibility,
  type Draft,
  type Lookup,
  type Submitter,
  type StoredArticle,
  type Tombstone,
  type Visibility,
} from './stored.ts';
import { dropVectors } from './vectors.ts';
import { nextChange, type Writing } from './writing.ts';

type Unknown = Readonly<{ outcome: 'unknown' }>;
type Gone = Readonly<{ outcome: 'retracted'; tombstone: Tombstone }>;

export type Corrected =
  /** `before` is absent when the replaced text is damaged. */
  | Readonly<{ outcome: 'corrected'; stored: StoredArticle; before?: StoredArticle }>
  | Readonly<{ outcome: 'same'; id: string }>
  | Gone
  | Unknown;
export type Retracted = Gone | Unknown;
export type Restored =
  /** `verbatim`: the text equals the one retracted last, so its revision number and its receipts are valid again. */
  | Readonly<{ outcome: 'restored'; stored: StoredArticle; verbatim: boolean }>
  | Readonly<{ outcome: 'live'; id: string }>
  | Unknown;

/** Adds a revision to a live article if any field that is shown differs. */
export async function correctArticle(w: Writing, draft: Draft, { by }: Submitter): Promise<Corrected> {
  const checked = checkedDraft(draft);
  await nextChange(w);
  const before = await readRevision(w.tx, w.guild, draft.id);
  if (before.state === 'unknown') return { outcome: 'unknown' };
  if (before.state === 'retracted') return { outcome: 'retracted', tombstone: before.tombstone };
  if (before.state === 'live' && sameShown(before.stored.article, checked))
    return { outcome: 'same', id: draft.id };
  const n = (await headOf(w, draft.id)).revision + 1;
  await insertRevision(w, n, checked, by);
  await w.tx.all(
    'UPDATE article SET revision = ?, headline = ?, url = ?, reading = ? WHERE guild = ? AND id = ?',
    [n, checked.headline, checked.url ?? null, readingOf(checked), w.guild, draft.id],
  );
  await dropVectors(w, draft.id);
  await recordChange(w, 'corrected', [draft.id]);
  const stored = await justWritten(w, draft.id);
  return { outcome: 'corrected', stored, ...(before.state === 'live' && { before: before.stored }) };
}

/**
 * Retracts an article: deletes the text of every revision. Its headline, its printed details, the reason and keyed hashes
 * of its wordings stay. The caller then has to {@link Db.scrub} the database's files.
 */
export async function retractArticle(w: Writing, id: string, reason: string, by: string): Promise<Retracted> {
  await nextChange(w);
  const [head] = await w.tx.all('SELECT id FROM article WHERE guild = ? AND id = ?', [w.guild, id]);
  if (!head) return { outcome: 'unknown' };
  await w.tx.all(
    `UPDATE article SET state = 'retracted', retracted_by = ?, retracted_at = ?, reason = ?
     WHERE guild = ? AND id = ? AND state = 'live'`,
    [by, w.at, reason, w.guild, id],
  );
  await keepWordings(w.tx, w.guild, id);
  await takeRepeatedWords(w.tx, w.guild, id);
  await w.tx.all('UPDATE revision SET text = NULL, headline = NULL WHERE guild = ? AND article = ?', [
    w.guild,
    id,
  ]);
  await dropVectors(w, id);
  await recordChange(w, 'retracted', [id]);
  const after = await readRevision(w.tx, w.guild, id);
  return after.state === 'retracted'
    ? { outcome: 'retracted', tombstone: after.tombstone }
    : { outcome: 'unknown' };
}

/**
 * Restores a retracted article. The store no longer has its text, so the draft brings it: the same text gets its old
 * revision number, any other text becomes a new revision.
 */
export async function restoreArticle(w: Writing, draft: Draft, { by }: Submitter): Promise<Restored> {
  const checked = checkedDraft(draft);
  await nextChange(w);
  const before = await readRevision(w.tx, w.guild, draft.id);
  if (before.state === 'unknown') return { outcome: 'unknown' };
  if (before.state !== 'retracted') return { outcome: 'live', id: draft.id };
  const head = await headOf(w, draft.id);
  const verbatim = head.sha256 === checked.sha256;
  const n = verbatim ? head.revision : head.revision + 1;
  if (verbatim)
    await w.tx.all('DELETE FROM revision WHERE guild = ? AND article = ? AND n = ?', [w.guild, draft.id, n]);
  await insertRevision(w, n, checked, by);
  await w.tx.all(
    `UPDATE article SET state = 'live', revision = ?, headline = ?, url = ?, reading = ? WHERE guild = ? AND id = ?`,
    [n, checked.headline, checked.url ?? null, readingOf(checked), w.guild, draft.id],
  );
  await recordChange(w, 'restored', [draft.id]);
  return { outcome: 'restored', stored: await justWritten(w, draft.id), verbatim };
}

/** Sets where and from when an article may be quoted. Returns the article's new state. */
export async function setVisibility(w: Writing, id: string, visibility: Visibility): Promise<Lookup> {
  const { channels, embargoUntil } = checkedVisibility(visibility);
  await nextChange(w);
  await w.tx.all('UPDATE article SET channels = ?, embargo_until = ? WHERE guild = ? AND id = ?', [
    channels ? JSON.stringify(channels) : null,
    embargoUntil ?? null,
    w.guild,
    id,
  ]);
  await recordChange(w, 'visibility', [id]);
  return readRevision(w.tx, w.guild, id);
}

/** Stores a revision: its text and printed details. */
const insertRevision = (
  w: Writing,
  n: number,
  draft: ReturnType<typeof checkedDraft>,
  by: string,
): Promise<void> => insert(w.tx, 'revision', revisionRow(w, n, draft, by));

/** The row of a revision. */
export const revisionRow = (w: Writing, n: number, draft: ReturnType<typeof checkedDraft>, by: string) => ({
  guild: w.guild,
  article: draft.id,
  n,
  sha256: draft.sha256,
  created_by: by,
  created_at: w.at,
  headline: draft.headline,
  url: draft.url,
  byline: draft.byline,
  publisher: draft.publisher,
  published_at: draft.publishedAt,
  language: draft.language,
  text: draft.text,
});

const readingOf = ({ reading }: Draft): string | null => (reading ? JSON.stringify(reading) : null);

/** Reads back the article that this transaction wrote. */
async function justWritten(w: Writing, id: string): Promise<StoredArticle> {
  const lookup = await readRevision(w.tx, w.guild, id);
  if (lookup.state !== 'live') throw new Error(`“${id}” was just written, but reads as ${lookup.state}.`);
  return lookup.stored;
}

async function headOf(w: Writing, id: string): Promise<{ revision: number; sha256: string }> {
  const sql = `SELECT a.revision, r.sha256 FROM article a
    JOIN revision r ON r.guild = a.guild AND r.article = a.id AND r.n = a.revision WHERE a.guild = ? AND a.id = ?`;
  const [head] = await w.tx.all<{ revision: number; sha256: string }>(sql, [w.guild, id]);
  if (!head) throw new Error(`“${id}” has no newest revision.`);
  return head;
}

function sameShown(article: StoredArticle['article'], draft: ReturnType<typeof checkedDraft>): boolean {
  const shown = ['headline', 'sha256', 'url', 'byline', 'publisher', 'publishedAt', 'language'] as const;
  return shown.every((field) => article[field] === draft[field]);
}
