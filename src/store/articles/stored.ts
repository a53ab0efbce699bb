import { z } from 'zod';
import { sha256Of, type Article } from '../../article/article.ts';
import { draftFields, type ReadingNotes } from '../../article/fields.ts';
import { storable } from '../db/db.ts';
import type { Notice } from '../../words/message.ts';

const snowflake = z.string().regex(/^\d{1,20}$/u);
export type Draft = Omit<Article, 'revision' | 'sha256'> & Readonly<{ reading?: ReadingNotes | undefined }>;

/** Where and from when an article may be quoted. Default: everywhere on its server, immediately. */
const visibilitySchema = z.strictObject({
  /** Channel ids, which also include the channels' threads. Absent: every channel. */
  channels: z.array(snowflake).min(1).max(100).optional(),
  /** ISO 8601 time with offset; until then only editors see the article. */
  embargoUntil: z.iso.datetime({ offset: true }).optional(),
});
export type Visibility = Readonly<{ channels?: readonly string[]; embargoUntil?: string }>;

/** Who submits an article: a user's snowflake, `feed:ID` or `terminal`; and the host it was fetched from. */
export type Submitter = Readonly<{ by: string; host?: string }>;

/** A stored revision, with details of its article. */
export type StoredArticle = Readonly<{
  article: Article;
  /** The article's newest revision; greater than `article.revision` when this is an earlier one. */
  newestRevision: number;
  visibility: Visibility;
  addedBy: string;
  /** ISO 8601, UTC. */
  addedAt: string;
  /** Host that the article was fetched from; absent for files and pasted text. */
  host?: string;
  /** When the headline or the text was last corrected, up to this revision, ISO 8601 UTC; absent if it never was. */
  correctedAt?: string;
  /** How its text was extracted, if known. */
  reading?: ReadingNotes;
}>;

/** The tombstone of a retracted article. */
export type Tombstone = Readonly<{
  id: string;
  headline: string;
  retractedAt: string;
  retractedBy: string;
  reason: string;
  visibility: Visibility;
  /** The details printed with it, to prefill its restoration. */
  printed: Pick<Article, 'byline' | 'publisher' | 'publishedAt' | 'language' | 'url'>;
}>;

/** A revision whose text no longer matches its fingerprint; it is never quoted. */
export type Damage = Readonly<{ id: string; revision: number; told: Notice }>;

/** Result of a look-up by id or receipt. Another guild's article is `unknown`, like one that does not exist. */
export type Lookup =
  | Readonly<{ state: 'live'; stored: StoredArticle }>
  | Readonly<{ state: 'retracted'; tombstone: Tombstone }>
  | Readonly<{ state: 'damaged'; damage: Damage }>
  | Readonly<{ state: 'unknown' }>;

/**
 * Whether an article may be quoted at `now` in the channels `here` (in a thread, its own id and its parent's; in the
 * terminal, none). Editors' commands do not check this.
 */
export function mayQuote(
  { channels, embargoUntil }: Visibility,
  here: readonly string[],
  now: Date,
): boolean {
  if (embargoUntil !== undefined && Date.parse(embargoUntil) > now.getTime()) return false;
  return channels === undefined || here.some((channel) => channels.includes(channel));
}

/** Whether an article may be quoted in every channel at any time. */
export const isEverywhere = ({ channels, embargoUntil }: Visibility): boolean =>
  channels === undefined && embargoUntil === undefined;

/** Validates a draft and makes its strings storable. Throws a ZodError for a draft that intake should have refused. */
export function checkedDraft(draft: Draft): Draft & { sha256: string } {
  const { reading, ...fields } = draftFields.parse(draft);
  const given = Object.entries(fields).flatMap(([name, field]) =>
    field === undefined ? [] : [[name, storable(field)]],
  );
  const checked = Object.fromEntries(given) as Draft;
  return { ...checked, ...(reading && { reading }), sha256: sha256Of(checked.text) };
}

/** Validates a visibility and converts the embargo to UTC. Throws a ZodError. */
export function checkedVisibility(visibility: Visibility): Visibility {
  const { channels, embargoUntil } = visibilitySchema.parse(visibility);
  return {
    ...(channels && { channels }),
    ...(embargoUntil !== undefined && { embargoUntil: new Date(embargoUntil).toISOString() }),
  };
}
