import { recordChange } from '../changes.ts';
import { insertAll, places, storable } from '../db/db.ts';
import { freeNumber, numberedId } from './free-ids.ts';
import { readRevision } from './read-articles.ts';
import {
  checkedDraft,
  checkedVisibility,
  type Draft,
  type Submitter,
  type StoredArticle,
  type Tombstone,
  type Visibility,
} from './stored.ts';
import type { TextRoom } from './text-room.ts';
import { revisionRow } from './write-articles.ts';
import { nextChange, type Writing } from './writing.ts';

export type Added =
  | Readonly<{ outcome: 'added'; stored: StoredArticle }>
  /** The store already has this exact text, as this article's newest or an earlier revision. Adding again after a crash gives this. */
  | Readonly<{ outcome: 'same'; id: string }>
  /** The store has another text from this URL: correct that article instead. */
  | Readonly<{ outcome: 'url-taken'; id: string }>
  /** This text or URL was retracted: restore the article instead. */
  | Readonly<{ outcome: 'retracted'; tombstone: Tombstone }>
  /** The text would exceed the guild's limit (F17). */
  | Readonly<{ outcome: 'full' }>;

/** An article to add, and where it may be quoted. */
export type Arrival = Readonly<{ draft: Draft; visibility?: Visibility }>;

/** What else limits adding. */
type Rules = Readonly<{
  /** Whether a house article has this id. */
  reserved(id: string): boolean;
  room: TextRoom;
}>;

/**
 * Stores new articles as revision 1, except those that exist, were retracted, or exceed the limit. Outcomes are in the order
 * of `arrivals`. All articles share each look-up and each insert, so that many cost little more than one.
 */
export async function addArticles(
  w: Writing,
  arrivals: readonly Arrival[],
  { by, host }: Submitter,
  rules: Rules,
): Promise<Added[]> {
  const first = await nextChange(w, arrivals.length);
  const checked = arrivals.map(({ draft, visibility = {} }) => ({
    draft: checkedDraft(draft),
    visibility: checkedVisibility(visibility),
  }));
  const twins = await knownTwins(
    w,
    checked.map(({ draft }) => draft),
  );
  const freeId = await idsOf(
    w,
    checked.map(({ draft }) => draft.id),
    rules.reserved,
  );
  const outcomes: Added[] = [];
  const rows: Row[] = [];
  for (const [n, { draft, visibility }] of checked.entries()) {
    const twin = await twins.of(draft);
    if (twin) outcomes.push(twin);
    else if (!(await rules.room.take(w, draft.text))) outcomes.push({ outcome: 'full' });
    else {
      const id = await freeId(draft.id);
      twins.add(id, draft);
      rows.push({ id, seq: first + n, draft, visibility });
      const { reading, ...article } = draft;
      outcomes.push({
        outcome: 'added',
        stored: {
          article: { ...article, id, revision: 1 },
          newestRevision: 1,
          visibility,
          addedBy: storable(by),
          addedAt: w.at,
          ...(host !== undefined && { host: storable(host) }),
          ...(reading && { reading }),
        },
      });
    }
  }
  await insertAll(
    w.tx,
    'article',
    rows.map(({ id, seq, draft, visibility }) => ({
      guild: w.guild,
      id,
      seq,
      state: 'live',
      revision: 1,
      headline: draft.headline,
      url: draft.url,
      channels: visibility.channels && JSON.stringify(visibility.channels),
      embargo_until: visibility.embargoUntil,
      added_by: by,
      added_at: w.at,
      host,
      reading: draft.reading && JSON.stringify(draft.reading),
    })),
  );
  await insertAll(
    w.tx,
    'revision',
    rows.map(({ id, draft }) => revisionRow(w, 1, { ...draft, id }, by)),
  );
  if (rows.length > 0)
    await recordChange(
      w,
      'added',
      rows.map(({ id }) => id),
    );
  return outcomes;
}

type Checked = ReturnType<typeof checkedDraft>;
type Row = Readonly<{ id: string; seq: number; draft: Checked; visibility: Visibility }>;

/** Finds the articles that already have a text or URL, including those of this batch. */
async function knownTwins(w: Writing, drafts: readonly Checked[]) {
  const texts = await inParts(
    drafts.map(({ sha256 }) => sha256),
    (some) =>
      w.tx.all<{ id: string; n: number; sha256: string }>(
        // If several revisions have this text, the last row wins: a retracted one.
        `SELECT article AS id, n, sha256 FROM revision WHERE guild = ? AND sha256 IN (${places(some.length)})
       ORDER BY text IS NULL`,
        [w.guild, ...some],
      ),
  );
  const urls = await inParts(
    drafts.flatMap(({ url }) => url ?? []),
    (some) =>
      w.tx.all<{ id: string; url: string }>(
        `SELECT id, url FROM article WHERE guild = ? AND url IN (${places(some.length)})`,
        [w.guild, ...some],
      ),
  );
  const byText = new Map(texts.map(({ id, n, sha256 }) => [sha256, { id, n }]));
  const byUrl = new Map(urls.map(({ id, url }) => [url, id]));
  const fresh = new Set<string>();

  async function gone(id: string, n?: number): Promise<Added | undefined> {
    if (fresh.has(id)) return undefined;
    const lookup = await readRevision(w.tx, w.guild, id, n);
    return lookup.state === 'retracted' ? { outcome: 'retracted', tombstone: lookup.tombstone } : undefined;
  }

  return {
    add(id: string, { sha256, url }: Checked): void {
      fresh.add(id);
      byText.set(sha256, { id, n: 1 });
      if (url !== undefined) byUrl.set(url, id);
    },
    async of({ sha256, url }: Checked): Promise<Added | undefined> {
      const text = byText.get(sha256);
      if (text) return (await gone(text.id, text.n)) ?? { outcome: 'same', id: text.id };
      const page = url === undefined ? undefined : byUrl.get(url);
      return page === undefined ? undefined : ((await gone(page)) ?? { outcome: 'url-taken', id: page });
    },
  };
}

/**
 * Returns a function that gives an id no article of the guild has or had: the wanted one, else the wanted one with a
 * number from 2, the lowest if all lower ones are taken.
 */
async function idsOf(
  w: Writing,
  wanted: readonly string[],
  reserved: (id: string) => boolean,
): Promise<(id: string) => Promise<string>> {
  const rows = await inParts(wanted, (some) =>
    w.tx.all<{ id: string }>(`SELECT id FROM article WHERE guild = ? AND id IN (${places(some.length)})`, [
      w.guild,
      ...some,
    ]),
  );
  const taken = new Set(rows.map(({ id }) => id));
  /** Of ids that were numbered, the number to try next. */
  const next = new Map<string, number>();
  const take = (id: string): boolean => {
    const isFree = !reserved(id) && !taken.has(id);
    if (isFree) taken.add(id);
    return isFree;
  };
  return async (id) => {
    if (take(id)) return id;
    for (let from = next.get(id) ?? 2; ;) {
      const n = await freeNumber(w, id, from);
      from = n + 1;
      next.set(id, from);
      const numbered = numberedId(id, n);
      if (take(numbered)) return numbered;
    }
  };
}

/** Values per statement. */
const PART = 500;

/** Looks up distinct values, a few hundred per statement. */
async function inParts<Found>(
  values: readonly string[],
  look: (some: readonly string[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const different = [...new Set(values)];
  const found: Found[] = [];
  for (let from = 0; from < different.length; from += PART)
    found.push(...(await look(different.slice(from, from + PART))));
  return found;
}
