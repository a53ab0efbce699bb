import { z } from 'zod';
import { sha256Of, type Article } from '../../article/article.ts';
import { draftFields, type ReadingNotes } from '../../article/fields.ts';
import { storable } from '../db/db.ts';

const snowflake = z.string().regex(/^\d{1,20}$/u);
export type Draft = Omit<Article, 'revision' | 'sha256'> & Readonly<{ reading?: ReadingNotes | undefined }>;

/** Where and from when an article may be quoted. Nothing set: everywhere on its server, at once. */
const visibilitySchema = z.strictObject({
  /** Channel ids; in a thread, its parent channel counts too. Absent: every channel. */
  channels: z.array(snowflake).min(1).max(100).optional(),
  /** ISO 8601 time with offset; until then only the desk sees the article. */
  embargoUntil: z.iso.datetime({ offset: true }).optional(),
});
export type Visibility = Readonly<{ channels?: readonly string[]; embargoUntil?: string }>;

/** Who hands something in: a user's snowflake, `feed:ID` or `terminal`; and the host it was fetched from. */
export type Submitter = Readonly<{ by: string; host?: string }>;

/** A revision in the store, with what the desk knows about its article. */
export type StoredArticle = Readonly<{
  article: Article;
  /** The article's newest revision; above `article.revision` when this is an old one. */
  newestRevision: number;
  visibility: Visibility;
  addedBy: string;
  /** ISO 8601, UTC. */
  addedAt: string;
  /** Host that the article was fetched from; absent for files and pasted text. */
  host?: string;
  /** When this revision replaced the one before, ISO 8601 UTC; absent for revision 1. */
  correctedAt?: string;
  /** How its text was read, when that is known. */
  reading?: ReadingNotes;
}>;

/** What stays of a retracted article. */
export type Tombstone = Readonly<{
  id: string;
  headline: string;
  retractedAt: string;
  retractedBy: string;
  reason: string;
  visibility: Visibility;
  /** What was printed with it, for when it is restored. */
  printed: Pick<Article, 'byline' | 'publisher' | 'publishedAt' | 'language' | 'url'>;
}>;

/** A revision whose text no longer has its fingerprint; it is never quoted. */
export type Damage = Readonly<{ id: string; revision: number; message: string }>;

/** What a look-up by id or receipt finds. Another guild's article is `unknown`, like one that never was. */
export type Lookup =
  | Readonly<{ state: 'live'; stored: StoredArticle }>
  | Readonly<{ state: 'retracted'; tombstone: Tombstone }>
  | Readonly<{ state: 'damaged'; damage: Damage }>
  | Readonly<{ state: 'unknown' }>;

/**
 * Whether an article may be quoted at `now` in a place known by its channel ids (a thread's own and its
 * parent's; none in the terminal). The desk's commands do not ask this.
 */
export function mayQuote(
  { channels, embargoUntil }: Visibility,
  here: readonly string[],
  now: Date,
): boolean {
  if (embargoUntil !== undefined && Date.parse(embargoUntil) > now.getTime()) return false;
  return channels === undefined || here.some((channel) => channels.includes(channel));
}

/** Whether an article may be quoted in every place at any time. */
export const isEverywhere = ({ channels, embargoUntil }: Visibility): boolean =>
  channels === undefined && embargoUntil === undefined;

/** Checks a draft and makes it what both databases keep; throws a ZodError for what intake should have refused. */
export function checkedDraft(draft: Draft): Draft & { sha256: string } {
  const { reading, ...fields } = draftFields.parse(draft);
  const given = Object.entries(fields).flatMap(([name, field]) =>
    field === undefined ? [] : [[name, storable(field)]],
  );
  const checked = Object.fromEntries(given) as Draft;
  return { ...checked, ...(reading && { reading }), sha256: sha256Of(checked.text) };
}

/** Checks a visibility; the embargo is kept in UTC. Throws a ZodError. */
export function checkedVisibility(visibility: Visibility): Visibility {
  const { channels, embargoUntil } = visibilitySchema.parse(visibility);
  return {
    ...(channels && { channels }),
    ...(embargoUntil !== undefined && { embargoUntil: new Date(embargoUntil).toISOString() }),
  };
}
