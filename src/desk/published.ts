import type { Cited } from './ports.ts';

/**
 * What anyone with a receipt may read: every revision of articles that everyone on their server may read. The reader belongs to no
 * server and no channel; everything hidden from them is `unknown`.
 */
export type Published = Readonly<{
  /** A revision, by default the newest. Without a server, of a house article. */
  cited(guildId: string | undefined, articleId: string, n?: number): Promise<Cited>;
  /** When each revision was made (ISO 8601, UTC), oldest first; empty for a house article. */
  revisions(
    guildId: string | undefined,
    articleId: string,
  ): Promise<readonly Readonly<{ n: number; at: string }>[]>;
}>;

/** The tombstone of a retracted article. */
export type KeptOfRetracted = Extract<Cited, { state: 'retracted' }>['tombstone'];

/** An HTTP response with all of its headers. */
export type WebAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}>;

/**
 * Answers the paths that anybody may open, in the language that the header Accept-Language wants; undefined for any other path.
 */
export type PublicPages = (
  path: string,
  query: URLSearchParams,
  accepted?: string,
) => Promise<WebAnswer | undefined>;

/** The URL of a quote's public page. */
export const receiptAddress = (base: string, guildId: string | undefined, receipt: string): string =>
  `${base.replace(/\/+$/u, '')}/r/${guildId === undefined ? '' : `${guildId}/`}${encodeURIComponent(receipt)}`;
