import type { Writing } from '../articles/writing.ts';

/** Changes after which an article may contain something new about followed things. */
const TELLING: ReadonlySet<string> = new Set(['added', 'corrected', 'retracted', 'restored', 'visibility']);

/** The kind of job that looks through a changed article for what is followed. */
export const FOLLOW_JOB = 'follow';

/**
 * Creates a job for each changed article that looks through it for followed things. It is stored in the transaction of the change, so
 * that no change is missed if the program crashes.
 */
export async function queueFollowing(w: Writing, kind: string, ids: readonly string[]): Promise<void> {
  if (!TELLING.has(kind)) return;
  const [any] = await w.tx.all('SELECT id FROM follow WHERE guild = ? LIMIT 1', [w.guild]);
  if (!any) return;
  for (const id of ids) {
    await w.tx.all(
      `INSERT INTO job (guild, id, kind, state, tries, created_by, created_at, changed_at, payload)
       SELECT ?, ? || g.change, '${FOLLOW_JOB}', 'waiting', 0, 'pullquote', ?, ?, ? FROM guild g WHERE g.id = ?
       ON CONFLICT (guild, id) DO NOTHING`,
      [w.guild, `${FOLLOW_JOB}:${id}:`, w.at, w.at, JSON.stringify({ articleId: id, kind }), w.guild],
    );
  }
}
