import { recordChange } from '../changes.ts';
import { insert, storable } from '../db/db.ts';
import { readRevision } from './read-articles.ts';
import {
  checkedDraft,
  checkedVisibility,
  type Draft,
  type Provenance,
  type StoredArticle,
  type Tombstone,
  type Visibility,
} from './stored.ts';
import type { TextRoom } from './text-room.ts';
import { insertRevision } from './write-articles.ts';
import { nextChange, type Writing } from './writing.ts';

export type Added =
  | Readonly<{ outcome: 'added'; stored: StoredArticle }>
  /** This very text is here already, as this article's newest or an earlier revision; adding again after a crash ends here. */
  | Readonly<{ outcome: 'same'; id: string }>
  /** Another text of the same URL is here: correct that article instead. */
  | Readonly<{ outcome: 'url-taken'; id: string }>
  /** This text or URL was retracted: only a restore brings it back. */
  | Readonly<{ outcome: 'retracted'; tombstone: Tombstone }>
  /** The index has no memory left for this text (F17). */
  | Readonly<{ outcome: 'full' }>;

/** An article on its way in, and where it may be quoted. */
export type Arrival = Readonly<{ draft: Draft; visibility?: Visibility }>;

/** What adding keeps to. */
type Rules = Readonly<{
  /** Whether a house article has this id. */
  reserved(id: string): boolean;
  room: TextRoom;
}>;

/**
 * Stores new articles as their revision 1, those apart that are here already, were retracted, or have no room.
 * Outcomes are in the order of `arrivals`.
 */
export async function addArticles(
  w: Writing,
  arrivals: readonly Arrival[],
  provenance: Provenance,
  rules: Rules,
): Promise<Added[]> {
  const outcomes: Added[] = [];
  const first = await nextChange(w, arrivals.length);
  for (const [n, arrival] of arrivals.entries()) {
    outcomes.push(await addArticle(w, first + n, arrival, { provenance, rules }));
  }
  const ids = outcomes.flatMap((added) => (added.outcome === 'added' ? [added.stored.article.id] : []));
  if (ids.length > 0) await recordChange(w, 'added', ids);
  return outcomes;
}

async function addArticle(
  w: Writing,
  seq: number,
  { draft, visibility = {} }: Arrival,
  { provenance: { by, host }, rules: { reserved, room } }: Readonly<{ provenance: Provenance; rules: Rules }>,
): Promise<Added> {
  const checked = checkedDraft(draft);
  const where = checkedVisibility(visibility);
  const twin = await findTwin(w, checked.sha256, checked.url);
  if (twin) return twin;
  if (!(await room.take(w, checked.text))) return { outcome: 'full' };
  const id = await freeId(w, checked.id, reserved);
  await insert(w.tx, 'article', {
    guild: w.guild,
    id,
    seq,
    state: 'live',
    revision: 1,
    headline: checked.headline,
    url: checked.url,
    channels: where.channels && JSON.stringify(where.channels),
    embargo_until: where.embargoUntil,
    added_by: by,
    added_at: w.at,
    host,
  });
  await insertRevision(w, 1, { ...checked, id }, by);
  const stored = {
    article: { ...checked, id, revision: 1 },
    newestRevision: 1,
    visibility: where,
    addedBy: storable(by),
    addedAt: w.at,
    ...(host !== undefined && { host: storable(host) }),
  };
  return { outcome: 'added', stored };
}

/** The article that this text or URL already belongs to. */
async function findTwin(w: Writing, sha256: string, url: string | undefined): Promise<Added | undefined> {
  const byText = `SELECT r.article AS id, r.n FROM revision r WHERE r.guild = ? AND r.sha256 = ? ORDER BY r.text IS NULL DESC LIMIT 1`;
  const [text] = await w.tx.all<{ id: string; n: number }>(byText, [w.guild, sha256]);
  if (text) {
    const lookup = await readRevision(w.tx, w.guild, text.id, text.n);
    return lookup.state === 'retracted'
      ? { outcome: 'retracted', tombstone: lookup.tombstone }
      : { outcome: 'same', id: text.id };
  }
  if (url === undefined) return undefined;
  const [page] = await w.tx.all<{ id: string }>(
    'SELECT id FROM article WHERE guild = ? AND url = ? LIMIT 1',
    [w.guild, url],
  );
  if (!page) return undefined;
  const lookup = await readRevision(w.tx, w.guild, page.id);
  return lookup.state === 'retracted'
    ? { outcome: 'retracted', tombstone: lookup.tombstone }
    : { outcome: 'url-taken', id: page.id };
}

/** `wanted`, or with the lowest number from 2 behind it that no article of the guild has or had. */
async function freeId(w: Writing, wanted: string, reserved: (id: string) => boolean): Promise<string> {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted.slice(0, 80 - `-${n}`.length).replace(/-$/u, '')}-${n}`;
    if (reserved(id)) continue;
    const taken = await w.tx.all('SELECT id FROM article WHERE guild = ? AND id = ?', [w.guild, id]);
    if (taken.length === 0) return id;
  }
}
