import type { Cited } from './ports.ts';

/**
 * What anybody may read who has a receipt: articles that everybody on their server may read, at any of their revisions. The
 * asker belongs to no desk and stands in no channel; all that is not theirs to see is `unknown`.
 */
export type Published = Readonly<{
  /** A revision, the newest when `n` is not given; without a server, of a house article. */
  cited(guildId: string | undefined, articleId: string, n?: number): Promise<Cited>;
  /** When each revision of an article was made (ISO 8601, UTC), the first one first; none of a house article. */
  revisions(
    guildId: string | undefined,
    articleId: string,
  ): Promise<readonly Readonly<{ n: number; at: string }>[]>;
}>;

/** What stays of a retracted article. */
export type KeptOfRetracted = Extract<Cited, { state: 'retracted' }>['tombstone'];

/** An answer over HTTP, with all of its headers. */
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

/** The address of a quote's page: where anybody can look it up who has no Discord. */
export const receiptAddress = (base: string, guildId: string | undefined, receipt: string): string =>
  `${base.replace(/\/+$/u, '')}/r/${guildId === undefined ? '' : `${guildId}/`}${encodeURIComponent(receipt)}`;
