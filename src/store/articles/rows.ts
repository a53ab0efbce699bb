import { sha256Of, type Article } from '../../article/article.ts';
import { readingNotes } from '../../article/fields.ts';
import type { Damage, Lookup, StoredArticle, Tombstone, Visibility } from './stored.ts';
import { message } from '../../words/message.ts';

/** One revision joined with its article, as {@link REVISION_COLUMNS} selects it. */
export type RevisionRow = Readonly<{
  id: string;
  n: number;
  newest: number;
  state: string;
  sha256: string;
  /** When the wording of this revision came, if the one before it read otherwise. */
  corrected_at: string | null;
  headline: string | null;
  current_headline: string;
  url: string | null;
  byline: string | null;
  publisher: string | null;
  published_at: string | null;
  language: string | null;
  channels: string | null;
  embargo_until: string | null;
  added_by: string;
  added_at: string;
  host: string | null;
  retracted_by: string | null;
  retracted_at: string | null;
  reason: string | null;
  reading: string | null;
  text: string | null;
}>;

/** A revision that changed only details, such as the byline, keeps the date at which its headline and text were last corrected. */
const CORRECTED_AT = `(SELECT begun.created_at FROM revision begun WHERE begun.guild = r.guild AND begun.article = r.article
  AND begun.n = 1 + (SELECT MAX(other.n) FROM revision other WHERE other.guild = r.guild AND other.article = r.article AND other.n < r.n
  AND (other.sha256 <> r.sha256 OR other.headline IS DISTINCT FROM r.headline)))`;

export const REVISION_COLUMNS = `a.id, r.n, a.revision AS newest, a.state, r.sha256, ${CORRECTED_AT} AS corrected_at, r.headline,
  a.headline AS current_headline, r.url, r.byline, r.publisher, r.published_at, r.language, a.channels, a.embargo_until,
  a.added_by, a.added_at, a.host, a.retracted_by, a.retracted_at, a.reason, a.reading, r.text`;

/** Converts a row. Checks the text against its fingerprint on every read. */
export function lookupOf(row: RevisionRow): Lookup {
  if (row.state === 'retracted' || row.text === null)
    return { state: 'retracted', tombstone: tombstoneOf(row) };
  if (sha256Of(row.text) !== row.sha256) return { state: 'damaged', damage: damageOf(row.id, row.n) };
  return { state: 'live', stored: storedOf(row, row.text) };
}

export const damageOf = (id: string, revision: number): Damage => ({
  id,
  revision,
  told: message('error.damaged', { id, revision: String(revision) }),
});

/** Where and from when an article may be quoted. */
export function visibilityOf(row: Pick<RevisionRow, 'channels' | 'embargo_until'>): Visibility {
  return {
    ...(row.channels !== null && { channels: JSON.parse(row.channels) as string[] }),
    ...(row.embargo_until !== null && { embargoUntil: row.embargo_until }),
  };
}

/**
 * What stays of a retracted text. Date, editor and reason are empty for an earlier revision of a live article in a restored
 * backup: replaying a retraction removes its text, but the details of the retraction are those of the article.
 */
export function tombstoneOf(row: Omit<RevisionRow, 'text'>): Tombstone {
  return {
    id: row.id,
    headline: row.current_headline,
    retractedAt: row.retracted_at ?? '',
    retractedBy: row.retracted_by ?? '',
    reason: row.reason ?? '',
    visibility: visibilityOf(row),
    printed: printedOf(row),
  };
}

const printedOf = (row: Omit<RevisionRow, 'text'>): Tombstone['printed'] => ({
  ...(row.url !== null && { url: row.url }),
  ...(row.byline !== null && { byline: row.byline }),
  ...(row.publisher !== null && { publisher: row.publisher }),
  ...(row.published_at !== null && { publishedAt: row.published_at }),
  ...(row.language !== null && { language: row.language }),
});

function storedOf(row: RevisionRow, text: string): StoredArticle {
  return {
    article: articleOf(row, text),
    newestRevision: row.newest,
    visibility: visibilityOf(row),
    addedBy: row.added_by,
    addedAt: row.added_at,
    ...(row.host !== null && { host: row.host }),
    ...(row.corrected_at !== null && { correctedAt: row.corrected_at }),
    ...(row.reading !== null && { reading: readingNotes.parse(JSON.parse(row.reading)) }),
  };
}

function articleOf(row: RevisionRow, text: string): Article {
  return {
    id: row.id,
    headline: row.headline ?? row.current_headline,
    text,
    revision: row.n,
    sha256: row.sha256,
    ...printedOf(row),
  };
}
